/// What a byte of folded UTF-8 text belongs to, for word borders.
public enum Letters {
  /// An ASCII digit.
  @inline(__always) public static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }
  /// A lower-case ASCII letter (folded text has no other).
  @inline(__always) public static func isASCIILetter(_ b: UInt8) -> Bool { b >= 0x61 && b <= 0x7A }

  /// The sort of the character that begins at `i`.
  public enum Sort: UInt8, Sendable { case letter, digit, ideograph, space, newline, mark }

  /// The sort and the length in bytes of the character at `i`.
  @inline(__always)
  public static func sort(_ s: [UInt8], _ i: Int) -> (Sort, Int) {
    let b = s[i]
    if b < 0x80 {
      if isASCIILetter(b) { return (.letter, 1) }
      if isDigit(b) { return (.digit, 1) }
      if b == 0x20 { return (.space, 1) }
      if b == 0x0A { return (.newline, 1) }
      return (.mark, 1)
    }
    let n = s.count
    if b >= 0xC3 && b <= 0xDF && i + 1 < n {
      // × and ÷ are marks, all other two-byte characters from À on are letters of some script.
      if b == 0xC3 && (s[i + 1] == 0x97 || s[i + 1] == 0xB7) { return (.mark, 2) }
      return (.letter, 2)
    }
    if b == 0xC2 {
      return (i + 1 < n && (s[i + 1] == 0xAA || s[i + 1] == 0xBA) ? .letter : .mark, min(2, n - i))
    }
    if b >= 0xE0 && b <= 0xEF {
      let length = min(3, n - i)
      guard length == 3 else { return (.mark, length) }
      let c = UInt32(b & 0x0F) << 12 | UInt32(s[i + 1] & 0x3F) << 6 | UInt32(s[i + 2] & 0x3F)
      switch c {
      case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x3005...0x3007, 0x3040...0x30FF: return (.ideograph, 3)
      case 0x1E00...0x1FFF, 0x0900...0x10FF, 0xAC00...0xD7A3: return (.letter, 3)
      default: return (.mark, 3)
      }
    }
    if b >= 0xF0 {
      let length = min(4, n - i)
      return (length == 4 && b == 0xF0 && s[i + 1] >= 0xA0 ? .ideograph : .mark, length)
    }
    return (.mark, 1)
  }
}
