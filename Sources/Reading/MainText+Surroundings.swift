extension MainText {
  /// The blocks of the article's element, and the tables after it.
  ///
  /// Many pages set the table that sums an article or a product up beside the element of the text and not into it.
  func around(_ root: Int) -> Range<Int> {
    let inside = blockRange(root)
    guard root > 0, !inside.isEmpty else { return inside }
    return inside.lowerBound..<tables(after: root, inside)
  }

  /// The end of the tables that follow the article's element under the same parent.
  private func tables(after root: Int, _ inside: Range<Int>) -> Int {
    var end = inside.upperBound
    let parent = Int(page.nodes[root].parent)
    var at = Int(page.nodes[root].end)
    while at < Int(page.nodes[parent].end) {
      let range = blockRange(at)
      if page.nodes[at].tag != .text, !range.isEmpty {
        guard page.nodes[at].tag == .table, range.count >= 4,
          blocks[range].allSatisfy({ !$0.isPruned && $0.linked == 0 && $0.count < 200 })
        else { break }
        end = range.upperBound
      }
      at = Int(page.nodes[at].end)
    }
    return end
  }

  /// Whether a short line only tells who wrote, and when: near the top, or over each post of a thread.
  func isByline(_ block: PageBlock, isFirst: Bool) -> Bool {
    guard block.kind == .p, block.count <= 120, block.prose == 0 || isFirst, hasYear(block.text) else {
      return false
    }
    let line = PastedText.trimmed(String(decoding: block.text, as: UTF8.self))
    let dateline = Dateline(language: nil)
    // With the time of day it is that of a post; a day alone may be the one that the text is about.
    if hasTime(block.text), dateline.closing(line) != nil { return true }
    return isFirst && dateline.isByline(line) && !PastedText.endsAsSentence(line)
  }

  /// Whether four digits stand in a row; what has none needs no closer look.
  private func hasYear(_ text: [UInt8]) -> Bool {
    var digits = 0
    for byte in text {
      digits = MainText.isDigit(byte) ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// Whether it tells a time of day: "09:12", "21h14".
  private func hasTime(_ text: [UInt8]) -> Bool {
    text.indices.dropFirst().dropLast(2).contains {
      (text[$0] == UInt8(ascii: ":") || text[$0] == UInt8(ascii: "h")) && MainText.isDigit(text[$0 - 1])
        && MainText.isDigit(text[$0 + 1]) && MainText.isDigit(text[$0 + 2])
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
