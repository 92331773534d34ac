import Foundation

/// Brings a text into the one form in which articles are kept.
enum TextNormaliser {
  /// Unicode NFC, lines that end in `\n`, no byte-order marks and no control characters but tab and line end.
  static func normalised(_ text: String) -> String {
    var text = text
    let (isClean, isComposed) = text.withUTF8 { look($0) }
    if !isClean { text = cleaned(text) }
    if !isComposed { text = text.precomposedStringWithCanonicalMapping }
    return text
  }

  /// Whether there is nothing to clean, and whether the text is surely NFC already.
  ///
  /// What composes has a lead byte of a few blocks only, and articles of the six languages hardly use them.
  private static func look(_ bytes: UnsafeBufferPointer<UInt8>) -> (isClean: Bool, isComposed: Bool) {
    var isClean = true
    var isComposed = true
    for at in bytes.indices {
      let byte = bytes[at]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A { continue }
      switch byte {
      case 0x00..<0x20, 0x7F: if byte != 0x09 { isClean = false }
      case 0xCC, 0xCD, 0xD6...0xE1, 0xF0: isComposed = false
      case 0xC2:
        // C1 controls and the soft hyphen.
        if at + 1 < bytes.count, bytes[at + 1] < 0xA0 || bytes[at + 1] == 0xAD { isClean = false }
      case 0xE2:
        guard at + 2 < bytes.count else { break }
        if bytes[at + 1] == 0x80, bytes[at + 2] == 0x8B || bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9 {
          isClean = false
        }
        if bytes[at + 1] == 0x84, bytes[at + 2] >= 0xA6 || bytes[at + 1] == 0x8C { isComposed = false }
      case 0xE3: if at + 2 < bytes.count, bytes[at + 1] == 0x82, bytes[at + 2] >= 0x99 { isComposed = false }
      case 0xEF:
        guard at + 1 < bytes.count else { break }
        if bytes[at + 1] == 0xBB { isClean = false }
        if (0xA4...0xAD).contains(bytes[at + 1]) { isComposed = false }
      default: break
      }
    }
    return (isClean, isComposed)
  }

  private static func cleaned(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    out.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": out.append("\n")
      case "\n": if !afterReturn { out.append(scalar) }
      case "\t": out.append(scalar)
      // Marks that split words for the eye only.
      case "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{00}"..<"\u{20}", "\u{7F}"..<"\u{A0}": break
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
