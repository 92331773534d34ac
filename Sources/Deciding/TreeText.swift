/// Boosted trees as the training writes them, read from text.
///
/// A line `model NAME CLASSES` begins a model; `tree CLASS` a tree of it; each further line is a node, `feature threshold yes
/// no`, where a negative child is the leaf of that number (-1 the first), and one line `leaves v v v …` ends the tree. A node
/// says yes where the feature is no more than the threshold. Lines that begin with # are comments.
package struct TreeText {
  /// A question of a tree; negative children are leaves.
  struct Node {
    var feature: Int
    var threshold: Float
    var yes: Int
    var no: Int
  }

  /// One tree: its nodes, the root first, and its leaves from left to right.
  struct Tree {
    var classIndex: Int
    var nodes: [Node] = []
    var leaves: [Float] = []
  }

  /// The trees of a model, and how many classes it tells apart.
  struct Model {
    var name: String
    var classes: Int
    var trees: [Tree] = []
  }

  private(set) var models: [Model] = []

  /// Reads all models of a file.
  package init(_ text: String) {
    var tree = Tree(classIndex: 0)
    for line in text.utf8.split(separator: 0x0A) {
      let fields = line.split(separator: 0x20)
      guard let head = fields.first, let first = head.first else { continue }
      switch first {
      case UInt8(ascii: "#"): continue
      case UInt8(ascii: "m"):
        models.append(Model(name: String(Substring(fields[1])), classes: Int(TreeText.decimal(fields[2]))))
      case UInt8(ascii: "t"): tree = Tree(classIndex: Int(TreeText.decimal(fields[1])))
      case UInt8(ascii: "l"):
        tree.leaves = fields.dropFirst().map(TreeText.decimal)
        models[models.count - 1].trees.append(tree)
      default:
        tree.nodes.append(
          Node(
            feature: Int(TreeText.decimal(fields[0])), threshold: TreeText.decimal(fields[1]),
            yes: Int(TreeText.decimal(fields[2])), no: Int(TreeText.decimal(fields[3]))))
      }
    }
  }

  /// The models, ready to be asked, by name.
  package var trained: [String: TreeModel] {
    Dictionary(models.map { ($0.name, TreeModel($0)) }) { _, new in new }
  }

  private static func decimal(_ field: Substring.UTF8View) -> Float {
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
