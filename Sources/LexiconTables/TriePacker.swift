/// Lays the nodes of a ``PackedTrie`` out.
struct TriePacker {
  private var forms: [(bytes: [UInt8], payload: Int)] = []

  /// Adds a form; one without bytes, or with a zero byte, is none.
  mutating func insert(_ form: some Sequence<UInt8>, _ payload: Int) {
    let bytes = Array(form)
    guard !bytes.isEmpty, !bytes.contains(0) else { return }
    forms.append((bytes, payload))
  }

  /// The trie of all forms added.
  func packed() -> PackedTrie {
    let order = forms.indices.sorted { a, b in
      if forms[a].bytes == forms[b].bytes { return a > b }
      return forms[a].bytes.lexicographicallyPrecedes(forms[b].bytes)
    }
    var layout = SlotLayout()
    var payloads: [UInt32] = []
    var open = [(range: 0..<order.count, depth: 0, slot: 0)]
    while let (range, depth, slot) = open.popLast() {
      var at = range.lowerBound
      while at < range.upperBound, forms[order[at]].bytes.count == depth { at += 1 }
      let ending = order[range.lowerBound..<at]
      var labels: [UInt8] = ending.isEmpty ? [] : [0]
      var children: [Range<Int>] = []
      while at < range.upperBound {
        let first = at
        let label = forms[order[at]].bytes[depth]
        while at < range.upperBound, forms[order[at]].bytes[depth] == label { at += 1 }
        labels.append(label)
        children.append(first..<at)
      }
      let base = layout.place(labels)
      layout.set(slot, UInt32(base) << 9 | (ending.isEmpty ? 0 : 0x100))
      if !ending.isEmpty {
        layout.set(base, UInt32(payloads.count) << 8)
        payloads += ending.map { UInt32(forms[$0].payload) }
        payloads[payloads.count - 1] |= 1 << 31
      }
      for (label, child) in zip(labels.suffix(children.count), children) {
        layout.set(base ^ Int(label), UInt32(label))
        open.append((child, depth + 1, base ^ Int(label)))
      }
    }
    return PackedTrie(units: layout.units, payloads: payloads)
  }
}

/// Which slots and which bases are taken; free slots are chained, so that full stretches are passed over.
private struct SlotLayout {
  /// The root lies in slot 0.
  private(set) var units: [UInt32] = []
  private var isBase: [Bool] = []
  /// The free slot after each free slot; before the first lies `head`.
  private var following: [Int] = []
  private var head = 0

  init() {
    grow()
    following[0] = 0
    head = 1
  }

  mutating func set(_ slot: Int, _ unit: UInt32) { units[slot] |= unit }

  /// Takes a base at which all labels fall on free slots, and those slots.
  mutating func place(_ labels: [UInt8]) -> Int {
    // A node without children and without payload is the root of an empty trie.
    guard let lead = labels.first else { return 0 }
    var slot = head
    while true {
      if slot >= units.count { grow() }
      let base = slot ^ Int(lead)
      if !isBase[base], labels.allSatisfy({ isFree(base ^ Int($0)) }) {
        isBase[base] = true
        for label in labels { take(base ^ Int(label)) }
        return base
      }
      slot = following[slot]
    }
  }

  private func isFree(_ slot: Int) -> Bool { following[slot] != 0 }

  private mutating func take(_ slot: Int) {
    let next = following[slot]
    following[slot] = 0
    if head == slot { head = next }
    var before = slot - 1
    // Only slots of chains that lead here; taken ones in between are none.
    while before >= head, following[before] == 0 { before -= 1 }
    if before >= head { following[before] = next }
  }

  private mutating func grow() {
    let count = units.count
    units += Array(repeating: 0, count: 256)
    isBase += Array(repeating: false, count: 256)
    following += (count + 1)...(count + 256)
  }
}
