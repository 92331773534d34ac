import Facts
import Finding

/// A stretch of a question's tokens with what it may mean.
struct Piece: Sendable {
  /// What a stretch means.
  enum Meaning: Sendable {
    /// Question words.
    case words(Set<QuestionRole>)
    /// Makers or models: each that bears the name.
    case names([Query.Subject])
    /// A market by code; an adjective may tell where a maker comes from instead.
    case market(code: String, isAdjective: Bool)
    /// A number with what it counts.
    case number(NumberMention)
    /// A date.
    case date(DateMention)
  }

  /// The first token.
  var start: Int
  /// The token past the last.
  var end: Int
  /// What it means.
  var meaning: Meaning
  /// How far-fetched the meaning is.
  var cost: Int
}

/// Chooses the pieces that account for a question: all tokens if possible, with the fewest and plainest pieces.
enum Covering {
  /// The best choice in order, and the tokens that no piece accounts for.
  static func best(of pieces: [Piece], tokens count: Int) -> (pieces: [Piece], unplaced: [Int]) {
    var byEnd: [Int: [Piece]] = [:]
    for piece in pieces where piece.end > piece.start { byEnd[piece.end, default: []].append(piece) }
    var costs = [0]
    var steps: [Piece?] = [nil]
    for end in stride(from: 1, through: count, by: 1) {
      var cost = costs[end - 1] + 1000
      var step: Piece?
      for piece in byEnd[end] ?? [] where costs[piece.start] + piece.cost < cost {
        cost = costs[piece.start] + piece.cost
        step = piece
      }
      costs.append(cost)
      steps.append(step)
    }
    var chosen: [Piece] = []
    var unplaced: [Int] = []
    var at = count
    while at > 0 {
      if let piece = steps[at] {
        chosen.append(piece)
        at = piece.start
      } else {
        at -= 1
        unplaced.append(at)
      }
    }
    return (chosen.reversed(), unplaced.reversed())
  }
}
