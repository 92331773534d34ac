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

  /// The questions of a feature begin here; one more number than features.
  let firsts: [UInt32]
  /// The questions: a feature is asked whether it is no more than a threshold.
  let thresholds: [Float]
  /// What a question rules out that is answered with no.
  let steps: [Step]
  /// The number of features that are asked about.
  let features: Int
  /// The lists of a feature begin here in `lists`; one more number than features.
  private let firstLists: [UInt32]
  /// Where each list begins in `joined`; one more number than lists.
  private let lists: [UInt32]
  /// For each feature: what its first ``stretch`` questions rule out, its first two times so many, and so on, last all.
  private let joined: [Step]

  /// A list for each beginning would need room that grows with the square of the questions.
  static let stretch = 32

  init(firsts: [UInt32], thresholds: [Float], steps: [Step], trees: Int) {
    self.firsts = firsts
    self.thresholds = thresholds
    self.steps = steps
    features = firsts.count - 1
    var firstLists: [UInt32] = [0]
    var lists: [UInt32] = [0]
    var joined: [Step] = []
    var left = [UInt32](repeating: .max, count: trees)
    var seen: [Int] = []
    for feature in 0..<(firsts.count - 1) {
      let (first, end) = (Int(firsts[feature]), Int(firsts[feature + 1]))
      for at in first..<end {
        let tree = Int(steps[at].tree)
        if left[tree] == .max { seen.append(tree) }
        left[tree] &= steps[at].mask
        if at + 1 == end || (at + 1 - first) % RuledOut.stretch == 0 {
          for tree in seen { joined.append(Step(tree: UInt32(tree), mask: left[tree])) }
          lists.append(UInt32(joined.count))
        }
      }
      for tree in seen { left[tree] = .max }
      seen.removeAll(keepingCapacity: true)
      firstLists.append(UInt32(lists.count - 1))
    }
    self.firstLists = firstLists
    self.lists = lists
    self.joined = joined
  }

  /// Rules out, in `left`, what the values of some features rule out.
  func rule(_ features: Range<Int>, _ row: UnsafeBufferPointer<Float>, _ left: UnsafeMutableBufferPointer<UInt32>) {
    for feature in features { rule(feature, row, left) }
  }

  /// Rules out, in `left`, what the value of a feature rules out.
  @inline(__always)
  func rule(_ feature: Int, _ row: UnsafeBufferPointer<Float>, _ left: UnsafeMutableBufferPointer<UInt32>) {
    let value = row[feature]
    let (first, end) = (Int(firsts[feature]), Int(firsts[feature + 1]))
    // What is no number answers no to all.
    guard first < end, !(value <= thresholds[first]) else { return }
    if !(value <= thresholds[end - 1]) {
      apply(joined, listed(Int(firstLists[feature + 1]) - 1), left)
      return
    }
    var (low, high) = (first, end)
    while low < high {
      let middle = (low + high) / 2
      if value <= thresholds[middle] { high = middle } else { low = middle + 1 }
    }
    let whole = (low - first) / RuledOut.stretch
    if whole > 0 { apply(joined, listed(Int(firstLists[feature]) + whole - 1), left) }
    apply(steps, (first + whole * RuledOut.stretch)..<low, left)
  }

  /// Where a list lies in `joined`.
  private func listed(_ list: Int) -> Range<Int> { Int(lists[list])..<Int(lists[list + 1]) }

  @inline(__always)
  private func apply(_ steps: [Step], _ range: Range<Int>, _ left: UnsafeMutableBufferPointer<UInt32>) {
    steps.withUnsafeBufferPointer { steps in
      for at in range { left[Int(steps[at].tree)] &= steps[at].mask }
    }
  }
}
