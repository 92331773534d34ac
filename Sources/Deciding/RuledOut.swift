/// What the values of features rule out: for each feature its questions by rising threshold, and for their beginnings what they
/// rule out together.
///
/// A tree may ask a feature several times, and most values are those of what is not there and answer all questions of a feature
/// with no, so that a list with each tree once is much shorter than the questions.
struct RuledOut: Sendable {
  /// The leaves of a tree that are left where an answer is no.
  struct Step: Sendable {
    var tree: UInt32
    var mask: UInt32
  }

  /// The thresholds of a feature, in ``levels``; none where it is not asked about.
  private struct Feature: Sendable {
    var lowest = Float.infinity
    var highest = Float.infinity
    var first: UInt32 = 0
    var end: UInt32 = 0
  }

  /// What a value beyond a threshold and not beyond the next rules out: a list of `joined`, and some more steps.
  private struct Beyond: Sendable {
    var joined: Range<UInt32>
    var more: Range<UInt32>
  }

  /// The questions of a feature begin here; one more number than features.
  let firsts: [UInt32]
  /// The questions: a feature is asked whether it is no more than a threshold.
  let thresholds: [Float]
  /// What a question rules out that is answered with no.
  let steps: [Step]
  /// The features that are asked about.
  let asked: [Int]
  private let features: [Feature]
  /// The thresholds of all features, each once, and what lies beyond them.
  private let levels: [Float]
  private let beyond: [Beyond]
  /// Steps that rule out what many questions do.
  private let joined: [Step]

  /// A list is made where so many questions lie between it and the last one; one for each threshold would need room that grows
  /// with the square of the questions.
  static let stretch = 32

  init(firsts: [UInt32], thresholds: [Float], steps: [Step], trees: Int) {
    self.firsts = firsts
    self.thresholds = thresholds
    self.steps = steps
    var features = [Feature](repeating: Feature(), count: firsts.count - 1)
    var levels: [Float] = []
    var beyond: [Beyond] = []
    var joined: [Step] = []
    var left = [UInt32](repeating: .max, count: trees)
    var seen: [Int] = []
    for feature in features.indices {
      let (first, end) = (Int(firsts[feature]), Int(firsts[feature + 1]))
      guard first < end else { continue }
      features[feature] = Feature(
        lowest: thresholds[first], highest: thresholds[end - 1], first: UInt32(levels.count))
      var list = UInt32(joined.count)..<UInt32(joined.count)
      var listed = first
      for at in first..<end {
        let tree = Int(steps[at].tree)
        if left[tree] == .max { seen.append(tree) }
        left[tree] &= steps[at].mask
        let isLast = at + 1 == end
        guard isLast || thresholds[at + 1] != thresholds[at] else { continue }
        if isLast || at + 1 - listed >= RuledOut.stretch {
          let start = UInt32(joined.count)
          for tree in seen { joined.append(Step(tree: UInt32(tree), mask: left[tree])) }
          list = start..<UInt32(joined.count)
          listed = at + 1
        }
        levels.append(thresholds[at])
        beyond.append(Beyond(joined: list, more: UInt32(listed)..<UInt32(at + 1)))
      }
      features[feature].end = UInt32(levels.count)
      for tree in seen { left[tree] = .max }
      seen.removeAll(keepingCapacity: true)
    }
    asked = features.indices.filter { features[$0].first < features[$0].end }
    self.features = features
    self.levels = levels
    self.beyond = beyond
    self.joined = joined
  }

  /// Rules out, in `left`, what the values of some features rule out.
  func rule(
    _ chosen: some Sequence<Int>, _ row: UnsafeBufferPointer<Float>,
    _ left: UnsafeMutableBufferPointer<UInt32>
  ) {
    features.withUnsafeBufferPointer { features in
      levels.withUnsafeBufferPointer { levels in
        beyond.withUnsafeBufferPointer { beyond in
          joined.withUnsafeBufferPointer { joined in
            steps.withUnsafeBufferPointer { steps in
              for number in chosen {
                let (feature, value) = (features[number], row[number])
                // What is no number answers no to all.
                if value <= feature.lowest { continue }
                let level =
                  value <= feature.highest
                  ? RuledOut.level(of: value, levels, Int(feature.first), Int(feature.end)) : Int(feature.end)
                let ruled = beyond[level - 1]
                RuledOut.apply(joined, ruled.joined, left)
                RuledOut.apply(steps, ruled.more, left)
              }
            }
          }
        }
      }
    }
  }

  /// The first threshold that a value is not beyond.
  @inline(__always)
  private static func level(
    of value: Float, _ levels: UnsafeBufferPointer<Float>, _ first: Int, _ end: Int
  ) -> Int {
    var (low, high) = (first, end)
    while high - low > 8 {
      let middle = (low + high) / 2
      if value <= levels[middle] { high = middle } else { low = middle + 1 }
    }
    while low < high, !(value <= levels[low]) { low += 1 }
    return low
  }

  @inline(__always)
  private static func apply(
    _ steps: UnsafeBufferPointer<Step>, _ range: Range<UInt32>, _ left: UnsafeMutableBufferPointer<UInt32>
  ) {
    // The loop that most of the time goes into: by pointers, which need no sums of their own.
    guard var step = steps.baseAddress, let left = left.baseAddress else { return }
    let end = step + Int(range.upperBound)
    step += Int(range.lowerBound)
    while step < end {
      left[Int(truncatingIfNeeded: step.pointee.tree)] &= step.pointee.mask
      step += 1
    }
  }
}
