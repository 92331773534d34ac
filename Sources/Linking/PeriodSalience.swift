import Facts
import Finding
import Lexicon

/// Which periods an article is about: how often each is named, which the title and the lead name first, what each date is compared with.
struct PeriodSalience: Sendable {
  static let names = ["count", "countRank", "isFirst", "isTitle", "compared", "replaced"]

  private let counts: [(period: Period, count: Int)]
  private let first: Period?
  private let title: Period?
  /// The first plain date and the period named most often, with the date that each is first read from.
  let main: [(period: Period, date: Int)]
  /// Tokens between a word of comparison and each date; 9 where there is none.
  private let compared: [Float]
  private let replaced: [Float]

  init(
    _ mentions: Mentions, title: Mentions?, published: Day?, dateTokens: [Range<Int>], cues: [[Int]],
    sentenceOf: [Int]
  ) {
    func period(_ spec: DateSpec) -> Period? {
      guard spec.anaphor == nil else { return nil }
      var bare = spec
      bare.bound = .none
      return bare.period(published: published, direction: .past, context: nil)
    }
    let periods = mentions.dates.map { period($0.spec) }
    var counts: [Period: Int] = [:]
    for case let period? in periods { counts[period, default: 0] += 1 }
    self.counts = counts.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }
      .map { ($0.key, $0.value) }
    func isPlain(_ spec: DateSpec) -> Bool {
      spec.weekday == nil && spec.relative?.unit != .day && spec.day == nil
    }
    first = mentions.dates.indices.first { periods[$0] != nil && isPlain(mentions.dates[$0].spec) }
      .flatMap { periods[$0] }
    let plain = mentions.dates.indices.filter { i in
      guard let begin = periods[i]?.first, let published else { return false }
      return isPlain(mentions.dates[i].spec) && begin <= published
    }
    func count(_ i: Int) -> Int { periods[i].flatMap { counts[$0] } ?? 0 }
    let most = plain.max { (count($0), $1) < (count($1), $0) }
    var main: [(period: Period, date: Int)] = []
    for date in [plain.first, most] {
      guard let date, let period = periods[date], main.last?.period != period else { continue }
      main.append((period, date))
    }
    self.main = main
    self.title = title?.dates.lazy.compactMap { period($0.spec) }.first
    var compared: [Float] = []
    var replaced: [Float] = []
    for tokens in dateTokens {
      var near: (Float, Float) = (9, 9)
      for i in cues[sentenceOf[tokens.lowerBound]] {
        let cue = mentions.cues[i]
        let gap = tokens.lowerBound - cue.tokenEnd
        guard (0..<5).contains(gap) else { continue }
        switch cue.cue {
        case .than, .change: near.0 = min(near.0, Float(gap))
        case .replaced, .missed: near.1 = min(near.1, Float(gap))
        default: break
        }
      }
      compared.append(near.0)
      replaced.append(near.1)
    }
    self.compared = compared
    self.replaced = replaced
  }

  /// What the article says of a period, and the words before the date that it is read from.
  func features(_ period: Period?, _ date: Int?) -> [Float] {
    let beside: [Float] = date.map { [compared[$0], replaced[$0]] } ?? [9, 9]
    guard let period else { return [0, 20, 0, 0] + beside }
    let rank = counts.firstIndex { $0.period == period }
    return [
      Float(min(9, rank.map { counts[$0].count } ?? 0)), Float(min(20, rank ?? 20)),
      period == first ? 1 : 0, period == title ? 1 : 0,
    ] + beside
  }
}
