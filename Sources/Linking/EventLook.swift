import Deciding
import Facts
import Finding

/// What the decisions say of each event alone: asked a second time they know of its rivals.
///
/// A cue is mostly about one model, and a model has one body.
struct EventLook: Sendable {
  /// How likely each event is alone, in the order of the candidates.
  let shares: [Float]
  private let events: [EventCandidate]
  /// So many events before and behind one are its rivals, more than an article of the press has.
  private static let reach = 400

  init(_ events: [EventCandidate], _ model: String, _ decisions: Decisions) {
    self.events = events
    shares = decisions.yes(model, all: events.map(\.features))
  }

  static let names = [
    "alone", "rankAtCue", "rivalAtCue", "sumAtCue", "subjectHere", "subjectElsewhere", "attributeElsewhere",
    "otherAttribute", "markets", "valueSubject", "valueSubjectBefore",
  ]

  /// What the other events, and the figures of the article, say of one.
  func features(_ n: Int, _ look: FirstLook) -> [Float] {
    let own = events[n]
    let p = shares[n]
    var rank: Float = 0
    var rival: Float = 0
    var sum: Float = 0
    var here: Float = 0
    var elsewhere: Float = 0
    var attribute: Float = 0
    var other: Float = 0
    var markets: Float = 0
    for i in FirstLook.window(n, of: events.count, reach: EventLook.reach) where i != n {
      let event = events[i]
      let q = shares[i]
      let isSame = event.subject.key == own.subject.key
      if event.anchor.token == own.anchor.token, event.market == own.market {
        if q > p { rank += 1 }
        rival = max(rival, q)
        sum += q
      } else if isSame {
        if event.anchor.sentence == own.anchor.sentence {
          here = max(here, q)
        } else {
          elsewhere = max(elsewhere, q)
        }
        if event.attribute == own.attribute {
          attribute = max(attribute, q)
        } else {
          other = max(other, q)
        }
        if event.market != nil, event.market == own.market { markets = max(markets, q) }
      }
    }
    var value: Float = -1
    var before: Float = -1
    func support(in sentence: Int, _ sum: inout Float) {
      for i in look.figures(in: sentence) where look.views[i].kind != nil {
        sum = max(sum, (look.views[i].subjects[own.subject.key] ?? 0) * look.views[i].weight)
      }
    }
    support(in: own.anchor.sentence, &value)
    support(in: own.anchor.sentence - 1, &before)
    return [p, min(rank, 9), rival, sum, here, elsewhere, attribute, other, markets, value, before]
  }
}
