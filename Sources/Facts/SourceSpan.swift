/// A stretch of a text, in UTF-8 bytes: `start` is its first byte, `end` the one past its last.
public struct SourceSpan: Hashable, Codable, Sendable, Comparable {
  /// The first byte.
  public var start: Int
  /// The byte past the last.
  public var end: Int

  /// Makes a span of the bytes `start..<end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// The span in a text that begins `offset` bytes before the one it was counted in.
  public func moved(by offset: Int) -> SourceSpan { SourceSpan(start + offset, end + offset) }

  /// Whether `other` lies within this span.
  public func contains(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share a byte.
  public func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }

  /// Orders spans by where they begin, then by where they end.
  public static func < (a: SourceSpan, b: SourceSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }

  /// The text that the span covers, or `nil` where it is no span of `text` or cuts a character.
  public func text(in text: String) -> String? {
    let bytes = text.utf8
    guard start >= 0, start <= end, end <= bytes.count else { return nil }
    let from = bytes.index(bytes.startIndex, offsetBy: start)
    let to = bytes.index(bytes.startIndex, offsetBy: end)
    guard let a = from.samePosition(in: text.unicodeScalars), let b = to.samePosition(in: text.unicodeScalars)
    else { return nil }
    return String(text.unicodeScalars[a..<b])
  }
}
