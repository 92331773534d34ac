import Facts
import Lexicon

/// An article as the search for names that are words sees it: what is named already, and what each sentence holds.
struct WordNameView {
  let finder: NameFinder
  /// The names found so far, in order.
  let names: [NameMention]
  let unknown: [NameMention]
  /// The tokens that are part of a name.
  let taken: Set<Int>
  /// The number of each token's sentence.
  let sentence: [Int]
  /// What is in each sentence.
  private(set) var holds: [SentenceClues]
  /// The makers by how often they are named, the most frequent first.
  let makers: [(maker: String, count: Int)]
  /// The names that end before a token.
  private let ends: [Int: NameMention]
  /// Which tokens may be words of a name that nobody knows.
  private var candidates: [Bool] = []

  /// What is in a sentence.
  struct SentenceClues: OptionSet {
    let rawValue: Int
    static let model = SentenceClues(rawValue: 1)
    static let maker = SentenceClues(rawValue: 2)
    static let amount = SentenceClues(rawValue: 4)
    static let range = SentenceClues(rawValue: 8)
    static let milestone = SentenceClues(rawValue: 16)
    static let count = SentenceClues(rawValue: 32)
    static let date = SentenceClues(rawValue: 64)
  }

  init(finder: NameFinder, names: [NameMention], unknown: [NameMention]) {
    self.finder = finder
    self.names = names
    self.unknown = unknown
    taken = Set(names.flatMap { $0.token..<max($0.tokenEnd, $0.token + 1) })
    ends = Dictionary(names.map { ($0.tokenEnd, $0) }) { old, _ in old }
    var number = 0
    var sentence = [Int](repeating: 0, count: finder.tokens.count)
    for t in finder.tokens.indices {
      if t > 0, finder.beginsSentence(t), finder.text.bytes[finder.tokens[t - 1].start] != 0x3A {
        number += 1
      }
      sentence[t] = number
    }
    self.sentence = sentence
    var holds = [SentenceClues](repeating: [], count: number + 1)
    for name in names where name.sort != .variant {
      holds[sentence[name.token]].insert(name.model == nil ? .maker : .model)
    }
    for t in finder.amountStarts { holds[sentence[t]].insert(.amount) }
    for t in finder.dateTokens { holds[sentence[t]].insert(.date) }
    for (t, cues) in finder.cuesAt {
      for cue in cues {
        switch cue.cue {
        case .range, .unitKm, .unitMi: holds[sentence[t]].insert(.range)
        case .unveil, .presale, .launch, .delivery, .production, .discontinue, .weakMilestone:
          holds[sentence[t]].insert(.milestone)
        case .vehicle, .measureSales, .measureDeliveries, .measureRegistrations, .measureOrders:
          holds[sentence[t]].insert(.count)
        default: break
        }
      }
    }
    self.holds = holds
    var counts: [String: Int] = [:]
    for name in names where !name.maker.isEmpty { counts[name.maker, default: 0] += 1 }
    for maker in finder.titleContext.makers { counts[maker, default: 0] += 1 }
    makers = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    candidates = finder.tokens.indices.map(isUnknownWord)
  }

  /// Whether a token may be a word of a name that nobody knows.
  func isCandidate(_ t: Int) -> Bool { candidates[t] }

  /// Whether a token has a capital, and neither the language nor the catalogue knows it.
  private func isUnknownWord(_ t: Int) -> Bool {
    let token = finder.tokens[t]
    guard mayBeName(t), !finder.dateTokens.contains(t) else { return false }
    if token.sort == .mixed {
      return finder.hasCapital(token) && !finder.isMeasured(token) && !finder.isAmountOfMoney(t)
        && (!finder.isNoModel(t) || finder.isArticle(t - 1) || finder.body(before: t) != nil)
    }
    return finder.isFree(t, [])
  }

  /// Whether a token is a word that means something else and is written as a name here: "the Alaska", "la Due", "the Spring".
  func isWordWithMeaning(_ t: Int) -> Bool {
    let token = finder.tokens[t]
    guard token.sort == .word, token.isCapital, mayBeName(t), !finder.beginsSentence(t), !finder.isCovered(t),
      !isCandidate(t)
    else { return false }
    let cues = (finder.cuesAt[t] ?? []).filter { $0.end >= token.end }
    if cues.isEmpty { return !finder.dateTokens.contains(t) }
    // In German every noun has a capital.
    if finder.language == .german { return cues.allSatisfy { $0.cue == .numberWord } }
    return cues.allSatisfy { $0.end == token.end && !WordNameView.neverNames.contains($0.cue) }
  }

  /// Words that are never a name, capital or not.
  private static let neverNames: Set<Cue> = [
    .variant, .notmodel, .currency, .currencyDollar, .currencyYen, .currencySymbol, .unitKm, .unitMi,
    .unitOther,
    .cycleWLTP, .cycleCLTC, .cycleEPA, .cycleNEDC, .month, .weekday, .boilerplate, .abbreviation, .quarter,
    .half,
    .numberMultiplier, .cite, .thirdparty, .glue,
  ]

  private func mayBeName(_ t: Int) -> Bool {
    let token = finder.tokens[t]
    guard token.sort == .word || token.sort == .mixed, token.isCapital || token.sort == .mixed,
      token.end - token.start >= 2, !taken.contains(t), !finder.isDeterminer(t)
    else { return false }
    // "Nord-Süd": what a hyphen joins to a word before it is part of that.
    return token.sort == .mixed || t == 0 || token.spaceBefore
      || finder.text.bytes[finder.tokens[t - 1].start] != 0x2D
  }

  /// Whether a place lies within a longer run of candidates.
  func isWithinRun(_ place: Range<Int>) -> Bool {
    place.lowerBound > 0 && isCandidate(place.lowerBound - 1) && finder.isNext(place.lowerBound)
      || place.upperBound < finder.tokens.count && isCandidate(place.upperBound)
        && finder.isNext(place.upperBound)
  }

  /// How often a word stands in the text, whatever stands around it.
  func times(_ key: [UInt8]) -> Int {
    finder.tokens.count {
      $0.start + key.count <= finder.text.bytes.count
        && finder.text.bytes[$0.start..<$0.start + key.count].elementsEqual(key)
    }
  }

  /// The name that ends where a token begins.
  func name(endingAt t: Int) -> NameMention? { ends[t] }

  /// Whether a model is joined to a place by a comma or "and".
  func isListedWithModel(_ place: Range<Int>) -> Bool {
    for name in names where name.model != nil {
      let isBehind =
        name.tokenEnd <= place.lowerBound && place.lowerBound - name.tokenEnd <= 3
        && finder.listJoint(name.tokenEnd) == place.lowerBound
      if isBehind || name.token >= place.upperBound && finder.listJoint(place.upperBound) == name.token {
        return true
      }
    }
    return false
  }
}
