import PackedText

/// Byte strings to numbers, walked one byte at a time; made once by ``TriePacker`` and only read.
///
/// Method: a double array (Aoe 1989) whose slots tell their parent by label alone, as in Yata's darts-clone: children lie
/// at `base ^ byte`, no two nodes share a base, so a slot with the right label is the right child. A step is one look into
/// one array, four bytes a slot.
public struct PackedTrie: Sendable {
  /// Slots: base in the upper 23 bits, whether a form ends here, label in the lower 8.
  ///
  /// At `base ^ 0` lies, where a form
  /// ends, the place of its payloads, shifted by 8.
  let units: [UInt32]
  /// Lists of payloads; the last of each has its highest bit set.
  let payloads: [UInt32]

  /// The node before the first byte.
  @inline(__always) public var root: UInt32 { units[0] }

  /// The node that `byte` leads to, or 0 where there is none.
  @inline(__always) public func step(_ node: UInt32, _ byte: UInt8) -> UInt32 {
    let unit = units[Int(node >> 9) ^ Int(byte)]
    // No form holds a zero byte: label 0 marks empty slots and places of payloads.
    return UInt8(truncatingIfNeeded: unit) == byte && byte != 0 ? unit : 0
  }

  /// Whether a form ends at the node.
  @inline(__always) public func hasPayload(_ node: UInt32) -> Bool { node & 0x100 != 0 }

  /// Calls `body` with each payload of a node where a form ends, the one added last first.
  @inline(__always) public func forEachPayload(_ node: UInt32, _ body: (Int) -> Void) {
    var at = Int(units[Int(node >> 9)] >> 8)
    while true {
      let payload = payloads[at]
      body(Int(payload & 0x7FFF_FFFF))
      if payload >> 31 == 1 { return }
      at += 1
    }
  }
}

extension PackedTrie {
  init(from reader: inout TableReader) {
    units = reader.numbers()
    payloads = reader.numbers()
  }

  func write(to writer: inout TableWriter) {
    writer.write(units)
    writer.write(payloads)
  }
}
