import Facts

/// Where a found fact says that it stands, held against the text.
enum FactPlace {
  /// The longest that a sentence may be, in characters.
  private static let longest = 900

  /// What is wrong with the place of a fact; `gold` is the annotated fact that it was paired with.
  static func fault(of fact: Fact, in text: String, gold: Fact?) -> PlaceFault? {
    let bytes = Array(text.utf8)
    let evidence = Array(fact.evidence.utf8)
    let length = fact.evidence.unicodeScalars.count
    guard length >= 4, bytes.firstRange(of: evidence) != nil else { return .notInText }
    guard length <= longest else { return .tooLong }
    if let gold, !overlaps(evidence, Array(gold.evidence.utf8), in: bytes) { return .elsewhere }
    guard let span = fact.span else { return nil }
    return span.count > 0 && span.text(in: text) != nil ? nil : .noSpan
  }

  /// Whether the sentence, at any of its places, shares a byte with the first place of the annotated one.
  private static func overlaps(_ evidence: [UInt8], _ gold: [UInt8], in text: [UInt8]) -> Bool {
    guard let wanted = text.firstRange(of: gold) else { return false }
    var from = 0
    while let place = text[from...].firstRange(of: evidence) {
      if place.lowerBound < wanted.upperBound, wanted.lowerBound < place.upperBound { return true }
      from = place.lowerBound + 1
    }
    return false
  }
}

/// What is wrong with where a fact says that it stands.
public enum PlaceFault: String, Sendable, Hashable, CustomStringConvertible {
  /// The evidence is not in the text.
  case notInText
  /// The evidence is longer than a sentence.
  case tooLong
  /// The evidence is another sentence than the annotated one.
  case elsewhere
  /// `start` and `end` are no span of the text, or cut a character.
  case noSpan

  /// The fault in words.
  public var description: String {
    switch self {
    case .notInText: "the evidence is not in the text"
    case .tooLong: "the evidence is longer than a sentence"
    case .elsewhere: "the evidence is another sentence than the annotated one"
    case .noSpan: "start and end are no place in the text"
    }
  }
}
