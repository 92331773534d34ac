import Facts

/// Reads a fact off a JSON object and holds it to what its kind allows.
enum FactFields {
  /// The fact; `text` is its article's, empty where that was not brought in.
  static func fact(_ fields: JSONFields, text: String) throws(FieldError) -> Fact {
    if let unknown = fields.fields.keys.filter({ !known.contains($0) }).min() {
      throw fields.wrong(unknown, "is no field of a fact")
    }
    guard let kind = try fields.word("kind", FactKind.self) else { throw fields.wrong("kind", "is missing") }
    guard let status = try fields.word("status", Status.self) else {
      throw fields.wrong("status", "is missing")
    }
    let fact = Fact(
      kind: kind, manufacturer: try fields.text("manufacturer"), model: try fields.text("model"),
      value: try fields.number("value"), valueMax: try fields.number("value_max"),
      qualifier: try fields.word("qualifier", Qualifier.self), unit: try fields.text("unit"),
      when: try period(fields), market: try market(fields), status: status,
      attribute: try fields.text("attribute"), source: try fields.text("source"),
      evidence: try fields.requiredText("evidence"), span: try span(fields, text: text),
      confidence: try confidence(fields), optional: try fields.flag("optional"))
    try FactRules.check(fact)
    return fact
  }

  private static let known: Set<String> = [
    "kind", "manufacturer", "model", "value", "value_max", "qualifier", "unit", "when", "market", "status",
    "attribute", "source", "evidence", "optional", "start", "end", "confidence", "trail",
  ]

  private static func period(_ fields: JSONFields) throws(FieldError) -> Period? {
    guard let text = try fields.text("when") else { return nil }
    guard let period = Period(text) else {
      throw fields.wrong("when", "is '\(text)', no date or period such as 2025-06 or MID:2025")
    }
    return period
  }

  private static func market(_ fields: JSONFields) throws(FieldError) -> String? {
    guard let text = try fields.text("market") else { return nil }
    let bytes = text.utf8
    let isCountry = bytes.count == 2 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
    let isRegion = bytes.count == 3 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    guard isCountry || isRegion || text == "overseas" else {
      throw fields.wrong("market", "is '\(text)', no market such as CN, 150 or overseas")
    }
    return text
  }

  private static func span(_ fields: JSONFields, text: String) throws(FieldError) -> SourceSpan? {
    guard let start = try fields.offset("start") else { return nil }
    guard let end = try fields.offset("end") else { throw fields.wrong("end", "is missing") }
    let span = SourceSpan(start, end)
    if text.isEmpty { return span }
    guard span.text(in: text) != nil else {
      throw fields.wrong("start", "and 'end' are no place in the text")
    }
    return span
  }

  private static func confidence(_ fields: JSONFields) throws(FieldError) -> Double? {
    guard let confidence = try fields.number("confidence") else { return nil }
    guard (0...1).contains(confidence) else { throw fields.wrong("confidence", "is not between 0 and 1") }
    return confidence
  }
}
