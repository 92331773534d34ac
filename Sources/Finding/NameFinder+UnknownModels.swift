import Facts
import Lexicon

/// Models that no catalogue knows and whose names are words: "the Finch", "el furgón Melro", "die Forelle, ein Zweisitzer".
///
/// A capital word gathers points at each place: a body's word before it, an apposition behind it, a maker before it, an article.
/// Of each sort of evidence the best place counts, so that a word is not a model for being named often.
extension NameFinder {
  /// What speaks for a word, by sort.
  struct WordEvidence {
    var sorts = [Double](repeating: 0, count: 10)
    var places: [Int] = []
    var articles = 0
    /// The makers that stand directly before it.
    var makers: [String: Int] = [:]
    /// The first place with evidence of its own.
    var first: Int?

    var sum: Double { sorts.reduce(0, +) }

    /// Whether more speaks for it than articles and the title.
    var isMoreThanNamed: Bool { sum - sorts[0] - sorts[7] > 0 }

    mutating func add(_ sort: Int, _ points: Double, _ t: Int) {
      sorts[sort] = max(sorts[sort], points)
      if points > 0 { first = min(first ?? t, t) }
    }
  }

  /// A word with this many points is a model.
  private func enough(_ makers: [NameMention]) -> Double {
    if makers.isEmpty { return 2.5 }
    return language == .german ? 1.75 : 2
  }

  /// Words that the article uses as names of models, with what speaks for them; `makers` stand before some of them.
  func modelWords(_ names: [NameMention], _ makers: [NameMention], enough least: Double? = nil) -> [[UInt8]:
    WordEvidence]
  {
    let models = Set(names.filter { $0.sort == .model }.flatMap { $0.token..<$0.tokenEnd })
    let taken = Set(names.flatMap { $0.token..<max($0.tokenEnd, $0.token + 1) })
    let makerEnds = Dictionary(makers.map { ($0.tokenEnd, $0) }) { old, _ in old }
    let named = Set(names.map(\.maker))
    var words: [[UInt8]: WordEvidence] = [:]
    // What stands behind a model somewhere is a variant of it.
    var variants: Set<[UInt8]> = []
    for (t, token) in tokens.enumerated()
    where token.sort == .word && token.isCapital && token.end - token.start >= 3 && !taken.contains(t) {
      let word = Array(text.bytes[token.start..<token.end])
      if isBehindName(t, models) {
        variants.insert(word)
        continue
      }
      let isNumber = isNumberName(t)
      guard isNumber || isFree(t, named), !NameFinder.kin.contains(folded(t)),
        !NameFinder.suffixes.contains(folded(t))
      else { continue }
      var evidence = words[word] ?? WordEvidence()
      evidence.places.append(t)
      let isOf = language == .chinese && t > 1 && folded(t - 1) == "的"
      weigh(t, makerEnds[t] ?? (isOf ? makerEnds[t - 1] : nil), &evidence)
      words[word] = evidence
    }
    words = words.filter { word, evidence in
      guard evidence.sum >= 1, !variants.contains(word) || !evidence.makers.isEmpty else { return false }
      let isNumber = evidence.places.contains { isNumberName($0) }
      if isNumber { return evidence.articles > 0 || !evidence.makers.isEmpty }
      return !occursSmall(word) || evidence.sum >= 5
    }
    let enough = least ?? enough(makers)
    joinLists(&words, enough)
    words = words.filter { _, evidence in
      guard evidence.sum >= enough else { return false }
      if evidence.isMoreThanNamed { return true }
      // In Italian makers have articles too.
      return makers.isEmpty
        ? least != nil && evidence.articles > 1 && language != .italian : language != .german
    }
    // A second word is part of the name that the first begins.
    let begins = Set(words.values.flatMap(\.places))
    for (word, evidence) in words {
      words[word]?.places = evidence.places.filter { t in
        !(begins.contains(t - 1) && tokens[t].start - tokens[t - 1].end <= 1)
      }
    }
    return words.filter { !$0.value.places.isEmpty }
  }

