/// A parsed page as one flat list: nodes in document order, each knowing where its subtree ends.
///
/// The list is walked with plain loops, so that a page nested ten thousand deep needs no more stack than any other.
struct HTMLPage {
  struct Node {
    var tag: HTMLTag
    /// The element it stands in; its own index for the root.
    var parent: Int32
    /// The index past the last node within it.
    var end: Int32
    /// The bytes of a text node.
    var text: Range<Int32>
    /// Its attributes among all.
    var attributes: Range<Int32>
  }

  struct Attribute {
    var name: HTMLAttribute
    var value: Range<Int32>
  }

  /// All nodes; the first is the root, which stands for the document.
  var nodes: [Node] = [Node(tag: .unknown, parent: 0, end: 1, text: 0..<0, attributes: 0..<0)]
  var attributes: [Attribute] = []
  /// The bytes of texts and attribute values, UTF-8.
  var bytes: [UInt8] = []

  /// The value of an attribute of a node.
  func value(_ name: HTMLAttribute, of node: Int) -> String? {
    range(name, of: node).map { string($0) }
  }

  /// The bytes of an attribute's value.
  func range(_ name: HTMLAttribute, of node: Int) -> Range<Int32>? {
    for at in nodes[node].attributes where attributes[Int(at)].name == name {
      return attributes[Int(at)].value
    }
    return nil
  }

  /// A stretch of `bytes` as text.
  func string(_ range: Range<Int32>) -> String {
    String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// All text within a node, spaces collapsed.
  func text(of node: Int) -> String {
    var out: [UInt8] = []
    for at in node..<Int(nodes[node].end) where nodes[at].tag == .text {
      let range = nodes[at].text
      out += bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    }
    return PastedText.trimmed(String(decoding: out.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self))
  }

  /// The bytes of all text within a node, as they are.
  func rawText(of node: Int) -> [UInt8] {
    var out: [UInt8] = []
    for at in node..<Int(nodes[node].end) where nodes[at].tag == .text {
      out += bytes[Int(nodes[at].text.lowerBound)..<Int(nodes[at].text.upperBound)]
    }
    return out
  }
}
