import Facts
import Lexicon

/// Names of models that are words: "the Solis", of a maker whom the article names elsewhere.
///
/// Each capital word that no catalogue and no list of the language knows is a candidate, with all its places in the article; trees that
/// were trained on annotated articles, with the names withheld from the catalogue, tell from what stands around the places whether it is a
/// model, and whose.
extension NameFinder {
  /// The longest run of words that is looked at as one name.
  private static let longest = 3

  /// The candidates, in the order of their first places.
  func wordNames(_ names: [NameMention], _ unknown: [NameMention]) -> [WordName] {
    guard names.contains(where: { $0.sort != .variant }) || !titleContext.makers.isEmpty else { return [] }
    let view = WordNameView(finder: self, names: names, unknown: unknown)
    var places: [[UInt8]: [Range<Int>]] = [:]
    for t in tokens.indices {
      for run in runs(at: t, view) { places[bytes(of: run), default: []].append(run) }
    }
    // A run that stands nowhere but within a longer one is none of its own.
    let runs = places.filter { _, list in
      list.contains { place in !view.isWithinRun(place) } || list[0].count > 1
    }
    return runs.sorted {
      ($0.value[0].lowerBound, $0.value[0].count) < ($1.value[0].lowerBound, $1.value[0].count)
    }
    .map { key, list in
      let first = list[0]
      return WordName(
        name: written(first), places: list,
        features: view.features(key, list), owners: view.owners(list))
    }
  }

  /// The models among the words, each at all its places.
  func models(among words: [WordName]) -> [NameMention] {
    let likely = NameDecisions.probabilities(words)
    var out: [NameMention] = []
    var taken: Set<Int> = []
    // Of two names the longer one goes first, then the likelier.
    let order = words.indices.filter { likely[$0] >= NameDecisions.least }.sorted {
      (words[$1].places[0].count, likely[$1], $0) < (words[$0].places[0].count, likely[$0], $1)
    }
    for i in order {
      guard let maker = NameDecisions.owner(words[i]) else { continue }
      for place in words[i].places where taken.isDisjoint(with: place) {
        taken.formUnion(place)
        out.append(
          NameMention(
            sort: .model, maker: maker, model: words[i].name, base: words[i].name,
            start: tokens[place.lowerBound].start, end: tokens[place.upperBound - 1].end,
            token: place.lowerBound, tokenEnd: place.upperBound, isKnown: false, isGroup: false))
      }
    }
    return out
  }

  /// What the text as it was given has between two places of the folded one.
  func written(_ start: Int, _ end: Int) -> String {
    let span = text.span(start, end)
    return String(decoding: text.original[span.start..<span.end], as: UTF8.self)
  }

  /// A run of tokens as it was given.
  func written(_ run: Range<Int>) -> String {
    written(tokens[run.lowerBound].start, tokens[run.upperBound - 1].end)
  }

  /// The folded bytes of a run of tokens.
  func bytes(of run: Range<Int>) -> [UInt8] {
    Array(text.bytes[tokens[run.lowerBound].start..<tokens[run.upperBound - 1].end])
  }

  /// The runs of words that begin at a token and may be a name: the longest one, and in German, where every noun has a capital, the shorter
  /// ones too.
  func runs(at t: Int, _ view: WordNameView) -> [Range<Int>] {
    if view.isWordWithMeaning(t) { return [t..<t + 1] }
    guard view.isCandidate(t) else { return [] }
    let isInside = t > 0 && view.isCandidate(t - 1) && isNext(t)
    if isInside, language != .german { return [] }
    var out: [Range<Int>] = []
    var end = t + 1
    while end < tokens.count, end - t < NameFinder.longest, isNext(end), view.isCandidate(end) {
      if language == .german { out.append(t..<end) }
      end += 1
    }
    // "Balam Uno", "Panel Van": capital words for bodies and numbers may belong to the name.
    var tail = end
    while tail < tokens.count, tail - end < 2, isNext(tail), tokens[tail].isCapital,
      !view.taken.contains(tail),
      isTailWord(tail)
    {
      tail += 1
      out.append(t..<tail)
    }
    // "Solis 45": digits that count nothing.
    if end < tokens.count, isNext(end), tokens[end].sort == .number, tokens[end].end - tokens[end].start <= 3,
      !isQuantity(end), !dateTokens.contains(end), !amountStarts.contains(end), !view.taken.contains(end)
    {
      out.append(t..<end)
      end += 1
    }
    out.append(t..<end)
    return out
  }

  private func isTailWord(_ t: Int) -> Bool {
    (cuesAt[t] ?? []).contains {
      $0.end == tokens[t].end
        && (isBody($0.cue) || $0.cue == .numberWord || $0.cue == .electric || $0.cue == .refVersion)
    }
  }

  /// Whether only one blank stands between a token and the one before it.
  func isNext(_ t: Int) -> Bool {
    t > 0 && tokens[t].start - tokens[t - 1].end == 1 && tokens[t].spaceBefore
      && text.bytes[tokens[t - 1].end] != 0x0A
  }
}
