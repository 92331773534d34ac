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
    // Where one model has a number for a name, others have too: "Verdal Uno", "el Dos".
    let hasNumbers = words.values.contains { $0.sum >= enough && $0.places.contains { isNumberName($0) } }
    words = words.filter { _, evidence in
      if hasNumbers, !makers.isEmpty, evidence.articles > 0,
        evidence.places.contains(where: { isNumberName($0) })
      {
        return true
      }
      guard evidence.sum >= enough else { return false }
      if evidence.isMoreThanNamed { return true }
      // In Italian makers have articles too.
      return makers.isEmpty
        ? least != nil && evidence.articles > 1 && language != .italian
        : evidence.articles > 1 && language != .german
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
        let name = written(tokens[t].start, tokens[t].end)
        out.append(
          NameMention(
            sort: .model, maker: maker, model: name, base: name, start: tokens[t].start, end: tokens[t].end,
            token: t, tokenEnd: t + 1, isKnown: false, isGroup: false))
      }
    }
    return out
  }

  /// Adds what one place says.
  func weigh(_ t: Int, _ maker: NameMention?, _ evidence: inout WordEvidence) {
    let isGerman = language == .german
    let isOwned = isOwned(t)
    // In Chinese a Latin word stands as a name does.
    let hasArticle =
      language == .chinese || isArticle(t - 1) && sameLine(t - 1, t) && !isPartOfPlace(t - 1) || isOwned
    let isNear = t > 0 && tokens[t].start - tokens[t - 1].end <= 1 && sameLine(t - 1, t)
    if hasArticle, !isNameLike(t + 1) || maker != nil, !isPlaced(t - 1) {
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
    if isNear, NameFinder.naming.contains(folded(t - 1)) { evidence.add(5, 2, t) }
    // 首款量产车Pipit: a word for a car directly before.
    if language == .chinese, t > 0, ["车", "車", "型", "款"].contains(where: { folded(t - 1).hasSuffix($0) }) {
      evidence.add(5, 2, t)
    }
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
}
