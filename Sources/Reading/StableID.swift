/// A name for an article that is the same on every machine and in every run.
enum StableID {
  /// Twelve hexadecimal digits of the address or, failing that, of the text without its white space.
  static func id(url: String?, text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    if let url, !url.isEmpty {
      for byte in url.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    } else {
      for byte in text.utf8 where byte > 0x20 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    // FNV leaves its last byte in the low bits; the finaliser of SplitMix spreads it.
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    let digits = String(hash >> 16, radix: 16)
    return String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }
}
