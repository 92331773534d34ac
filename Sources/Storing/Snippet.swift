import Facts

/// The passage of a text with most of the words looked for.
struct Snippet {
  /// About two lines of a terminal.
  static let length = 240
  /// What is shown before the first word found.
  static let lead = 60

  private(set) var text: String
  private(set) var marks: [SourceSpan]
  private(set) var place: SourceSpan

  init(of text: String, query: SearchQuery) {
    let units = SearchUnits.units(of: text)
    let places = query.places(in: units)
    var best = 0
    var most = 0
    for (index, span) in places.enumerated() {
      let inside = places[index...].prefix { $0.end <= span.start + Self.length - Self.lead }.count
      if inside > most { (best, most) = (index, inside) }
    }
    let bytes = Array(text.utf8)
    let first = places.isEmpty ? 0 : places[best].start
    let from = Self.beginning(before: first, in: bytes)
    let to = Self.end(after: max(from + Self.length, most > 0 ? places[best].end : 0), from: from, in: bytes)
    let place = SourceSpan(from, to)
    self.place = place
    self.text = String(decoding: bytes[from..<to], as: UTF8.self)
    marks = places.filter { place.contains($0) }.map { SourceSpan($0.start - from, $0.end - from) }
  }

  /// The beginning of the line or of a word, not far before `place`.
  private static func beginning(before place: Int, in bytes: [UInt8]) -> Int {
    let earliest = max(0, place - lead)
    if let newline = bytes[earliest..<place].lastIndex(of: 0x0A) { return newline + 1 }
    guard earliest > 0 else { return 0 }
    if let space = bytes[earliest..<place].firstIndex(of: 0x20) { return space + 1 }
    return bytes[earliest..<place].firstIndex { !isContinuation($0) } ?? place
  }

  /// The end of a word or character, not past `limit`, and not past an empty line.
  private static func end(after limit: Int, from: Int, in bytes: [UInt8]) -> Int {
    guard limit < bytes.count else { return bytes.count }
    if let space = bytes[from..<limit].lastIndex(of: 0x20), space > from + length / 2 { return space }
    var end = limit
    while end > from, isContinuation(bytes[end]) { end -= 1 }
    return end
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
