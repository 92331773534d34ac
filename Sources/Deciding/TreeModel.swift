import PackedText

/// Boosted decision trees that say how likely each class is.
///
/// Method: gradient boosting (Friedman 2001), trained by `Benchmarks/train`; asked as in QuickScorer (Lucchese et al. 2015):
/// not tree by tree but feature by feature. A bit stands for each leaf of a tree; a question that is answered with no rules out
/// the leaves on its yes side; the first leaf left is the one that the tree comes to. The questions of a feature are sorted, so
/// that those answered with no are its first, and what they rule out together is laid out beforehand in ``RuledOut``. What
/// candidates have in common is asked once for all.
package struct TreeModel: Sendable {
  /// The number of classes; 1 where the model says yes or no.
  package let classes: Int
  /// What the values of the features rule out.
  private let ruled: RuledOut
  /// The values of all leaves, tree by tree.
  private let leaves: [Float]
  /// The first leaf and the class of each tree.
  private let leafStarts: [UInt32]
  private let treeClasses: [UInt32]

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
    ruled = RuledOut(
      firsts: firsts, thresholds: questions.map(\.threshold),
      steps: questions.map { RuledOut.Step(tree: UInt32($0.tree), mask: $0.mask) }, trees: starts.count)
    self.leaves = leaves
    leafStarts = starts
    treeClasses = model.trees.map { UInt32($0.classIndex) }
  }

  /// The probability of each class; of yes alone where there is one class.
  package func probabilities(_ features: [Float]) -> [Float] {
    if classes == 1 { return yes(FeatureRows([features])) }
    var left = [UInt32](repeating: .max, count: leafStarts.count)
    features.withUnsafeBufferPointer { row in
      left.withUnsafeMutableBufferPointer { left in
        ruled.rule(ruled.asked.prefix { $0 < row.count }, row, left)
      }
    }
    return shares(left)
  }

  /// How likely yes is for each of several candidates, the same as if each were asked alone; for models with one class.
  package func yes(_ rows: FeatureRows) -> [Float] {
    let count = rows.count
    guard count > 0 else { return [] }
    let (common, varied) = rows.parted(ruled.asked)
    let trees = leafStarts.count
    var out: [Float] = []
    out.reserveCapacity(count)
    // What is left after what is common and each part but the last, then the candidates that are answered together.
    let shared = max(1, varied.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: trees * (shared + TreeModel.together)) { left in
      func state(_ n: Int) -> UnsafeMutableBufferPointer<UInt32> {
        UnsafeMutableBufferPointer(rebasing: left[n * trees..<(n + 1) * trees])
      }
      state(0).initialize(repeating: .max)
      rows.withRow(0) { ruled.rule(common, $0, state(0)) }
      for n in 0..<count {
        let place = n % TreeModel.together
        let own = state(shared + place)
        if varied.isEmpty { _ = own.initialize(from: state(0)) }
        // As far as a candidate is like the one before it, nothing is asked again.
        let first = n == 0 ? 0 : min(rows.firstChange(n, varied), varied.count - 1)
        rows.withRow(n) { row in
          for part in varied.indices.dropFirst(first) {
            let next = part + 1 == varied.count ? own : state(part + 1)
            _ = next.initialize(from: state(part))
            ruled.rule(varied[part], row, next)
          }
        }
        guard place + 1 == TreeModel.together || n + 1 == count else { continue }
        sums(UnsafeBufferPointer(rebasing: left[(shared * trees)...]), place + 1) {
          out.append(TreeModel.logistic($0))
        }
      }
    }
    return out
  }

  /// So many candidates are answered together.
  private static let together = 4

  /// The sum of the leaves of each candidate, each added up in the order of the trees; four candidates go side by side, so that
  /// no addition waits for the one before it.
  private func sums(_ left: UnsafeBufferPointer<UInt32>, _ count: Int, _ give: (Float) -> Void) {
    let trees = leafStarts.count
    leaves.withUnsafeBufferPointer { leaves in
      leafStarts.withUnsafeBufferPointer { starts in
        func leaf(_ tree: Int, _ n: Int) -> Float {
          leaves[Int(truncatingIfNeeded: starts[tree]) &+ left[n &* trees &+ tree].trailingZeroBitCount]
        }
        if count == TreeModel.together {
          var four = SIMD4<Float>.zero
          for tree in 0..<trees {
            four += SIMD4(leaf(tree, 0), leaf(tree, 1), leaf(tree, 2), leaf(tree, 3))
          }
          for at in 0..<count { give(four[at]) }
        } else {
          for n in 0..<count {
            var sum: Float = 0
            for tree in 0..<trees { sum += leaf(tree, n) }
            give(sum)
          }
        }
      }
    }
  }

  /// How likely each of several classes is.
  private func shares(_ left: [UInt32]) -> [Float] {
    var scores = Array(repeating: Float(0), count: classes)
    for tree in left.indices {
      scores[Int(treeClasses[tree])] += leaves[Int(leafStarts[tree]) + left[tree].trailingZeroBitCount]
    }
    let top = scores.max() ?? 0
    let powers = scores.map { TreeModel.exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private static func logistic(_ sum: Float) -> Float { 1 / (1 + exp(-sum)) }

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
    let firsts = reader.numbers()
    let thresholds = floats()
    let steps = zip(reader.numbers(), reader.numbers()).map { RuledOut.Step(tree: $0, mask: $1) }
    leaves = floats()
    leafStarts = reader.numbers()
    treeClasses = reader.numbers()
    ruled = RuledOut(firsts: firsts, thresholds: thresholds, steps: steps, trees: leafStarts.count)
  }

  private func write(to writer: inout TableWriter) {
    writer.write(UInt32(classes))
    writer.write(ruled.firsts)
    writer.write(ruled.thresholds.map(\.bitPattern))
    writer.write(ruled.steps.map(\.tree))
    writer.write(ruled.steps.map(\.mask))
    writer.write(leaves.map(\.bitPattern))
    writer.write(leafStarts)
    writer.write(treeClasses)
  }
}
