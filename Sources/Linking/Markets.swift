import Facts
import Finding
import Lexicon

/// The markets that an article names, numbered, with how often.
struct Markets: Sendable {
  /// The codes.
  let codes: [String]
  private let numbering: Numbering<String>
  /// The market of each mention.
  let named: [Int]
  /// How often the body names each.
  let counts: [Int]
  /// The number of mentions of the body.
  let total: Int
  /// The markets of the body, those named most first, and each one's place among them.
  let ranked: [Int]
  let ranks: [Int?]
  /// What the title names, in the order of the codes.
  let title: [Int]
  let isInTitle: [Bool]
  /// Whether it is a region of several countries.
  let isRegion: [Bool]

  /// The number of a market; `nil` where the article does not name it.
  func number(of code: String) -> Int? { numbering.known(code) }

  init(_ mentions: Mentions, title: Mentions?, catalogue: Catalogue) {
    var numbering = Numbering<String>()
    func number(_ code: String) -> Int { numbering.number(of: code) }
    named = mentions.markets.map { number($0.code) }
    self.title = Set((title?.markets ?? []).map(\.code)).sorted().map(number)
    let codes = numbering.keys
    var counts = Array(repeating: 0, count: codes.count)
    for n in named { counts[n] += 1 }
    total = named.count
    ranked = codes.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], codes[$0]) < (counts[$0], codes[$1]) }
    ranks = numbering.places(in: ranked)
    isInTitle = numbering.places(in: self.title).map { $0 != nil }
    isRegion = codes.map { catalogue.regions[$0] != nil }
    self.counts = counts
    self.codes = codes
    self.numbering = numbering
  }

  /// How often the body names a market.
  func count(of code: String) -> Int { numbering.known(code).map { counts[$0] } ?? 0 }

  /// Whether the title names a market.
  func isInTitle(_ code: String) -> Bool { numbering.known(code).map { isInTitle[$0] } ?? false }
}
