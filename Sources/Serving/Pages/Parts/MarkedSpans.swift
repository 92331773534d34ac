import EVFacts

/// Text with some of its bytes marked.
enum MarkedSpans {
  /// A text with marks that may touch each other.
  static func html(_ text: String, _ marks: [SourceSpan]) -> HTML {
    let bytes = Array(text.utf8)
    var html: HTML = ""
    var position = 0
    for mark in marks.sorted()
    where mark.start >= position && mark.end <= bytes.count && mark.start < mark.end {
      html += "\(part(bytes, position..<mark.start))<mark>\(part(bytes, mark.start..<mark.end))</mark>"
      position = mark.end
    }
    html += "\(part(bytes, position..<bytes.count))"
    return html
  }

  /// A fact's sentence with its value marked, where the article's text tells the place.
  static func evidence(of fact: Fact, in text: String) -> HTML {
    html(fact.evidence, [EvidenceWords.place(of: fact, in: text)].compactMap(\.self))
  }

  /// The text of some bytes.
  static func part(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
