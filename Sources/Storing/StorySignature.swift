import Facts

/// What tells copies of one story apart from other stories, small enough to be passed on instead of the text.
///
/// Articles whose signatures were made on different machines can be grouped by it: those that share a mark are looked
/// at, and are copies if ``isCopy(of:)`` says so.
public struct StorySignature: Sendable {
  /// A hash of all words in order: equal for texts that differ in case, accents, spaces and punctuation only.
  public let words: Int64
  private let runs: Int
  private let sketch: [UInt8]
  private let figures: [UInt8]

  /// The signature of a text, `nil` for one without words.
  public init?(of text: String) {
    let units = SearchUnits.units(of: text)
    guard !units.isEmpty else { return nil }
    words = StoryMarks.contentHash(of: units)
    let sketch = StorySketch(of: units, text: text)
    runs = sketch?.runs ?? 0
    self.sketch = sketch?.sketchBytes ?? []
    figures = sketch?.figureBytes ?? []
  }

  /// Whether two articles tell one story in the same or mostly the same words.
  public func isCopy(of other: StorySignature) -> Bool {
    if words == other.words { return true }
    guard runs > 0, other.runs > 0 else { return false }
    return StorySketch(runs: runs, sketch: sketch, figures: figures)
      .isCopy(of: StorySketch(runs: other.runs, sketch: other.sketch, figures: other.figures))
  }

  /// An object of four fields on one line.
  ///
  /// `words` is the hash of all words; `runs` the number of different runs of words, 0 in a text that is too short for
  /// more; `sketch` the smallest hashes of these, ascending, eight hexadecimal digits each, the first ten of which are
  /// the marks; `figures` the figures with the words around them, twelve digits each: eight for the words, four for
  /// the figure.
  public var json: String {
    "{\"words\": \"\(StorySignature.hex(UInt64(bitPattern: words), 16))\", \"runs\": \(runs), "
      + "\"sketch\": \"\(StorySignature.bigEndian(sketch, [4]))\", "
      + "\"figures\": \"\(StorySignature.bigEndian(figures, [4, 2]))\"}"
  }

  /// Little-endian numbers of so many bytes, again and again, as hexadecimal digits that sort as they do.
  private static func bigEndian(_ bytes: [UInt8], _ widths: [Int]) -> String {
    var text = ""
    var start = 0
    var field = 0
    while start < bytes.count {
      let width = widths[field % widths.count]
      for byte in bytes[start..<start + width].reversed() { text += hex(UInt64(byte), 2) }
      start += width
      field += 1
    }
    return text
  }

  private static func hex(_ number: UInt64, _ digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }
}
