import Facts

/// The sentence that a fact stands in, on one line, its value marked where the article's text tells the place.
public enum EvidenceWords {
  /// The sentence between quotation marks.
  public static func marked(_ fact: Fact, in text: String, _ style: TextStyle) -> String {
    "“" + sentence(of: fact, in: text, style) + "”"
  }

  private static func sentence(of fact: Fact, in text: String, _ style: TextStyle) -> String {
    guard let place = place(of: fact, in: text) else { return TextStyle.harmless(fact.evidence) }
    let bytes = Array(fact.evidence.utf8)
    func part(_ range: Range<Int>) -> String {
      TextStyle.harmless(String(decoding: bytes[range], as: UTF8.self))
    }
    return part(0..<place.start) + style.marked(part(place.start..<place.end)) + part(place.end..<bytes.count)
  }

  /// Where the fact's span lies in its evidence, in UTF-8 bytes; `nil` where the text does not tell.
  ///
  /// The evidence may stand in the text more than once, the span does not.
  public static func place(of fact: Fact, in text: String) -> SourceSpan? {
    guard !text.isEmpty, let span = fact.span, span.start < span.end else { return nil }
    let evidence = Array(fact.evidence.utf8)
    let bytes = Array(text.utf8)
    guard span.start >= 0, span.end <= bytes.count, span.count <= evidence.count else { return nil }
    let earliest = max(0, span.end - evidence.count)
    for start in stride(from: span.start, through: earliest, by: -1)
    where start + evidence.count <= bytes.count {
      guard bytes[start] == evidence[0], bytes[start..<start + evidence.count].elementsEqual(evidence) else {
        continue
      }
      return SourceSpan(span.start - start, span.end - start)
    }
    return nil
  }
}
