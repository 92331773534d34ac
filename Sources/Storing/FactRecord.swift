import Facts
import GRDB

/// A fact as a row of the table `facts`.
enum FactRecord {
  /// The columns that hold the fact itself, in the order of ``bind(_:to:)`` and ``fact(_:from:)``.
  static let columns = """
    kind, manufacturer, model, attribute, value, value_max, qualifier, unit, "when", start_date, end_date, market, \
    status, source, confidence, evidence, span_start, span_end, optional
    """
  /// How many they are.
  static let width = 19

  /// Binds a fact that is ``Fact/storable`` to the question marks of the columns.
  static func bind(_ fact: Fact, to statement: BoundStatement) {
    statement.bind(fact.kind.rawValue)
    statement.bind(fact.manufacturer)
    statement.bind(fact.model)
    statement.bind(fact.attribute)
    statement.bind(stored: fact.value)
    statement.bind(stored: fact.valueMax)
    statement.bind(fact.qualifier?.rawValue)
    statement.bind(fact.unit)
    statement.bind(fact.when?.description)
    statement.bind(fact.when?.first?.description)
    statement.bind(fact.when?.last?.description)
    statement.bind(fact.market)
    statement.bind(fact.status.rawValue)
    statement.bind(fact.source)
    statement.bind(real: fact.confidence)
    statement.bind(fact.evidence)
    statement.bind(fact.span.map { Int64($0.start) })
    statement.bind(fact.span.map { Int64($0.end) })
    statement.bind(fact.optional ? 1 : 0)
  }

  /// The fact in a row that has the columns from place `start` on.
  static func fact(_ row: Row, from start: Int = 0) throws -> Fact {
    let kindName: String = row[start]
    let statusName: String = row[start + 12]
    guard let kind = FactKind(rawValue: kindName), let status = Status(rawValue: statusName) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a fact of kind '\(kindName)' and status '\(statusName)'")
    }
    let qualifier: String? = row[start + 6]
    let when: String? = row[start + 8]
    var span: SourceSpan?
    if let from: Int = row[start + 16], let to: Int = row[start + 17] { span = SourceSpan(from, to) }
    return Fact(
      kind: kind, manufacturer: row[start + 1], model: row[start + 2], value: row[start + 4],
      valueMax: row[start + 5], qualifier: qualifier.flatMap(Qualifier.init(rawValue:)), unit: row[start + 7],
      when: when.flatMap { Period($0) }, market: row[start + 11], status: status, attribute: row[start + 3],
      source: row[start + 13], evidence: row[start + 15], span: span, confidence: row[start + 14],
      optional: row[start + 18])
  }
}

/// An article as a row of the table `article_texts`.
enum ArticleRecord {
  /// The columns that hold the article itself, in the order of ``article(_:from:)``.
  static let columns = "id, title, published, publisher, url, language, text"
  /// How many they are.
  static let width = 7

  /// The article in a row that has the columns from place `start` on.
  static func article(_ row: Row, from start: Int = 0) -> Article {
    let published: String? = row[start + 2]
    let language: String? = row[start + 5]
    return Article(
      id: row[start], title: row[start + 1], published: published.flatMap { Day($0) },
      publisher: row[start + 3],
      url: row[start + 4], language: language.map { LanguageCode(rawValue: $0) ?? .other },
      text: row[start + 6])
  }
}
