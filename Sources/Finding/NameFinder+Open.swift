import Facts
import Lexicon

/// Models never seen, by the way they are written behind their maker: "the Leapmotor B07", "Zeekr 7X".
extension NameFinder {
  /// A model by its shape: a code of letters and digits, or capital words, directly behind its maker.
  func open(at t: Int, maker: String, adjacent: Bool) -> NameMention? {
    guard t < tokens.count else { return nil }
    var at = t
    var hasCode = false
    var words = 0
    // "#5", "e Kyra", "ë-C3": a mark or a small e before the name.
    if text.bytes[tokens[t].start] == 0x23, t + 1 < tokens.count, !tokens[t + 1].spaceBefore,
      tokens[t + 1].sort == .number, tokens[t + 1].end - tokens[t + 1].start == 1
    {
      hasCode = true
      at = t + 2
    } else if tokens[t].end - tokens[t].start <= 2, tokens[t].sort == .word, !tokens[t].isCapital,
      [0x65, 0xC3].contains(text.bytes[tokens[t].start]), t + 1 < tokens.count,
      tokens[t + 1].isCapital, tokens[t + 1].start - tokens[t].end == 1, text.bytes[tokens[t].end] != 0x0A,
      isNameWord(t + 1), tokens[t].end - tokens[t].start == 1 || text.bytes[tokens[t].start + 1] == 0xAB
    {
      at = t + 1
    }
    if adjacent, isNumbered(t, maker) {
      hasCode = true
      at = t + 1
    }
    while at < tokens.count, at < t + 3 {
      let token = tokens[at]
      if at > t {
        // Parts are parted by one blank or a hyphen.
        if !token.spaceBefore, tokens[at - 1].sort != .mark, token.sort != .mark { break }
        if text.bytes[tokens[at - 1].end..<token.start].contains(0x0A) { break }
      }
      if token.sort == .mark {
        let mark = text.bytes[token.start]
        guard at > t, mark == 0x2D || mark == 0x2E, !token.spaceBefore, at + 1 < tokens.count,
          !tokens[at + 1].spaceBefore,
          tokens[at + 1].sort == .number || tokens[at + 1].sort == .mixed || tokens[at + 1].isCapital
        else { break }
        at += 1
        continue
      }
      // "Cometa L": a letter behind a maker that nobody knows, and again at another place.
      if at == t, token.sort == .word, t > 0, catalogue.maker(named: maker) == nil, isBeforeDigit(t - 1) {
        hasCode = true
        at += 1
        continue
      }
      if isCode(at, after: at > t ? at - 1 : nil) {
        hasCode = true
        at += 1
        continue
      }
      if !hasCode, token.sort == .word, token.isCapital, isNameWord(at) {
        words += 1
        at += 1
        continue
      }
      break
    }
    guard at > t, hasCode || words > 0 else { return nil }
    if !hasCode, !adjacent || !isBacked(t, at) { return nil }
    if hasCode, words == 0, tokens[t].sort == .number, !isNumbered(t, maker),
      !adjacent
        || tokens[t].end - tokens[t].start != 3
          && (catalogue.maker(named: maker) != nil || !isBeforeDigit(t - 1))
    {
      return nil
    }
    let end = tokens[at - 1].end - (isPlural(at - 1) ? 1 : 0)
    let name = written(tokens[t].start, end)
    return NameMention(
      sort: .model, maker: maker, model: name, base: name, start: tokens[t].start, end: end, token: t,
      tokenEnd: at, isKnown: false,
      isGroup: false)
  }

  /// "Polestar 9", "Avatr 08": a bare number behind a maker that calls its models by numbers of as many digits.
  private func isNumbered(_ t: Int, _ maker: String) -> Bool {
    guard tokens[t].sort == .number, let lengths = catalogue.numberLengths[maker] else { return false }
    return lengths.contains(tokens[t].end - tokens[t].start) && !isQuantity(t) && !dateTokens.contains(t)
  }

  /// A token of letters and digits that reads as a name: "B07", "EX20", "7X", or a number behind a capital word.
  func isCode(_ t: Int, after previous: Int?) -> Bool {
    let token = tokens[t]
    let length = token.end - token.start
    guard !dateTokens.contains(t) else { return false }
    if token.sort == .mixed {
      guard length <= 7, !isAmountOfMoney(t), token.isCapital || hasCapital(token), !isMeasured(token) else {
        return false
      }
      return !isNoModel(t) || (cuesAt[t] ?? []).contains { $0.cue == .variant }
    }
    if token.sort == .number {
      guard length <= 3, !isQuantity(t) else { return false }
      // Digits alone are a name where they begin with a zero: "001".
      return previous != nil || length == 1 && t > 0 && isBeforeDigit(t - 1)
        || length == 3 && text.bytes[token.start] == 0x30
    }
    return false
  }

  /// "R2s": a plural s behind the digits of a code.
  func isPlural(_ t: Int) -> Bool {
    let token = tokens[t]
    guard token.sort == .mixed, token.end - token.start >= 2, text.bytes[token.end - 1] == 0x73,
      !text.isUpper(token.end - 1)
    else { return false }
    return Letters.isDigit(text.bytes[token.end - 2])
  }

  /// "7kW", "82kWh": a number with its unit.
  func isMeasured(_ token: Token) -> Bool {
    let bytes = text.bytes[token.start..<token.end]
    let unit = bytes.drop { Letters.isDigit($0) }
    guard unit.startIndex > bytes.startIndex else { return false }
    return NameFinder.units.contains(String(decoding: unit, as: UTF8.self))
  }

  private static let units: Set<String> = [
    "kw", "kwh", "km", "ps", "ch", "cv", "hp", "bhp", "mph", "mm", "cm", "kg", "nm", "v", "gb", "tb", "min",
    "k",
    "m", "bn", "mn", "mwh", "gwh", "mw", "gw", "g", "th", "st", "nd", "rd", "er", "e", "o", "a",
  ]

  func hasCapital(_ token: Token) -> Bool {
    var i = token.start
    while i < token.end {
      if text.isUpper(i) { return true }
      i += 1
    }
    return false
  }

  /// "R699,900": a code with thousands behind it is an amount.
  func isAmountOfMoney(_ t: Int) -> Bool {
    let s = text.bytes
    let end = tokens[t].end
    return end + 3 < s.count && (s[end] == 0x2C || s[end] == 0x2E)
      && (1...3).allSatisfy { Letters.isDigit(s[end + $0]) }
  }

  /// A capital word that is no word of the lexicon and no name of something else.
  func isNameWord(_ t: Int) -> Bool {
    let token = tokens[t]
    guard token.end - token.start >= 2 || token.isCapital else { return false }
    // "El B05": an article at the beginning of a sentence.
    if isDeterminer(t) || isCovered(t) { return false }
    for cue in cuesAt[t] ?? [] where cue.start == token.start && cue.end >= token.end {
      if cue.cue != .variant || cue.cue == .notmodel { return false }
    }
    var isOther = false
    catalogue.forEachName(in: text, at: token.start) { _, entry in
      switch entry {
      case .maker, .market, .nothing: isOther = true
      case .model: break
      }
    }
    return !isOther
  }

  /// Whether something beside a capital word says that it is a car: a body, "electric", "model" within three tokens.
  func isBacked(_ from: Int, _ to: Int) -> Bool {
    for t in max(0, from - 4)..<min(tokens.count, to + 3) {
      for cue in cuesAt[t] ?? [] where NameFinder.describes(cue.cue) { return true }
    }
    return false
  }
}
