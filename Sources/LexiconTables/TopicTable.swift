import Facts
import PackedText

/// Words that show what a text is about, found in its bytes as they stand: what a crawl asks of every page must cost little.
///
/// Unlike a ``WordTable`` it folds no more than ASCII letters, keeps no places and knows no language.
public struct TopicTable: Sendable {
  /// What a word says of the text.
  public enum Sort: UInt8, CaseIterable, Sendable {
    case electric, vehicle, body, charge
    /// A maker of the catalogue.
    case maker
    /// A model of the catalogue that is known without its maker.
    case model
  }

  /// A payload is the raw value of a sort, with this bit where the form may go on.
  private static let isOpen = 0x100

  private let words: PackedTrie

  /// Reads lines `sort: word | word*`; a line of another sort is left out.
  package init(_ text: String) {
    var packer = TriePacker()
    for line in text.utf8.split(separator: 0x0A) where line.first != 0x23 {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(Substring(line[..<colon]))
      guard let sort = Sort.allCases.first(where: { "\($0)" == name }) else { continue }
      for word in FieldText.list(String(Substring(line[line.index(after: colon)...]))) {
        let isOpen = word.hasSuffix("*")
        packer.insert(
          FoldedText(isOpen ? String(word.dropLast()) : word).bytes,
          Int(sort.rawValue) | (isOpen ? TopicTable.isOpen : 0))
      }
    }
    words = packer.packed()
  }

  /// Takes a table as the build packed it.
  package init(packed: StaticString) {
    var reader = TableReader(packed)
    words = PackedTrie(from: &reader)
  }

  /// The table as text for ``init(packed:)``.
  package var packed: [UInt8] {
    var writer = TableWriter()
    words.write(to: &writer)
    return writer.text
  }

  /// The sort and the length of the longest topic word at `start`, which is the beginning of a word.
  @inline(__always)
  func longest(_ s: UnsafeBufferPointer<UInt8>, _ start: Int) -> (sort: Sort, length: Int)? {
    var best: (Sort, Int)?
    words.forEachForm(s, start) { end, atBorder, payload in
      guard atBorder || payload & TopicTable.isOpen != 0 else { return }
      if let sort = Sort(rawValue: UInt8(payload & 0xFF)) { best = (sort, end - start) }
    }
    return best
  }

  /// Whether a word may begin with two bytes.
  func begins(_ first: UInt8, _ second: UInt8) -> Bool { words.begins(first, second) }
}

extension PackedTrie {
  /// Calls `body` with the end of each form that begins at `start` of bytes as they stand, whether a word ends there, and
  /// the form's payload; the shorter forms first.
  @inline(__always)
  func forEachForm(
    _ s: UnsafeBufferPointer<UInt8>, _ start: Int,
    _ body: (_ end: Int, _ atBorder: Bool, _ payload: Int) -> Void
  ) {
    var node = root
    var i = start
    while i < s.count {
      node = step(node, RawWords.folded(s[i]))
      if node == 0 { return }
      i += 1
      guard hasPayload(node) else { continue }
      let atBorder = RawWords.isBorder(s, i)
      forEachPayload(node) { body(i, atBorder, $0) }
    }
  }

  /// Whether a form begins with two bytes, or is the first alone.
  func begins(_ first: UInt8, _ second: UInt8) -> Bool {
    let node = step(root, first)
    return node != 0 && (hasPayload(node) || step(node, second) != 0)
  }
}
