import Facts
import Lexicon

/// Makers that no catalogue knows, by how the article speaks of them.
///
/// A capital word that is no other name and is never written small gathers points at each place: a word for a maker beside it
/// ("Lanwei, a Hefei-based start-up"), a code behind it ("Halvar H4"), a verb of making or selling behind it, a plant joined to it.
extension NameFinder {
  /// A word with this many points is a maker.
  private static let enough = 4.0

  /// What the article knows before it looks for makers.
  struct MakerClues {
    /// Whether codes or words stand there as models that no known maker has.
    var hasOrphans: Bool
    /// The first tokens of words that are models.
    var models: Set<Int>
    /// The places of words of which something says that they are models.
    var leaning: Set<Int>
    /// The makers that the text names.
    var named: Set<String>
    /// The words that open paragraphs as headings, where there are several.
    var heads: Set<Int>
    /// The tokens behind adjectives of countries.
    var origins: Set<Int>
  }

  /// What the article knows before it looks for makers.
  func makerClues(_ names: [NameMention], _ markets: [MarketMention]) -> MakerClues {
    let leaning = modelWords(names, [], enough: 1.5)
    let words = leaning.filter { $0.value.sum >= 2.5 }
    return MakerClues(
      hasOrphans: !words.isEmpty || hasOrphanCodes(Set(names.map(\.maker))),
      models: Set(words.values.flatMap(\.places)),
      leaning: Set(leaning.values.flatMap(\.places)), named: Set(names.map(\.maker)),
      heads: headings(Set(names.map(\.maker))),
      origins: Set(markets.filter { $0.place == .adjective }.map { tokenEnd($0.end, from: $0.token) }))
  }

  func unknownMakers(_ clues: MakerClues) -> [NameMention] {
    var places: [[UInt8]: [Int]] = [:]
    for (t, token) in tokens.enumerated()
    where token.sort == .word && token.isCapital && token.end - token.start >= 4
      && token.end - token.start <= 16
      && !NameFinder.suffixes.contains(folded(t))
      && (t == 0 || token.spaceBefore || text.bytes[tokens[t - 1].start] != 0x2D)
    {
      places[stem(t), default: []].append(t)
    }
    var out: [NameMention] = []
    for (word, list) in places.sorted(by: { $0.value[0] < $1.value[0] })
    where points(word, list, clues) >= NameFinder.enough {
      let first = list.first { tokens[$0].end - tokens[$0].start == word.count } ?? list[0]
      let name = printed(written(tokens[first].start, tokens[first].start + word.count))
      for t in list {
        out.append(
          NameMention(
            sort: .maker, maker: name, model: nil, base: nil, start: tokens[t].start,
            end: tokens[t].start + word.count, token: t, tokenEnd: t + 1, isKnown: false, isGroup: false))
      }
    }
    if clues.hasOrphans { out += pairs(clues) }
    return out + (language == .chinese ? bilingual(clues) : [])
  }

  /// The word without the s of the genitive, where it stands without it too.
  private func stem(_ t: Int) -> [UInt8] {
    let bytes = Array(text.bytes[tokens[t].start..<tokens[t].end])
    guard language == .german, bytes.count > 5, bytes.last == 0x73 else { return bytes }
    let bare = Array(bytes.dropLast())
    let stands = tokens.contains {
      $0.sort == .word && $0.isCapital && text.bytes[$0.start..<$0.end].elementsEqual(bare)
    }
    return stands ? bare : bytes
  }

