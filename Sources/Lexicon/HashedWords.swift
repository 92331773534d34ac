/// FNV-1a over the bytes of a word: fast, and good enough for some thousand words.
package enum WordHash {
  /// The hash of no bytes.
  package static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One byte more.
  @inlinable package static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a word.
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(empty, step) }
}

/// Values by the hashes of words.
///
/// A dictionary would hash the hash again, and looking words up is what reading does most.
package struct HashedWords<Value: Sendable>: Sendable {
  /// The hash in each slot, 0 where it is free; apart from the values, for most look-ups end at a free slot.
  @usableFromInline var keys: [UInt64]
  @usableFromInline var values: [Value?]
  @usableFromInline var mask: Int

  /// Fills a table that stays at most a quarter full, so that a miss is told by one look.
  package init(_ words: [UInt64: Value]) {
    var size = 16
    while size < words.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    mask = size - 1
    for (key, value) in words {
      var at = Int(truncatingIfNeeded: key ^ key >> 32) & mask
      while keys[at] != 0 { at = (at + 1) & mask }
      keys[at] = key
      values[at] = value
    }
  }

  /// The value of a word.
  @inlinable package subscript(hash: UInt64) -> Value? {
    @inline(__always) get { find(hash) }
  }

  @inlinable @inline(__always) func find(_ hash: UInt64) -> Value? {
    var at = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while keys[at] != 0 {
      if keys[at] == hash { return values[at] }
      at = (at + 1) & mask
    }
    return nil
  }
}
