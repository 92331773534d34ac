import Facts
import Lexicon

/// What stands around a token: articles, describing words, quantities, the beginning of a sentence.
extension NameFinder {
  static func describes(_ cue: Cue) -> Bool {
    switch cue {
    case .electric, .sedan, .suv, .hatchback, .wagon, .coupe, .mpv, .pickup, .van, .roadster, .refModel: true
    default: false
    }
  }

  func sameLine(_ a: Int, _ b: Int) -> Bool {
    guard a < tokens.count, b < tokens.count, a <= b, tokens[a].start <= tokens[b].start else { return false }
    return !text.bytes[tokens[a].start..<tokens[b].start].contains(0x0A)
  }

  func isQuantity(_ t: Int) -> Bool {
    guard t + 1 < tokens.count else { return false }
    if text.bytes[tokens[t + 1].start] == 0x25 { return true }
    let s = text.bytes
    if tokens[t].end < s.count,
      s[tokens[t].end] == 0x2C || s[tokens[t].end] == 0x2E || s[tokens[t].end] == 0x27,
      tokens[t].end + 1 < s.count, Letters.isDigit(s[tokens[t].end + 1])
    {
      return true
    }
    if tokens[t + 1].sort == .number, tokens[t + 1].end - tokens[t + 1].start == 3,
      tokens[t].end - tokens[t].start <= 3, tokens[t + 1].start - tokens[t].end == 1
    {
      // "Polestar 4 219,000": the thousands are parted by another sign.
      let end = tokens[t + 1].end
      return
        !(end + 3 < s.count && (s[end] == 0x2C || s[end] == 0x2E)
        && (1...3).allSatisfy { Letters.isDigit(s[end + $0]) })
    }
    return (cuesAt[t + 1] ?? []).contains {
      switch $0.cue {
      case .vehicle, .unitKm, .unitMi, .unitOther, .currency, .currencySymbol, .numberMultiplier,
        .outletStore, .outletDealer, .outletAny, .outletService, .measureSales, .measureDeliveries,
        .measureRegistrations, .measureOrders, .dateUnit, .month:
        true
      default: false
      }
    }
  }

  func isNoModel(_ t: Int) -> Bool {
    (cuesAt[t] ?? []).contains {
      switch $0.cue {
      case .notmodel, .quarter, .half, .unitOther, .numberMultiplier, .variant, .suv, .mpv:
        $0.end >= tokens[t].end
      default: false
      }
    }
  }

  static let determiners: Set<String> = [
    "the", "a", "an", "its", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "le", "la",
    "les", "l", "du", "au", "un", "une", "il", "lo", "gli", "del", "della", "dal",
    "alla", "al", "uno", "una", "el", "los", "las", "su", "son", "sa", "sein", "seine", "款", "台", "is", "als",
    "como", "come", "comme", "as", "plus", "sur", "zum", "vom", "beim", "im",
  ]

  /// Whether a definite article stands at the token.
  func isArticle(_ t: Int) -> Bool {
    guard t >= 0 else { return false }
    var at = t
    if text.bytes[tokens[at].start] == 0x27, at > 0 { at -= 1 }
    return [
      "the", "der", "die", "das", "den", "dem", "le", "la", "l", "du", "il", "del", "dal", "al", "el",
      "della", "dalla", "alla", "au",
    ]
    .contains(String(decoding: text.bytes[tokens[at].start..<tokens[at].end], as: UTF8.self))
  }

  func isDeterminer(_ t: Int) -> Bool {
    guard t >= 0 else { return false }
    var at = t
    if text.bytes[tokens[at].start] == 0x27, at > 0 { at -= 1 }
    return NameFinder.determiners.contains(
      String(decoding: text.bytes[tokens[at].start..<tokens[at].end], as: UTF8.self))
  }

  func isDescribed(_ t: Int) -> Bool {
    guard t >= 0, t < tokens.count else { return false }
    // A describing word that begins or ends at the token.
    for at in max(0, t - 2)...t {
      for cue in cuesAt[at] ?? [] where cue.token <= t && cue.tokenEnd > t && NameFinder.describes(cue.cue) {
        return true
      }
    }
    return false
  }

  func beginsSentence(_ t: Int) -> Bool {
    guard t > 0 else { return true }
    if text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A) { return true }
    let before = text.bytes[tokens[t - 1].start]
    return tokens[t - 1].sort == .mark
      && (before == 0x2E || before == 0x3F || before == 0x21 || before == 0x3A)
  }

  func tokenEnd(_ end: Int, from t: Int) -> Int {
    var at = t
    while at < tokens.count, tokens[at].start < end { at += 1 }
    return at
  }
}
