import Facts
import Lexicon

/// What speaks for a word as the name of a model, place by place.
extension NameFinder {
  /// Nouns for a car that stand as a name does.
  static let kin: Set<String> = [
    "vorgänger", "nachfolger", "neuling", "prototyp", "erstling", "klassiker", "stromer", "zweisitzer",
    "viersitzer",
    "salon",
  ]

  /// Whether a word or code stands there that reads as a name.
  func isNameLike(_ t: Int) -> Bool {
    guard t > 0, t < tokens.count, sameLine(t - 1, t), tokens[t].start - tokens[t - 1].end <= 1 else {
      return false
    }
    if tokens[t].sort == .number { return isBeforeDigit(t - 1) }
    guard tokens[t].isCapital else { return false }
    return tokens[t].sort == .mixed && !isNoModel(t) || tokens[t].sort == .word && isFree(t, [])
  }

  /// Whether a name or a hyphen stands directly before: the word goes on with that.
  func isBehindName(_ t: Int, _ taken: Set<Int>) -> Bool {
    guard t > 0, tokens[t].start - tokens[t - 1].end <= 1, sameLine(t - 1, t) else { return false }
    return !tokens[t].spaceBefore && text.bytes[tokens[t - 1].start] == 0x2D
      || (taken.contains(t - 1)
        || tokens[t - 1].sort == .mixed && hasCapital(tokens[t - 1]) && !isMeasured(tokens[t - 1]))
        && tokens[t - 1].sort != .ideograph
  }

  /// "al Lingotto", "à la Défense", "en la Expo": the article stands in a phrase of place.
  func isPlaced(_ article: Int) -> Bool {
    if ["al", "au", "nel", "nella", "im", "am", "zum"].contains(folded(article)) { return true }
    return ["in", "at", "en", "à", "a", "dans", "sur", "on", "ins", "near"].contains(
      folded(articleToken(article) - 1))
  }

  /// "de La Pocatière": a capital article within a sentence belongs to a place.
  func isPartOfPlace(_ article: Int) -> Bool {
    language != .german && tokens[article].isCapital && !beginsSentence(article)
      && tokens[article].sort == .word
      && tokens[article - 1].sort != .mark
  }

  func articleToken(_ t: Int) -> Int { t > 0 && text.bytes[tokens[t].start] == 0x27 ? t - 1 : t }

  /// "building the", "unveiled its": a verb of making or showing ends where the article begins.
  func makes(before t: Int) -> Bool {
    (max(0, t - 3)..<max(0, t)).contains { at in
      sameLine(at, t)
        && (cuesAt[at] ?? []).contains {
          guard $0.tokenEnd == t else { return false }
          switch $0.cue {
          case .production, .measureProduction, .unveil, .launch, .presale: return true
          default: return false
          }
        }
    }
  }

  /// Whether a word of the lexicon or a name that begins before the token goes on over it.
  func isCovered(_ t: Int) -> Bool {
    (max(0, t - 4)..<t).contains { at in
      (cuesAt[at] ?? []).contains { $0.tokenEnd > t && $0.cue != .glue && $0.cue != .variant }
    }
  }

