import Facts

/// Reads an article off a JSON object: `id` and `text`, and what is known besides.
enum ArticleFields {
  /// The article; a text may be missing where only its facts are brought in.
  static func article(_ fields: JSONFields, needsText: Bool) throws(FieldError) -> Article {
    let id = try identity(fields)
    guard let id, !id.isEmpty else { throw fields.wrong("id", "is missing") }
    return Article(
      id: id, title: filled(try fields.text("title")), published: try day(fields),
      publisher: filled(try fields.text("publisher")), url: filled(try fields.text("url")),
      language: try language(fields),
      text: needsText ? try fields.requiredText("text") : try fields.text("text") ?? "")
  }

  /// The name of an article, which some sources give as a number.
  static func identity(_ fields: JSONFields) throws(FieldError) -> String? {
    if case .number(let number) = fields.fields["id"] { return FactJSON.number(number) }
    return try fields.text("id")
  }

  private static func filled(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }

  private static func day(_ fields: JSONFields) throws(FieldError) -> Day? {
    guard let text = filled(try fields.text("published")) else { return nil }
    // A year or a month alone tells no day to count from; the article is still worth reading.
    if Period(text) != nil, !text.contains("/"), text.utf8.count < 10 { return nil }
    guard let day = Day(text) else {
      throw fields.wrong("published", "is '\(text)', no date such as 2024-11-30")
    }
    return day
  }

  /// `de` and `de-CH` are German; a language that evfacts does not read is `other`.
  private static func language(_ fields: JSONFields) throws(FieldError) -> LanguageCode? {
    guard let text = filled(try fields.text("language")) else { return nil }
    let main = text.lowercased().prefix { $0 != "-" && $0 != "_" }
    return LanguageCode(rawValue: String(main)) ?? .other
  }
}
