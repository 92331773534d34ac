import Facts

/// A text made even for matching, each byte with its place in the original.
///
/// Letters are lower case; every white space but the line feed is a blank; apostrophes are `'`, hyphens `-`; full-width
/// letters and digits are ASCII; soft hyphens, zero-width and direction marks are gone. Accents stay. All else is as it was.
public struct FoldedText: Sendable {
  /// The folded bytes, still UTF-8.
  public let bytes: [UInt8]
  /// For each folded byte, and for the end, the original offset in UTF-8 bytes.
  public let offsets: [Int32]
  /// The original bytes.
  public let original: [UInt8]

  /// Folds a text.
  public init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// Folds UTF-8 bytes; broken sequences are kept as they are.
  public init(bytes source: [UInt8]) {
    var out: [UInt8] = []
    var map: [Int32] = []
    out.reserveCapacity(source.count)
    map.reserveCapacity(source.count + 1)
    var i = 0
    let n = source.count
    while i < n {
      let b = source[i]
      if b < 0x80 {
        if b >= 0x41 && b <= 0x5A {
          out.append(b | 0x20)
        } else if b == 0x09 || b == 0x0D {
          out.append(0x20)
        } else {
          out.append(b)
        }
        map.append(Int32(truncatingIfNeeded: i))
        i += 1
        continue
      }
      let length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1
      let end = min(n, i + length)
      let scalar = FoldedText.scalar(source, i, end)
      switch FoldedText.fold(scalar) {
      case .keep:
        for j in i..<end {
          out.append(source[j])
          map.append(Int32(truncatingIfNeeded: i))
        }
      case .drop: break
      case .ascii(let a):
        out.append(a)
        map.append(Int32(truncatingIfNeeded: i))
      case .two(let x, let y):
        out.append(x)
        out.append(y)
        map.append(Int32(truncatingIfNeeded: i))
        map.append(Int32(truncatingIfNeeded: i))
      }
      i = end
    }
    map.append(Int32(truncatingIfNeeded: n))
    bytes = out
    offsets = map
    original = source
  }

  /// The original span of the folded bytes `start..<end`.
  public func span(_ start: Int, _ end: Int) -> SourceSpan {
    var to = Int(offsets[end])
    // What was dropped between the last byte kept and `end` does not belong to the span.
    if end > 0, end > start {
      let last = Int(offsets[end - 1])
      let lead = original[last]
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
      to = min(to, last + length)
    }
    return SourceSpan(Int(offsets[start]), to)
  }

  /// Whether the original letter at a folded place is a capital.
  public func isUpper(_ i: Int) -> Bool {
    let at = Int(offsets[i])
    let b = original[at]
    if b < 0x80 { return b >= 0x41 && b <= 0x5A }
    return bytes[i] != b
      || (i + 1 < bytes.count && at + 1 < original.count && b >= 0xC3 && b <= 0xC5
        && bytes[i + 1] != original[at + 1])
  }

  enum Folding { case keep, drop, ascii(UInt8), two(UInt8, UInt8) }

  static func scalar(_ s: [UInt8], _ i: Int, _ end: Int) -> UInt32 {
    switch end - i {
    case 2: UInt32(s[i] & 0x1F) << 6 | UInt32(s[i + 1] & 0x3F)
    case 3: UInt32(s[i] & 0x0F) << 12 | UInt32(s[i + 1] & 0x3F) << 6 | UInt32(s[i + 2] & 0x3F)
    case 4:
      UInt32(s[i] & 0x07) << 18 | UInt32(s[i + 1] & 0x3F) << 12 | UInt32(s[i + 2] & 0x3F) << 6
        | UInt32(s[i + 3] & 0x3F)
    default: UInt32(s[i])
    }
  }

  static func fold(_ c: UInt32) -> Folding {
    switch c {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .ascii(0x20)
    case 0x2028, 0x2029, 0x85: .ascii(0x0A)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: .drop
    case 0x2018, 0x2019, 0x201B, 0x02BC, 0x2032, 0xB4, 0xFF07: .ascii(0x27)
    case 0x2010, 0x2011, 0xFF0D: .ascii(0x2D)
    case 0xFF21...0xFF3A: .ascii(UInt8(c - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: .ascii(UInt8(c - 0xFF41 + 0x61))
    case 0xFF10...0xFF19: .ascii(UInt8(c - 0xFF10 + 0x30))
    case 0xFF08: .ascii(0x28)
    case 0xFF09: .ascii(0x29)
    case 0xFF05: .ascii(0x25)
    case 0xFF0B: .ascii(0x2B)
    case 0xFF04: .ascii(0x24)
    case 0xC0...0xD6, 0xD8...0xDE: two(c + 0x20)
    case 0x100...0x137 where c & 1 == 0 && c != 0x130: two(c + 1)
    case 0x139...0x148 where c & 1 == 1: two(c + 1)
    case 0x14A...0x177 where c & 1 == 0: two(c + 1)
    default: .keep
    }
  }

  private static func two(_ c: UInt32) -> Folding { .two(UInt8(0xC0 | c >> 6), UInt8(0x80 | c & 0x3F)) }
}
