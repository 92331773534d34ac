/// How text for people stands out: with a terminal's colours, or with signs where there are none.
public struct TextStyle: Hashable, Sendable {
  /// Whether the reader is a terminal that shows colours.
  public let hasColours: Bool

  /// Makes a style.
  public init(hasColours: Bool) { self.hasColours = hasColours }

  /// Text without colours.
  public static let plain = TextStyle(hasColours: false)

  /// A heading.
  public func heading(_ text: String) -> String { hasColours ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Text that may be overlooked.
  public func quiet(_ text: String) -> String { hasColours ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// The place that matters in a sentence; `⟦…⟧` without colours.
  public func marked(_ text: String) -> String { hasColours ? "\u{1B}[1;33m\(text)\u{1B}[0m" : "⟦\(text)⟧" }
}

extension TextStyle {
  /// A text on one line without the control characters by which an article could move a reader's cursor.
  public static func harmless(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
      return text
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