  /// Models of unknown makers that are words.
  func unknownModels(_ makers: [NameMention], _ names: [NameMention]) -> [NameMention] {
    guard let firstMaker = makers.first else { return [] }
    var out: [NameMention] = []
    let sorted = makers.sorted { $0.start < $1.start }
    for (_, evidence) in modelWords(names, makers).sorted(by: { $0.value.places[0] < $1.value.places[0] }) {
      let at = evidence.first ?? evidence.places[0]
      let near = sorted.last { $0.token < at } ?? firstMaker
      let ends = Dictionary(sorted.map { ($0.tokenEnd, $0.maker) }) { old, _ in old }
      var maker = evidence.places.lazy.compactMap { ends[$0] }.first ?? near.maker
      if evidence.makers.count > 1 || near.token < evidence.places[0] { maker = near.maker }
      for t in evidence.places where !isNumberName(t) || !beginsSentence(t) || isDeterminer(t - 1) {
        maker = ends[t] ?? maker
        let span = text.span(tokens[t].start, tokens[t].end)
        let name = String(decoding: text.original[span.start..<span.end], as: UTF8.self)
        out.append(
          NameMention(
            sort: .model, maker: maker, model: name, base: name, start: tokens[t].start, end: tokens[t].end,
            token: t, tokenEnd: t + 1, isKnown: false, isGroup: false))
      }
    }
    return out
  }

  /// Adds what one place says.
  private func weigh(_ t: Int, _ maker: NameMention?, _ evidence: inout WordEvidence) {
    let isGerman = language == .german
    let isOwned = isOwned(t)
    // In Chinese a Latin word stands as a name does.
    let hasArticle = language == .chinese || isArticle(t - 1) && sameLine(t - 1, t) || isOwned
    let isNear = t > 0 && tokens[t].start - tokens[t - 1].end <= 1 && sameLine(t - 1, t)
    if hasArticle, !isNameLike(t + 1) || maker != nil {
      evidence.articles += 1
      let isWeak = isGerman || language == .chinese
      evidence.add(0, min(isWeak ? 0.5 : 2.5, (isWeak ? 0.25 : 1) * Double(evidence.articles)), t)
      evidence.first = evidence.first == t ? nil : evidence.first
    }
    let ends = endsPhrase(t + 1)
    if isNear, let body = body(before: t) {
      if body.cue == .refModel {
        evidence.add(1, isGerman ? 0.5 : 1, t)
      } else {
        // Before another name it may be the maker's: "la camioneta Quillay Coigüe".
        let isLone = !isNameLike(t + 1)
        evidence.add(
          1,
          (isGerman ? 1 : 1.5) + (ends ? 1 : 0) + (isLone ? 0.5 : 0)
            + (isDeterminer(body.token - 1) ? 0.5 : 0), t)
      }
    }
    // "Der Ovaro Kubus, ein Kleintransporter": the first of two names behind an article may be a maker.
    let isBehindMaker =
      isNear && (maker != nil || isNameLike(t - 1) && (isArticle(t - 2) || isDeterminer(t - 2)))
    if let maker, isNear {
      evidence.makers[maker.maker, default: 0] += 1
      let isLed = isDeterminer(maker.token - 1) || body(before: maker.token) != nil
      evidence.add(2, isGerman && !isLed ? 1 : 2.5, t)
    }
    if hasArticle || isBehindMaker, isApposition(behind: t + 1) { evidence.add(3, 3, t) }
    if hasArticle, isApposition(before: t - 1), !isGerman || ends { evidence.add(4, 2.5, t) }
    if isNear, NameFinder.naming.contains(folded(t - 1)) { evidence.add(5, 1.5, t) }
    if hasArticle || isBehindMaker, isCopula(t + 1) { evidence.add(6, 3, t) }
    if hasArticle, (cuesAt[t + 1] ?? []).contains(where: { $0.cue == .price || $0.cue == .priceStart }) {
      evidence.add(7, 1.5, t)
    }
    if hasArticle, !isGerman, makes(before: isOwned ? t - 1 : articleToken(t - 1)) { evidence.add(5, 1.5, t) }
    if !isGerman, language != .chinese, hasArticle,
      titleContext.points[Array(text.bytes[tokens[t].start..<tokens[t].end])] != nil
    {
      evidence.add(7, 1, t)
    }
    if language == .english, hasArticle, let body = (cuesAt[t + 1] ?? []).first(where: { isBody($0.cue) }),
      body.token == t + 1
    {
      evidence.add(8, 2, t)
    }
  }