  func folded(_ t: Int) -> String {
    guard t >= 0, t < tokens.count else { return "" }
    return String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self)
  }

  func isBody(_ cue: Cue) -> Bool {
    switch cue {
    case .sedan, .suv, .hatchback, .wagon, .coupe, .mpv, .pickup, .van, .roadster: true
    default: false
    }
  }

  /// The body's word, or the word for a model, that ends where a token begins.
  func body(before t: Int) -> CueMention? {
    var found: CueMention?
    for at in max(0, t - 4)..<max(0, t) where sameLine(at, t) {
      for cue in cuesAt[at] ?? [] where cue.tokenEnd == t {
        if isBody(cue.cue) { return cue }
        if cue.cue == .refModel { found = cue }
      }
    }
    return found
  }

  /// A word for a number that is written as a name: "el Dos", "die Uno".
  func isNumberName(_ t: Int) -> Bool {
    let cues = (cuesAt[t] ?? []).filter { $0.start == tokens[t].start && $0.end == tokens[t].end }
    return !cues.isEmpty && cues.allSatisfy { $0.cue == .numberWord || $0.cue == .numberOrdinal }
  }

  /// Whether the word is none of the lexicon, and no name but that of a model whose maker the article does not name.
  func isFree(_ t: Int, _ named: Set<String>) -> Bool {
    guard !dateTokens.contains(t), !isCovered(t) else { return false }
    for cue in cuesAt[t] ?? [] where cue.end >= tokens[t].end && cue.start <= tokens[t].start { return false }
    var isNamed = false
    catalogue.forEachName(in: text, at: tokens[t].start) { end, entry in
      guard end >= tokens[t].end else { return }
      if case .model(let m) = entry, !named.contains(catalogue.models[m].maker),
        catalogue.models[m].needsMaker
      {
        return
      }
      isNamed = true
    }
    return !isNamed
  }

  func endsPhrase(_ t: Int) -> Bool {
    guard t < tokens.count, sameLine(t - 1, t) else { return true }
    return tokens[t].sort == .mark && text.bytes[tokens[t].start] != 0x2D
      && text.bytes[tokens[t].start] != 0x27
  }

  /// ", a three-row SUV": a mark at the token and a body's word before the next one.
  func isApposition(behind t: Int) -> Bool {
    guard t < tokens.count, tokens[t].sort == .mark, sameLine(t - 1, t) else { return false }
    let mark = text.bytes[tokens[t].start]
    guard mark == 0x2C || mark == 0x28 || mark == 0xE2 || mark == 0x2D && tokens[t].spaceBefore else {
      return false
    }
    for at in t + 1..<min(tokens.count, t + 8) {
      guard sameLine(t, at) else { return false }
      if tokens[at].sort == .mark,
        [0x2C, 0x2E, 0x28, 0x29, 0x3B, 0x3A].contains(text.bytes[tokens[at].start])
      {
        return false
      }
      // Another name is described there.
      if tokens[at].isCapital, language != .german, tokens[at].sort != .number,
        (cuesAt[at] ?? []).isEmpty
      {
        return false
      }
      if (cuesAt[at] ?? []).contains(where: { isBody($0.cue) || $0.cue == .refModel }) { return true }
    }
    return false
  }

  /// "our third model, the Hecht": a comma or dash before the article, and a word for a car within five before that.
  func isApposition(before article: Int) -> Bool {
    var at = article
    if at > 0, text.bytes[tokens[at].start] == 0x27 { at -= 1 }
    guard at > 1, tokens[at - 1].sort == .mark, [0x2C, 0x3A].contains(text.bytes[tokens[at - 1].start]) else {
      return false
    }
    for back in stride(from: at - 2, through: max(0, at - 6), by: -1) {
      guard sameLine(back, at), tokens[back].sort != .mark else { return false }
      if tokens[back].isCapital, (cuesAt[back] ?? []).isEmpty { return false }
      if (cuesAt[back] ?? []).contains(where: {
        $0.cue == .refModel || isBody($0.cue) || $0.cue == .vehicle
      }) {
        return true
      }
    }
    return false
  }

  /// "is a small saloon": a form of "to be" and a body's word behind it.
  func isCopula(_ t: Int) -> Bool {
    guard NameFinder.being.contains(folded(t)) else { return false }
    for at in t + 1..<min(tokens.count, t + 6) {
      guard sameLine(t, at), tokens[at].sort != .mark || text.bytes[tokens[at].start] == 0x27 else {
        return false
      }
      if (cuesAt[at] ?? []).contains(where: { isBody($0.cue) }) { return true }
    }
    return false
  }

  static let being: Set<String> = [
    "is", "will", "ist", "wird", "est", "sera", "è", "sarà", "es", "será", "是", "remains", "bleibt", "reste",
    "resta",
  ]

  /// Words that a name follows.
  static let naming: Set<String> = [
    "called", "named", "dubbed", "christened", "heißt", "namens", "getauft", "appelle", "appellera", "appelé",
    "appelée", "baptisé", "baptisée", "nommé", "nommée", "llama", "llamará", "llamado", "llamada",
    "bautizado",
    "bautizada", "denominado", "denominada", "chiama", "chiamerà", "chiamato", "chiamata", "battezzata",
    "battezzato",
    "叫", "名",
  ]
}
