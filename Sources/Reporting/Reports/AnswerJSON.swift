import Facts

/// An answer as one JSON object: the question, how it was read, and the rows with their articles.
public enum AnswerJSON {
  /// The object on one line, without the line's end.
  public static func line(
    question: String, language: LanguageCode, reading: String, statement: SQLStatement, rows: [FactRow]
  ) -> String {
    "{\"question\": \(FactJSON.string(question)), \"language\": \(FactJSON.string(language.rawValue)), "
      + "\"reading\": \(FactJSON.string(reading)), \"sql\": \(FactJSON.string(SQLText.of(statement))), "
      + "\"count\": \(rows.count), \"rows\": [\(rows.map { row($0) }.joined(separator: ", "))]}"
  }

  private static func row(_ row: FactRow) -> String {
    let fact = row.fact
    let article = row.article
    let fields = [
      "\"kind\": \(FactJSON.string(fact.kind.rawValue))",
      "\"manufacturer\": \(FactJSON.string(fact.manufacturer))",
      "\"model\": \(FactJSON.string(fact.model))",
      "\"value\": \(FactJSON.number(fact.value))",
      "\"value_max\": \(FactJSON.number(fact.valueMax))",
      "\"qualifier\": \(FactJSON.string(fact.qualifier?.rawValue))",
      "\"unit\": \(FactJSON.string(fact.unit))",
      "\"when\": \(FactJSON.string(fact.when?.description))",
      "\"market\": \(FactJSON.string(fact.market))",
      "\"status\": \(FactJSON.string(fact.status.rawValue))",
      "\"attribute\": \(FactJSON.string(fact.attribute))",
      "\"source\": \(FactJSON.string(fact.source))",
      "\"confidence\": \(FactJSON.number(fact.confidence.map(FactReport.rounded)))",
      "\"evidence\": \(FactJSON.string(fact.evidence))",
      "\"article\": {\"id\": \(FactJSON.string(article.id)), \"title\": \(FactJSON.string(article.title)), "
        + "\"publisher\": \(FactJSON.string(article.publisher)), "
        + "\"published\": \(FactJSON.string(article.published?.description)), "
        + "\"url\": \(FactJSON.string(article.url))}",
    ]
    return "{" + fields.joined(separator: ", ") + "}"
  }
}