  /// What is joined by "and" to a model is one: "nach dem Sprott und der Scholle".
  private func joinLists(_ words: inout [[UInt8]: WordEvidence], _ enough: Double) {
    let sure = words.filter { $0.value.sum >= enough }
    let ends = Set(sure.flatMap { $0.value.places.map { $0 + 1 } })
    let begins = Set(sure.flatMap { $0.value.places })
    for (word, evidence) in words where evidence.sum < enough && evidence.articles > 0 {
      for t in evidence.places where isArticle(t - 1) {
        let isBehind = ends.contains { end in end < t && t - end <= 3 && listJoint(end) == t }
        let isBefore = listJoint(t + 1).map { begins.contains($0) } ?? false
        if isBehind || isBefore { words[word]?.add(9, 2.5, t) }
      }
    }
  }

  // MARK: Looks

  /// Nouns for a car that stand as a name does.
  private static let kin: Set<String> = [
    "vorgänger", "nachfolger", "neuling", "prototyp", "erstling", "klassiker", "stromer", "zweisitzer",
    "viersitzer",
    "salon",
  ]

  /// Whether a word or code stands there that reads as a name.
  private func isNameLike(_ t: Int) -> Bool {
    guard t > 0, t < tokens.count, sameLine(t - 1, t), tokens[t].start - tokens[t - 1].end <= 1 else {
      return false
    }
    if tokens[t].sort == .number { return isBeforeDigit(t - 1) }
    guard tokens[t].isCapital else { return false }
    return tokens[t].sort == .mixed && !isNoModel(t) || tokens[t].sort == .word && isFree(t, [])
  }

  /// Whether a name or a hyphen stands directly before: the word goes on with that.
  private func isBehindName(_ t: Int, _ taken: Set<Int>) -> Bool {
    guard t > 0, tokens[t].start - tokens[t - 1].end <= 1, sameLine(t - 1, t) else { return false }
    return !tokens[t].spaceBefore && text.bytes[tokens[t - 1].start] == 0x2D
      || (taken.contains(t - 1)
        || tokens[t - 1].sort == .mixed && hasCapital(tokens[t - 1]) && !isMeasured(tokens[t - 1]))
        && tokens[t - 1].sort != .ideograph
  }

  private func articleToken(_ t: Int) -> Int { t > 0 && text.bytes[tokens[t].start] == 0x27 ? t - 1 : t }

  /// "building the", "unveiled its": a verb of making or showing ends where the article begins.
  private func makes(before t: Int) -> Bool {
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
  private func isCovered(_ t: Int) -> Bool {
    (max(0, t - 4)..<t).contains { at in (cuesAt[at] ?? []).contains { $0.tokenEnd > t && !($0.cue == .glue) }
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
  private func isNumberName(_ t: Int) -> Bool {
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

  private func endsPhrase(_ t: Int) -> Bool {
    guard t < tokens.count, sameLine(t - 1, t) else { return true }
    return tokens[t].sort == .mark && text.bytes[tokens[t].start] != 0x2D
      && text.bytes[tokens[t].start] != 0x27
  }

  /// ", a three-row SUV": a mark at the token and a body's word before the next one.
  private func isApposition(behind t: Int) -> Bool {
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
  private func isApposition(before article: Int) -> Bool {
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
  private func isCopula(_ t: Int) -> Bool {
    guard NameFinder.being.contains(folded(t)) else { return false }
    for at in t + 1..<min(tokens.count, t + 6) {
      guard sameLine(t, at), tokens[at].sort != .mark || text.bytes[tokens[at].start] == 0x27 else {
        return false
      }
      if (cuesAt[at] ?? []).contains(where: { isBody($0.cue) }) { return true }
    }
    return false
  }

  private static let being: Set<String> = [
    "is", "will", "ist", "wird", "est", "sera", "è", "sarà", "es", "será", "是", "remains", "bleibt", "reste",
    "resta",
  ]

  /// Words that a name follows.
  private static let naming: Set<String> = [
    "called", "named", "dubbed", "christened", "heißt", "namens", "getauft", "appelle", "appellera", "appelé",
    "appelée", "baptisé", "baptisée", "nommé", "nommée", "llama", "llamará", "llamado", "llamada",
    "bautizado",
    "bautizada", "denominado", "denominada", "chiama", "chiamerà", "chiamato", "chiamata", "battezzata",
    "battezzato",
    "叫", "名",
  ]
}
