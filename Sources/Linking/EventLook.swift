import Deciding
import Facts
import Finding

/// What the decisions say of each event alone: asked a second time they know of its rivals.
///
/// A cue is mostly about one model, and a model has one body.
struct EventLook: Sendable {
  /// How likely each event is alone, in the order of the candidates.
  let shares: [Float]
  /// What is asked of many events again and again, each in an array of its own; attributes and markets by number.
  private let tokens: [Int]
  private let sentences: [Int]
  private let entities: [Int]
  private let attributes: [Int]
  private let markets: [Int]
  /// So many events before and behind one are its rivals, more than an article of the press has.
  private static let reach = 400

  init(_ events: [EventCandidate], _ model: String, _ decisions: Decisions) {
    shares = decisions.yes(model, all: events.map(\.features))
    tokens = events.map(\.anchor.token)
    sentences = events.map(\.anchor.sentence)
    entities = events.map(\.subject.entity)
    attributes = EventLook.numbered(events.map(\.attribute))
    markets = EventLook.numbered(events.map(\.market))
  }

  /// The same number for what is the same, -1 for nothing.
  private static func numbered(_ words: [String?]) -> [Int] {
    var numbering = Numbering<String>()
    return words.map { $0.map { numbering.number(of: $0) } ?? -1 }
  }

  static let names = [
    "alone", "rankAtCue", "rivalAtCue", "sumAtCue", "subjectHere", "subjectElsewhere", "attributeElsewhere",
    "otherAttribute", "markets", "valueSubject", "valueSubjectBefore",
  ]

  /// What the other events, and the figures of the article, say of one.
  func features(_ n: Int, _ look: FirstLook) -> [Float] {
    let p = shares[n]
    var rank: Float = 0
    var rival: Float = 0
    var sum: Float = 0
    var here: Float = 0
    var elsewhere: Float = 0
    var attribute: Float = 0
    var other: Float = 0
    var market: Float = 0
    for i in FirstLook.window(n, of: shares.count, reach: EventLook.reach) where i != n {
      let q = shares[i]
      if tokens[i] == tokens[n], markets[i] == markets[n] {
        if q > p { rank += 1 }
        rival = max(rival, q)
        sum += q
      } else if entities[i] == entities[n] {
        if sentences[i] == sentences[n] {
          here = max(here, q)
        } else {
          elsewhere = max(elsewhere, q)
        }
        if attributes[i] == attributes[n] {
          attribute = max(attribute, q)
        } else {
          other = max(other, q)
        }
        if markets[i] >= 0, markets[i] == markets[n] { market = max(market, q) }
      }
    }
    var value: Float = -1
    var before: Float = -1
    func support(in sentence: Int, _ sum: inout Float) {
      for i in look.figures(in: sentence) where look.views[i].kind != nil {
        sum = max(sum, look.views[i].subjects[entities[n]] * look.views[i].weight)
      }
    }
    support(in: sentences[n], &value)
    support(in: sentences[n] - 1, &before)
    return [p, min(rank, 9), rival, sum, here, elsewhere, attribute, other, market, value, before]
  }
}
