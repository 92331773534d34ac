import Facts
import Lexicon

/// What an article's title tells its text: makers that it names, and how much speaks for each capital word as a maker's name.
struct TitleContext: Sendable {
  /// The folded title.
  let text: [UInt8]
  /// Makers that the title names.
  let makers: Set<String>
  /// Makers that it names themselves, not only by a model.
  let named: Set<String>
  /// The model that the title names first.
  let topic: NameMention?
  /// Points of capital words: that it stands there, that the title begins with it, that a verb of a maker follows.
  let points: [[UInt8]: Double]

  init(_ title: Mentions?) {
    guard let title else {
      text = []
      makers = []
      named = []
      topic = nil
      points = [:]
      return
    }
    text = title.text.bytes
    makers = Set(title.names.map(\.maker))
    named = Set(title.names.filter { $0.sort == .maker }.map(\.maker))
    topic = title.names.first { $0.sort == .model }
    var points: [[UInt8]: Double] = [:]
    for (t, token) in title.tokens.enumerated() where token.sort == .word && token.isCapital {
      var sum = 1.5
      if t == 0 || title.tokens[t - 1].sort == .mark { sum += 1 }
      let follows = title.cues.contains { cue in
        guard cue.token > t, cue.token <= t + 3 else { return false }
        switch cue.cue {
        case .measureSales, .measureDeliveries, .measureProduction, .measureExports, .target, .unveil,
          .launch, .presale, .production, .entry, .plan, .past, .capacity, .plant:
          return true
        default: return false
        }
      }
      if follows { sum += 1 }
      points[Array(title.text.bytes[token.start..<token.end]), default: 0] = sum
    }
    self.points = points
  }
}
