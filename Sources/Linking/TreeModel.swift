import Facts

/// Boosted decision trees that say how likely each class is.
///
/// Method: gradient boosting (Friedman 2001), trained by `Benchmarks/train`; the weights lie in `Weights/` as text. A line
/// `model NAME CLASSES` begins a model; `tree CLASS` a tree of it; each further line is a node, `feature threshold yes no`,
/// where a negative child is the leaf of that number (-1 the first), and one line `leaves v v v …` ends the tree. Lines that
/// begin with # are comments.
struct TreeModel: Sendable {
  private struct Node: Sendable {
    var feature: Int32
    var yes: Int32
    var no: Int32
    var threshold: Float
  }
  private var nodes: [Node] = []
  private var leaves: [Float] = []
  private var trees: [(classIndex: Int, node: Int, leaf: Int, isLeaf: Bool)] = []
  /// The number of classes; 1 where the model says yes or no.
  let classes: Int

  init(classes: Int) { self.classes = classes }

  /// The probability of each class; of yes alone where there is one class.
  func probabilities(_ features: [Float]) -> [Float] {
    var scores = Array(repeating: Float(0), count: classes)
    for tree in trees {
      if tree.isLeaf {
        scores[tree.classIndex] += leaves[tree.leaf]
        continue
      }
      var at = 0
      while true {
        let node = nodes[tree.node + at]
        let next = features[Int(node.feature)] <= node.threshold ? node.yes : node.no
        if next < 0 {
          scores[tree.classIndex] += leaves[tree.leaf + Int(-next) - 1]
          break
        }
        at = Int(next)
      }
    }
    if classes == 1 { return [1 / (1 + TreeModel.exp(-scores[0]))] }
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

  /// Reads all models of a weights file.
  static func read(_ text: some Sequence<UInt8>) -> [String: TreeModel] {
    var models: [String: TreeModel] = [:]
    var name = ""
    var current = TreeModel(classes: 1)
    var classIndex = 0
    var first = 0
    func flush() { if !name.isEmpty { models[name] = current } }
    for line in Array(text).split(separator: 0x0A) {
      let fields = line.split(separator: 0x20)
      guard let head = fields.first, let b = head.first else { continue }
      switch b {
      // How well the confidence kept, for people and tests.
      case 0x23: continue
      case 0x6D:
        flush()
        name = String(decoding: fields[1], as: UTF8.self)
        current = TreeModel(classes: integer(fields[2]))
      case 0x74:
        classIndex = integer(fields[1])
        first = current.nodes.count
      case 0x6C:
        current.trees.append((classIndex, first, current.leaves.count, current.nodes.count == first))
        for field in fields.dropFirst() { current.leaves.append(decimal(field)) }
      default:
        current.nodes.append(
          Node(
            feature: Int32(integer(fields[0])), yes: Int32(integer(fields[2])), no: Int32(integer(fields[3])),
            threshold: decimal(fields[1])))
      }
    }
    flush()
    return models
  }

  private static func integer(_ field: ArraySlice<UInt8>) -> Int {
    var value = 0
    var negative = false
    for b in field { if b == 0x2D { negative = true } else { value = value * 10 + Int(b - 0x30) } }
    return negative ? -value : value
  }

  private static func decimal(_ field: ArraySlice<UInt8>) -> Float {
    var value = 0.0
    var scale = 0.0
    var negative = false
    for b in field {
      if b == 0x2D {
        negative = true
      } else if b == 0x2E {
        scale = 1
      } else {
        value = value * 10 + Double(b - 0x30)
        scale *= 10
      }
    }
    if scale > 0 { value /= scale }
    return Float(negative ? -value : value)
  }
}
