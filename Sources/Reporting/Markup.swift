/// Text within HTML and SVG: nothing in it can become markup.
public enum Markup {
  /// The text as an element's content or as the value of an attribute in double quotes.
  ///
  /// Characters that XML does not allow, and those that turn the direction of what stands beside them, become U+FFFD.
  public static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { needsCare[Int($0)] }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: out.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: out.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: out.append(contentsOf: "&quot;".unicodeScalars)
      case 0x27: out.append(contentsOf: "&#39;".unicodeScalars)
      case 0x09, 0x0A, 0x0D: out.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// An address that a reader may follow, escaped; `nil` for anything but a page of the web.
  public static func address(_ text: String?) -> String? {
    guard let text else { return nil }
    let lower = text.prefix(8).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    return escaped(text)
  }

  /// Bytes that begin or are a character that ``escaped(_:)`` changes.
  private static let needsCare: [Bool] = (0..<256).map { byte in
    byte < 0x20 || [0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF].contains(byte)
  }
}
