import Facts
import Lexicon

/// Names that go on behind what the catalogue knows: "Dolphin Nano", "Ioniq 2", "EX60 P12", 海豚Surf.
extension NameFinder {
  /// Whether by the rules a token behind a model's name is still part of it.
  func extends(_ name: NameMention, _ t: Int) -> Bool {
    let token = tokens[t]
    let gap = token.start - tokens[t - 1].end
    guard t - name.tokenEnd < 4, gap <= 1, !dateTokens.contains(t),
      gap == 0 || text.bytes[tokens[t - 1].end] != 0x0A
    else { return false }
    // A known variant is joined later.
    if (cuesAt[t] ?? []).contains(where: { $0.cue == .variant }) { return false }
    let isChinese = language == .chinese
    if gap == 0, !isChinese { return false }
    switch token.sort {
    case .mixed:
      return hasCapital(token) && token.end - token.start <= 6 && !isMeasured(token) && !isNoModel(t)
        && !isAmountOfMoney(t)
        && (cuesAt[t] ?? []).allSatisfy { $0.end < token.end }
    case .number:
      guard !isChinese, !isQuantity(t), text.bytes[tokens[t - 1].end - 1] != 0x2D else { return false }
      let length = token.end - token.start
      if length == 1 {
        // "Ioniq 2": of a family whose names end with numbers.
        let word = Array(text.bytes[name.start..<name.end])
        return catalogue.families[word] != nil && !word.contains(where: Letters.isDigit)
      }
      // "vom C10 580." counts cars, "PV5 Passenger 412;" kilometres.
      let isMarked = t + 1 >= tokens.count || tokens[t + 1].sort == .mark
      let isLoose = name.isKnown && length == 3 && isMarked && !opensLine(name)
      return length <= 3 && (!isLoose && endsName(t + 1) || length > 1 && standsAgain(name, t))
    case .word:
      // "B2 Break": a body's word that stands there again, and again with a capital.
      let isBody = language != .german && !isChinese && (cuesAt[t] ?? []).contains { self.isBody($0.cue) }
      if isBody, token.isCapital, t == name.tokenEnd, !name.isKnown { return standsAgain(name, t) }
      guard token.isCapital, isNameWord(t) else { return false }
      if isChinese { return token.end - token.start <= 8 }
      // In German every noun has a capital: only where a list's line or brackets end the name.
      if language == .german, catalogue.maker(named: name.maker) == nil, t == name.tokenEnd {
        return t + 1 >= tokens.count || !tokens[t + 1].isCapital
      }
      if language == .german { return t - name.tokenEnd < 2 && opensLine(name) && endsName(t + 1) }
      return !beginsSentence(t)
    default: return false
    }
  }

  /// Whether name and number stand together at another place or in the title: "the Spring 45".
  func standsAgain(_ name: NameMention, _ t: Int) -> Bool {
    let words = text.bytes[name.start..<tokens[t].end]
    if titleContext.text.firstRange(of: words) != nil { return true }
    return tokens.indices.contains { other in
      other != name.token && tokens[other].sort != .mark
        && tokens[other].start + words.count <= text.bytes.count
        && text.bytes[tokens[other].start] == words.first
        && text.bytes[tokens[other].start..<tokens[other].start + words.count].elementsEqual(words)
    }
  }

  /// Whether the next token closes a name: a mark, or a variant's word.
  private func endsName(_ t: Int) -> Bool {
    guard t < tokens.count, sameLine(t - 1, t) else { return true }
    if tokens[t].sort == .mark { return text.bytes[tokens[t].start] != 0x25 }
    return (cuesAt[t] ?? []).contains {
      switch $0.cue {
      case .variant, .refVersion, .price, .priceStart, .past, .plan, .range: true
      default: false
      }
    }
  }

  /// Whether only marks and the maker stand before a name in its line.
  private func opensLine(_ name: NameMention) -> Bool {
    var at = name.token
    var words = 0
    while at > 0, sameLine(at - 1, name.token) {
      at -= 1
      if tokens[at].sort != .mark { words += 1 }
    }
    return words <= 2
  }
}
