import Facts
import GRDB

/// Makes `FactRow`s of rows that have the columns of the views, wherever these stand.
struct FactRowReader {
  private let places: [Int]
  private let spanPlaces: (start: Int, end: Int)?
  private let replacedPlace: Int?

  private static let names = [
    "kind", "manufacturer", "model", "attribute", "value", "value_max", "qualifier", "unit", "when", "market",
    "status", "source", "confidence", "evidence", "article", "title", "publisher", "published", "url",
    "language",
    "fact_id", "corrected",
  ]

  /// Finds the columns by their names; throws where one is missing.
  init(columns: [String], sql: String) throws {
    var places: [String: Int] = [:]
    for (place, name) in columns.enumerated() where places[name] == nil { places[name] = place }
    self.places = try Self.names.map { name in
      guard let place = places[name] else { throw StoringError.missingColumn(name: name, sql: sql) }
      return place
    }
    replacedPlace = places["replaced"]
    if let start = places["span_start"], let end = places["span_end"] {
      spanPlaces = (start, end)
    } else {
      spanPlaces = nil
    }
  }

  /// The fact and its article, without the text.
  func factRow(_ row: Row) throws -> FactRow {
    let kindName: String = row[places[0]]
    let statusName: String = row[places[10]]
    guard let kind = FactKind(rawValue: kindName), let status = Status(rawValue: statusName) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a fact of kind '\(kindName)' and status '\(statusName)'")
    }
    let qualifier: String? = row[places[6]]
    let when: String? = row[places[8]]
    var fact = Fact(
      kind: kind, manufacturer: row[places[1]], model: row[places[2]], value: row[places[4]],
      valueMax: row[places[5]], qualifier: qualifier.flatMap(Qualifier.init(rawValue:)), unit: row[places[7]],
      when: when.flatMap { Period($0) }, market: row[places[9]], status: status, attribute: row[places[3]],
      source: row[places[11]], evidence: row[places[13]], confidence: row[places[12]])
    if let spanPlaces, let start: Int = row[spanPlaces.start], let end: Int = row[spanPlaces.end] {
      fact.span = SourceSpan(start, end)
    }
    let published: String? = row[places[17]]
    let language: String? = row[places[19]]
    let article = Article(
      id: row[places[14]], title: row[places[15]], published: published.flatMap { Day($0) },
      publisher: row[places[16]], url: row[places[18]],
      language: language.map { LanguageCode(rawValue: $0) ?? .other }, text: "")
    let replaced: String? = replacedPlace.flatMap { row[$0] }
    return FactRow(
      id: row[places[20]], fact: fact, corrected: row[places[21]], article: article,
      replaced: replaced.flatMap { Day($0) })
  }
}
