/// Where words begin and end in UTF-8 bytes as they stand, before anything is folded.
public enum RawWords {
  /// A small letter for an ASCII capital.
  @inline(__always) public static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Whether a word of letters and digits begins with a byte: ASCII, or a letter of two bytes.
  @inline(__always) public static func isLead(_ byte: UInt8) -> Bool {
    byte < 0x80 ? (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 : byte >= 0xC3 && byte <= 0xDF
  }

  /// Whether a byte goes on with a word that has begun.
  @inline(__always) public static func continues(_ byte: UInt8) -> Bool {
    isLead(byte) || byte &- 0x80 < 0x40
  }

  /// Whether a character of three bytes that begins with this one may be an ideograph: a word of its own.
  @inline(__always) public static func isIdeograph(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xE9 }

  /// Whether no word goes on at `i`, where a form ends.
  @inline(__always) static func isBorder(_ s: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i >= s.count || !isLead(s[i]) || i >= 3 && isIdeograph(s[i - 3]) && s[i - 1] >= 0x80
  }
}
