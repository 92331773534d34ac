/// Byte strings to payloads, walked one byte at a time: all words that begin at a place are found in one walk.
///
/// Transitions lie in one open-addressed table keyed by node and byte, so that a lexicon of some ten thousand forms
/// is built in a few milliseconds and a step costs about one cache line.
public struct Trie: Sendable {
  private var keys: [UInt32]
  private var targets: [UInt32]
  private var mask: Int
  private var used = 0
  private var payloadHead: [Int32] = [-1]
  private var payloads: [(id: Int32, next: Int32)] = []
  private var nodes: UInt32 = 1

  /// An empty trie; `expected` is a guess of the bytes to come.
  public init(expected: Int = 1024) {
    var size = 64
    while size < expected * 2 { size *= 2 }
    keys = Array(repeating: .max, count: size)
    targets = Array(repeating: 0, count: size)
    mask = size - 1
  }

  @inline(__always) private func slot(_ node: UInt32, _ byte: UInt8) -> Int {
    let key = node << 8 | UInt32(byte)
    return Int(truncatingIfNeeded: (key &* 2_654_435_761) >> 7) & mask
  }

  /// The node that `byte` leads to, or 0 where there is none.
  ///
  /// The root is node 0; no transition leads to it.
  @inline(__always) public func step(_ node: UInt32, _ byte: UInt8) -> UInt32 {
    let key = node << 8 | UInt32(byte)
    var at = slot(node, byte)
    while true {
      let found = keys[at]
      if found == key { return targets[at] }
      if found == .max { return 0 }
      at = (at + 1) & mask
    }
  }

  /// Whether a form ends at the node.
  @inline(__always) public func hasPayload(_ node: UInt32) -> Bool { payloadHead[Int(node)] >= 0 }

  /// Calls `body` with each payload of the node.
  @inline(__always) public func forEachPayload(_ node: UInt32, _ body: (Int) -> Void) {
    var at = payloadHead[Int(node)]
    while at >= 0 {
      let entry = payloads[Int(at)]
      body(Int(entry.id))
      at = entry.next
    }
  }

  /// Adds a form with its payload.
  public mutating func insert(_ form: some Sequence<UInt8>, _ payload: Int) {
    var node: UInt32 = 0
    for byte in form { node = child(node, byte) }
    guard node != 0 else { return }
    payloads.append((Int32(payload), payloadHead[Int(node)]))
    payloadHead[Int(node)] = Int32(payloads.count - 1)
  }

  private mutating func child(_ node: UInt32, _ byte: UInt8) -> UInt32 {
    let next = step(node, byte)
    if next != 0 { return next }
    if used * 2 >= keys.count { grow() }
    let key = node << 8 | UInt32(byte)
    var at = slot(node, byte)
    while keys[at] != .max { at = (at + 1) & mask }
    keys[at] = key
    targets[at] = nodes
    used += 1
    payloadHead.append(-1)
    nodes += 1
    return nodes - 1
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldTargets = targets
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    targets = Array(repeating: 0, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (i, key) in oldKeys.enumerated() where key != .max {
      var at = slot(key >> 8, UInt8(key & 0xFF))
      while keys[at] != .max { at = (at + 1) & mask }
      keys[at] = key
      targets[at] = oldTargets[i]
    }
  }
}
