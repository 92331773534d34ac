import PackedText

/// Boosted decision trees that say how likely each class is.
///
/// Method: gradient boosting (Friedman 2001), trained by `Benchmarks/train`; asked as in QuickScorer (Lucchese et al. 2015):
/// not tree by tree but feature by feature. A bit stands for each leaf of a tree; a question that is answered with no rules out
/// the leaves on its yes side; the first leaf left is the one that the tree comes to. The questions of a feature are sorted, so
/// that they are gone through only as far as the answer is no, and what candidates have in common is asked once for all.
package struct TreeModel: Sendable {
  /// The number of classes; 1 where the model says yes or no.
  package let classes: Int
  /// The questions of a feature begin here; one more number than features.
  private let firsts: [UInt32]
  /// The questions, by feature and rising threshold.
  private let questions: [Question]
  /// The values of all leaves, tree by tree.
  private let leaves: [Float]
  /// The first leaf and the class of each tree.
  private let leafStarts: [UInt32]
  private let treeClasses: [UInt32]

  /// One question: whether a feature is no more than the threshold.
  private struct Question: Sendable {
    var threshold: Float
    var tree: UInt32
    /// The leaves that are left where the answer is no.
    var mask: UInt32
  }

  /// The most leaves that a tree may have.
  package static let mostLeaves = 32

  /// Lays the trees of a model out.
  init(_ model: TreeText.Model) {
    var questions: [(feature: Int, threshold: Float, tree: Int, mask: UInt32)] = []
    var leaves: [Float] = []
    var starts: [UInt32] = []
    for (number, tree) in model.trees.enumerated() {
      precondition(tree.leaves.count <= TreeModel.mostLeaves, "a tree has more than 32 leaves")
      starts.append(UInt32(leaves.count))
      leaves += tree.leaves
      func leavesBelow(_ node: Int) -> UInt32 {
        guard node >= 0 else { return 1 << UInt32(-node - 1) }
        return leavesBelow(tree.nodes[node].yes) | leavesBelow(tree.nodes[node].no)
      }
      for node in tree.nodes {
        questions.append((node.feature, node.threshold, number, ~leavesBelow(node.yes)))
      }
    }
    questions.sort { ($0.feature, $0.threshold, $0.tree) < ($1.feature, $1.threshold, $1.tree) }
    var firsts: [UInt32] = [0]
    for (at, question) in questions.enumerated() {
      while firsts.count <= question.feature { firsts.append(UInt32(at)) }
    }
    firsts.append(UInt32(questions.count))
    classes = model.classes
    self.firsts = firsts
    self.questions = questions.map {
      Question(threshold: $0.threshold, tree: UInt32($0.tree), mask: $0.mask)
    }
    self.leaves = leaves
    leafStarts = starts
    treeClasses = model.trees.map { UInt32($0.classIndex) }
  }

  /// The probability of each class; of yes alone where there is one class.
  package func probabilities(_ features: [Float]) -> [Float] { probabilities(all: [features])[0] }

  /// The probabilities of several candidates, each the same as if it were asked alone.
  package func probabilities(all candidates: [[Float]]) -> [[Float]] {
    guard let base = candidates.first else { return [] }
    let varied = candidates.count > 1 ? TreeModel.varied(candidates) : []
    let known = firsts.count - 1
    var common = [UInt32](repeating: .max, count: leafStarts.count)
    ask(base, &common) { body in
      var next = 0
      for feature in 0..<min(base.count, known) {
        if next < varied.count, varied[next] == feature { next += 1 } else { body(feature) }
      }
    }
    if varied.isEmpty { return Array(repeating: answer(common), count: candidates.count) }
    var left = common
    return candidates.map { candidate in
      for tree in left.indices { left[tree] = common[tree] }
      ask(candidate, &left) { body in
        for feature in varied where feature < known { body(feature) }
      }
      return answer(left)
    }
  }

  /// The features in which candidates differ.
  private static func varied(_ candidates: [[Float]]) -> [Int] {
    let count = candidates[0].count
    var marks = [UInt8](repeating: 0, count: count)
    candidates[0].withUnsafeBufferPointer { base in
      marks.withUnsafeMutableBufferPointer { marks in
        for candidate in candidates.dropFirst() {
          candidate.withUnsafeBufferPointer { other in
            for at in 0..<min(count, other.count) where other[at] != base[at] { marks[at] = 1 }
          }
        }
      }
    }
    return marks.indices.filter { marks[$0] == 1 }
  }

  /// Rules out, in `left`, what the values of the features rule out that `each` goes through.
  @inline(__always)
  private func ask(_ values: [Float], _ left: inout [UInt32], _ each: ((Int) -> Void) -> Void) {
    values.withUnsafeBufferPointer { values in
      left.withUnsafeMutableBufferPointer { left in
        firsts.withUnsafeBufferPointer { firsts in
          questions.withUnsafeBufferPointer { questions in
            each { feature in
              let value = values[feature]
              let last = Int(firsts[feature + 1])
              var at = Int(firsts[feature])
              while at < last, !(value <= questions[at].threshold) {
                left[Int(questions[at].tree)] &= questions[at].mask
                at += 1
              }
            }
          }
        }
      }
    }
  }

  private func answer(_ left: [UInt32]) -> [Float] {
    if classes == 1 {
      var sum: Float = 0
      for tree in left.indices { sum += leaves[Int(leafStarts[tree]) + left[tree].trailingZeroBitCount] }
      return [1 / (1 + TreeModel.exp(-sum))]
    }
    var scores = Array(repeating: Float(0), count: classes)
    for tree in left.indices {
      scores[Int(treeClasses[tree])] += leaves[Int(leafStarts[tree]) + left[tree].trailingZeroBitCount]
    }
    let top = scores.max() ?? 0
    let powers = scores.map { TreeModel.exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// e to the power of x, the same on every machine: the series after halving the argument.
  private static func exp(_ x: Float) -> Float {
    let clamped = Double(max(-30, min(30, x)))
    let reduced = clamped / 64
    var term = 1.0
    var sum = 1.0
    for k in 1...8 {
      term *= reduced / Double(k)
      sum += term
    }
    var result = sum
    for _ in 0..<6 { result *= result }
    return Float(result)
  }
}

extension TreeModel {
  /// Takes models as the build packed them, by name.
  package static func unpacked(_ packed: StaticString) -> [String: TreeModel] {
    var reader = TableReader(packed)
    return Dictionary(reader.strings().map { ($0, TreeModel(from: &reader)) }) { _, new in new }
  }

  /// Models as text for ``unpacked(_:)``.
  package static func packed(_ models: [String: TreeModel]) -> [UInt8] {
    var writer = TableWriter()
    let names = models.keys.sorted()
    writer.write(names)
    for name in names { models[name]?.write(to: &writer) }
    return writer.text
  }

  private init(from reader: inout TableReader) {
    func floats() -> [Float] { reader.numbers().map(Float.init(bitPattern:)) }
    classes = Int(reader.number())
    firsts = reader.numbers()
    let numbers = reader.numbers()
    questions = stride(from: 0, to: numbers.count - 2, by: 3).map {
      Question(threshold: Float(bitPattern: numbers[$0]), tree: numbers[$0 + 1], mask: numbers[$0 + 2])
    }
    leaves = floats()
    leafStarts = reader.numbers()
    treeClasses = reader.numbers()
  }

  private func write(to writer: inout TableWriter) {
    writer.write(UInt32(classes))
    writer.write(firsts)
    writer.write(questions.flatMap { [$0.threshold.bitPattern, $0.tree, $0.mask] })
    writer.write(leaves.map(\.bitPattern))
    writer.write(leafStarts)
    writer.write(treeClasses)
  }
}
