/// A part of a text that is read by itself: an article of the press is one, a book or a dump of many pages is several.
///
/// What a text says of a figure stands near it, so that nothing is lost by reading a long one in parts, and time and memory
/// grow with its length and not faster.
public struct TextStretch: Sendable, Hashable {
  /// Where the part begins in the text, in UTF-8 bytes.
  public let start: Int
  /// The part.
  public let text: String

  /// No part is longer, in UTF-8 bytes: several times a long article.
  public static let limit = 50_000

  /// The parts of a text, in order; they cover it. A cut lies before a paragraph if one begins in the second half of the part,
  /// else before a line, a sentence, a word, a character.
  public static func of(_ text: String, limit: Int = TextStretch.limit) -> [TextStretch] {
    guard text.utf8.count > limit else { return [TextStretch(start: 0, text: text)] }
    var out: [TextStretch] = []
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while bytes.count - start > limit {
        let end = cut(bytes, start, limit)
        out.append(TextStretch(start: start, text: String(decoding: bytes[start..<end], as: UTF8.self)))
        start = end
      }
      out.append(TextStretch(start: start, text: String(decoding: bytes[start...], as: UTF8.self)))
    }
    return out
  }

  /// The best place to end the part that begins at `start`.
  private static func cut(_ s: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var best: (rank: Int, end: Int)?
    var end = start + limit
    while end > start + limit / 2 {
      if let rank = rank(s, end), rank > best?.rank ?? 0 {
        best = (rank, end)
        if rank == 4 { break }
      }
      end -= 1
    }
    if let best { return best.end }
    end = start + limit
    while end > start + 1, s[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// How good it is to cut before a byte: 4 a paragraph, 3 a line, 2 a sentence, 1 a word.
  private static func rank(_ s: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
    if s[i - 1] == 0x0A { return s[i] == 0x0A ? nil : s[i - 2] == 0x0A ? 4 : 3 }
    if s[i - 1] == 0x20, s[i] != 0x20 { return s[i - 2] == 0x2E ? 2 : 1 }
    // 。
    return i > 2 && s[i - 3] == 0xE3 && s[i - 2] == 0x80 && s[i - 1] == 0x82 ? 2 : nil
  }
}