  /// How much speaks for a word as the name of a maker; negative where something forbids it.
  private func points(_ word: [UInt8], _ list: [Int], _ clues: MakerClues) -> Double {
    let title = titleContext.points[word] ?? 0
    guard !occursSmall(word) else { return -1 }
    var sum = title + (clues.hasOrphans ? 1 : 0)
    var barred = 0
    var placed = 0
    var sorts = [Double](repeating: 0, count: 8)
    for t in list {
      guard isNoOtherName(t, clues.named) else { return -1 }
      if isBeforeSuffix(t) {
        sorts[4] = 2.5
        if isBesideMakerWord(t, clues) { sorts[0] = 3 }
        if isBeforeVerb(t + 1) { sorts[2] = min(2, sorts[2] + 1) }
        if clues.hasOrphans, clues.heads.contains(t) { sorts[5] = 3 }
        continue
      }
      let isBeforeModel =
        isBeforeCode(t) || t + 1 < tokens.count && sameLine(t, t + 1) && clues.models.contains(t + 1)
      if isOrigin(t, clues) { sorts[6] = 2.5 }
      if isBeforeModel { sorts[1] = max(sorts[1], isBeforeDigit(t) ? 1.5 : 2.5) }
      if !isBeforeModel, sorts[6] == 0,
        isBesideCapital(t, clues) || isDetermined(t) && language != .italian && language != .spanish
      {
        barred += 1
        continue
      }
      if isPlace(t) { placed += 1 }
      if isBesideMakerWord(t, clues) { sorts[0] = 3 }
      if isBeforeVerb(t) { sorts[2] = min(2, sorts[2] + 1) }
      if isJoined(t) { sorts[3] = 2 }
      if clues.hasOrphans, clues.heads.contains(t) { sorts[5] = sorts[5] == 0 ? 3 : -3 }
      if isFounded(t) { sorts[7] = 2 }
      if isCited(t) { sum -= 2 }
    }
    if sorts[0] + sorts[1] + sorts[4] == 0 { sum -= 1.5 * Double(placed) }
    if barred * 2 > list.count || placed * 2 > list.count { return -1 }
    if list.contains(where: clues.leaning.contains), sorts[0] + sorts[4] + sorts[6] == 0 { return -1 }
    // Named only once, it needs a word for a maker beside it.
    guard
      list.count > 1 || title > 0 || sorts[0] + sorts[5] + sorts[6] > 0
        || sorts[1] + sorts[4] > 0 && clues.hasOrphans
    else { return -1 }
    return sum + sorts.reduce(0, +) + min(1.5, 0.5 * Double(list.count - 1))
  }

  /// "Yudo Nova, a Chinese brand": two capital words that are nobody's name, told to be a maker by the words right behind them.
  private func pairs(_ clues: MakerClues) -> [NameMention] {
    guard language != .german, language != .chinese else { return [] }
    func isFirst(_ t: Int) -> Bool {
      t + 1 < tokens.count && tokens[t].isCapital && tokens[t + 1].isCapital && tokens[t].sort == .word
        && tokens[t + 1].sort == .word && tokens[t + 1].start - tokens[t].end == 1
        && tokens[t].end - tokens[t].start > 2
        && tokens[t + 1].end - tokens[t + 1].start > 2 && isNoOtherName(t, clues.named)
        && isNoOtherName(t + 1, clues.named)
        && !(t + 2 < tokens.count && tokens[t + 2].isCapital && tokens[t + 2].start - tokens[t + 1].end == 1)
        && !(t > 0 && tokens[t - 1].isCapital && tokens[t].start - tokens[t - 1].end == 1)
    }
    var out: [NameMention] = []
    for t in tokens.indices where isFirst(t) && isToldMaker(t + 2) {
      let name = text.bytes[tokens[t].start..<tokens[t + 1].end]
      let maker = written(tokens[t].start, tokens[t + 1].end)
      guard !out.contains(where: { $0.maker == maker }) else { continue }
      for at in tokens.indices
      where isFirst(at) && text.bytes[tokens[at].start..<tokens[at + 1].end].elementsEqual(name) {
        out.append(
          NameMention(
            sort: .maker, maker: maker, model: nil, base: nil, start: tokens[at].start,
            end: tokens[at + 1].end,
            token: at, tokenEnd: at + 2, isKnown: false, isGroup: false))
      }
    }
    return out
  }

  /// ", a Chinese brand": a comma, an article and a word for a maker within three tokens, no preposition between.
  private func isToldMaker(_ t: Int) -> Bool {
    guard t + 2 < tokens.count, text.bytes[tokens[t].start] == 0x2C else { return false }
    let isLed = ["a", "an", "une", "un", "una", "marque", "marca", "marchio"].contains(folded(t + 1))
    guard isLed else { return false }
    return (t + 1..<min(tokens.count, t + 4)).contains { at in
      sameLine(t, at) && !["of", "at", "de", "di"].contains(folded(at))
        && (cuesAt[at] ?? []).contains { $0.cue == .refMaker && folded($0.tokenEnd - 1) != "company" }
    }
  }
}
