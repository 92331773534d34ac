import EVFacts

/// A text cut at the ends of its facts' places, however these lie in or across each other.
struct MarkedArticle {
  /// The facts in the order of their places, and whether the text shows where each stands.
  let facts: [(row: FactRow, isMarked: Bool)]
  private let bytes: [UInt8]
  private let spans: [(row: FactRow, span: SourceSpan)]

  /// Cuts a text; throws `WorkLimit.Stop` where the time for it is over.
  init(_ text: String, _ rows: [FactRow]) throws {
    bytes = Array(text.utf8)
    var spans: [(row: FactRow, span: SourceSpan)] = []
    var unmarked: [FactRow] = []
    for row in rows {
      try WorkLimit.check()
      if let span = Self.place(of: row.fact, in: bytes) {
        spans.append((row, span))
      } else {
        unmarked.append(row)
      }
    }
    spans.sort { ($0.span, $0.row.id) < ($1.span, $1.row.id) }
    self.spans = spans
    facts = spans.map { ($0.row, true) } + unmarked.map { ($0, false) }
  }

  /// Where a fact stands: its value's place, else its sentence; `nil` where the text has neither.
  private static func place(of fact: Fact, in bytes: [UInt8]) -> SourceSpan? {
    if let span = fact.span, span.start >= 0, span.start < span.end, span.end <= bytes.count,
      isBorder(span.start, in: bytes), isBorder(span.end, in: bytes)
    {
      return span
    }
    let evidence = Array(fact.evidence.utf8)
    guard !evidence.isEmpty, evidence.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - evidence.count)
    where bytes[start] == evidence[0] && bytes[start..<(start + evidence.count)].elementsEqual(evidence) {
      return SourceSpan(start, start + evidence.count)
    }
    return nil
  }

  private static func isBorder(_ place: Int, in bytes: [UInt8]) -> Bool {
    place == bytes.count || bytes[place] & 0xC0 != 0x80
  }

  /// The text in paragraphs, each marked stretch leading to the fact that it is closest around, and behind each place the
  /// numbers of the facts that end there.
  func html(_ numbers: [Int64: Int], _ words: Words) throws -> HTML {
    var html = HTML(capacity: bytes.count * 2)
    var next = 0
    var open: [(row: FactRow, span: SourceSpan)] = []
    for paragraph in paragraphs {
      html += "<p>"
      var position = paragraph.lowerBound
      while position < paragraph.upperBound {
        while next < spans.count, spans[next].span.start <= position {
          open.append(spans[next])
          next += 1
        }
        open.removeAll { $0.span.end <= position }
        var end = open.map(\.span.end).min() ?? paragraph.upperBound
        if next < spans.count { end = min(end, spans[next].span.start) }
        end = max(position + 1, min(end, paragraph.upperBound))
        try WorkLimit.check()
        html += stretch(position..<end, open, numbers, words)
        position = end
      }
      html += "</p>\n"
    }
    return html
  }

  private func stretch(
    _ range: Range<Int>, _ open: [(row: FactRow, span: SourceSpan)], _ numbers: [Int64: Int], _ words: Words
  ) -> HTML {
    let text = lines(range)
    guard let closest = open.min(by: { ($0.span.count, $0.row.id) < ($1.span.count, $1.row.id) }) else {
      return text
    }
    let begins = open.filter { $0.span.start == range.lowerBound }.map {
      "<span id=\"mark-\($0.row.id)\"></span>" as HTML
    }
    let ends = open.filter { $0.span.end == range.upperBound }.map { row, _ -> HTML in
      "<a href=\"#fact-\(row.id)\" aria-label=\"\(words.line(of: row.fact))\">\(numbers[row.id] ?? 0)</a>"
    }
    return """
      \(HTML(begins))<a class="mark" href="#fact-\(closest.row.id)" title="\(words.line(of: closest.row.fact))">\(text)</a>\
      \("<sup class=\"refs\">\(HTML(ends, between: " "))</sup>", if: !ends.isEmpty)
      """
  }

  /// The text of some bytes; a single line break stays one.
  private func lines(_ range: Range<Int>) -> HTML {
    let parts = bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false).map {
      "\(String(decoding: $0, as: UTF8.self))" as HTML
    }
    return HTML(parts, between: "<br>")
  }

  /// The paragraphs: what stands between empty lines.
  private var paragraphs: [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x0A, place + 1 < bytes.count, bytes[place + 1] == 0x0A else {
        place += 1
        continue
      }
      if start < place { paragraphs.append(start..<place) }
      while place < bytes.count, bytes[place] == 0x0A { place += 1 }
      start = place
    }
    if start < bytes.count { paragraphs.append(start..<bytes.count) }
    return paragraphs
  }
}
