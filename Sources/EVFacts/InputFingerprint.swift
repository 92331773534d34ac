/// A hash of the bytes that are read, by which they are known again.
///
/// Method: eight bytes at a time, multiplied to 128 bits and folded (as wyhash does), so that it is faster than a disk.
enum InputFingerprint {
  /// The hash of some bytes, and of a word that says how they are read.
  static func of(_ bytes: [UInt8], readAs manner: String) -> UInt64 {
    var hash = fold(UInt64(bytes.count) ^ 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)
    for byte in manner.utf8 { hash = fold(hash ^ UInt64(byte), 0x8EBC_6AF0_9C88_C6E3) }
    bytes.withUnsafeBytes { raw in
      var place = 0
      while place + 8 <= raw.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        hash = fold(hash ^ word, 0x5899_65CC_7537_4CC3)
        place += 8
      }
      var rest: UInt64 = 0
      while place < raw.count {
        rest = rest << 8 | UInt64(raw[place])
        place += 1
      }
      hash = fold(hash ^ rest, 0x1D8E_4E27_C47D_124F)
    }
    return hash
  }

  private static func fold(_ some: UInt64, _ other: UInt64) -> UInt64 {
    let product = some.multipliedFullWidth(by: other)
    // Zero would swallow all that follows.
    return product.high ^ product.low ^ some.byteSwapped
  }
}
