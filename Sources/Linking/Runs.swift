import Facts
import Finding

/// The place of a mention in a list of its like: "27,005, 8,480 and 7,969", "Norway, Sweden and Denmark", "Model (282), Model (263)".
struct Run: Sendable {
  /// Its number in the list, from 0.
  var index = 0
  /// How many there are, 1 where it stands alone.
  var length = 1
  /// The tokens of the whole list.
  var tokens: Range<Int>
}

extension Scene {
  /// Groups mentions of a sentence into lists: between two of a list at most two words stand that belong to no mention.
  static func runs(
    _ places: [Range<Int>], sentences: [[Int]], taken: [Bool], tokens: [Token], alike: (Int, Int) -> Bool
  ) -> [Run] {
    var out = places.map { Run(tokens: $0) }
    for list in sentences {
      var start = 0
      while start < list.count {
        var end = start + 1
        while end < list.count, alike(list[end - 1], list[end]),
          words(between: places[list[end - 1]].upperBound, places[list[end]].lowerBound, taken, tokens) <= 2
        { end += 1 }
        let span = places[list[start]].lowerBound..<places[list[end - 1]].upperBound
        for k in start..<end { out[list[k]] = Run(index: k - start, length: end - start, tokens: span) }
        start = end
      }
    }
    return out
  }

  /// The words between two tokens that are no marks and belong to no mention; ideographs count as half.
  private static func words(between a: Int, _ b: Int, _ taken: [Bool], _ tokens: [Token]) -> Int {
    guard a < b else { return 0 }
    var halves = 0
    for t in a..<b where !taken[t] {
      switch tokens[t].sort {
      case .mark: break
      case .ideograph: halves += 1
      default: halves += 2
      }
    }
    return halves / 2
  }
}
