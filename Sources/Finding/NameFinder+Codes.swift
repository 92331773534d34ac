import Facts
import Lexicon

/// What reads as a code: letters and digits, a hash sign with a digit, digits with a zero before them.
extension NameFinder {
  /// The end and the family of a code ("EX20", "T10F") or of a family word with a number or code behind it ("Ioniq 2").
  func orphanShape(_ t: Int) -> (Int, [UInt8])? {
    let token = tokens[t]
    // "#5"
    if text.bytes[token.start] == 0x23, t + 1 < tokens.count, !tokens[t + 1].spaceBefore,
      tokens[t + 1].sort == .number, tokens[t + 1].end - tokens[t + 1].start == 1
    {
      return (t + 2, [0x23])
    }
    // "the R-100", "la K-mini": letters, a hyphen, and digits or a small word.
    if token.sort == .word, token.isCapital, token.end - token.start <= 2, t + 2 < tokens.count,
      isArticle(t - 1),
      text.bytes[tokens[t + 1].start] == 0x2D, !tokens[t + 1].spaceBefore, !tokens[t + 2].spaceBefore,
      tokens[t + 2].sort == .number
        || language != .german && tokens[t + 2].sort == .word && !tokens[t + 2].isCapital,
      t + 3 >= tokens.count || tokens[t + 3].spaceBefore || tokens[t + 3].sort == .mark,
      (cuesAt[t] ?? []).isEmpty
    {
      return (t + 3, Array(text.bytes[token.start..<token.end]) + [0x2D])
    }
    // "据说08", "the 06": digits with a zero before them.
    if token.sort == .number, token.end - token.start == 2, text.bytes[token.start] == 0x30, !isQuantity(t),
      // "18 h 07"
      t < 2 || folded(t - 1) != "h" || tokens[t - 2].sort != .number,
      t == 0 || token.spaceBefore || tokens[t - 1].sort == .ideograph,
      t + 1 >= tokens.count || tokens[t + 1].spaceBefore
        || ![0x2E, 0x3A, 0x2F].contains(text.bytes[tokens[t + 1].start])
    {
      return (t + 1, [0x30])
    }
    let bytes = Array(text.bytes[token.start..<token.end])
    if token.sort == .mixed, token.isCapital || Letters.isDigit(bytes[0]), hasCapital(token),
      bytes.count <= 6, bytes.allSatisfy({ $0 < 0x80 }), !isMeasured(token), !isAmountOfMoney(t)
    {
      if t > 0, !token.spaceBefore,
        tokens[t - 1].sort == .word || tokens[t - 1].sort == .mixed || tokens[t - 1].sort == .number
      {
        return nil
      }
      let letters = bytes.prefix { Letters.isASCIILetter($0) }
      let digits = bytes.dropFirst(letters.count).prefix { Letters.isDigit($0) }
      let tail = bytes.dropFirst(letters.count + digits.count)
      guard letters.count <= 4, (1...3).contains(digits.count), tail.allSatisfy(Letters.isASCIILetter),
        tail.count <= 2, letters.count + tail.count >= 1, !letters.elementsEqual([0x66, 0x79])
      else { return nil }
      return (t + 1, Array(letters))
    }
    if token.sort == .word, bytes == [0x65], !token.isCapital, t + 1 < tokens.count, tokens[t + 1].isCapital,
      tokens[t + 1].start - token.end == 1, isDeterminer(t - 1), isNameWord(t + 1)
    {
      return (t + 2, [0x65])
    }
    if token.sort == .word, token.isCapital, token.end - token.start >= 2, t + 1 < tokens.count,
      !isDeterminer(t),
      tokens[t + 1].start - token.end == 1 || tokens[t + 1].start == token.end,
      catalogue.families[bytes] != nil
    {
      let next = tokens[t + 1]
      if next.sort == .number || next.sort == .mixed, next.end - next.start <= 3, !isQuantity(t + 1),
        !dateTokens.contains(t + 1)
      {
        return (t + 2, bytes)
      }
    }
    return nil
  }
}
