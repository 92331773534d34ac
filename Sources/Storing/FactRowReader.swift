import Facts
import GRDB

/// Makes `FactRow`s of rows that have the columns of the views, wherever these stand.
final class FactRowReader {
  private var periods: [String: Period?] = [:]
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
  func factRow(_ row: RawRow) throws -> FactRow {
    let kindName = row.text(places[0]) ?? ""
    let statusName = row.text(places[10]) ?? ""
    guard let kind = FactKind(rawValue: kindName), let status = Status(rawValue: statusName) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a fact of kind '\(kindName)' and status '\(statusName)'")
    }
    var fact = Fact(
      kind: kind, manufacturer: row.text(places[1]), model: row.text(places[2]), value: row.number(places[4]),
      valueMax: row.number(places[5]), qualifier: row.text(places[6]).flatMap(Qualifier.init(rawValue:)),
      unit: row.text(places[7]), when: row.text(places[8]).flatMap(period), market: row.text(places[9]),
      status: status, attribute: row.text(places[3]), source: row.text(places[11]),
      evidence: row.text(places[13]) ?? "", confidence: row.number(places[12]))
    if let spanPlaces, let start = row.integer(spanPlaces.start), let end = row.integer(spanPlaces.end) {
      fact.span = SourceSpan(Int(start), Int(end))
    }
    let article = Article(
      id: row.text(places[14]) ?? "", title: row.text(places[15]), published: row.day(places[17]),
      publisher: row.text(places[16]), url: row.text(places[18]),
      language: row.text(places[19]).map { LanguageCode(rawValue: $0) ?? .other }, text: "")
    return FactRow(
      id: row.integer(places[20]) ?? 0, fact: fact, corrected: row.integer(places[21]) == 1, article: article,
      replaced: replacedPlace.flatMap { row.day($0) })
  }

  /// A period; the rows of a report have few different ones, and each is made out once.
  private func period(_ text: String) -> Period? {
    if let period = periods[text] { return period }
    let period = Period(text)
    periods[text] = .some(period)
    return period
  }
}

extension RawRow {
  /// A text, `nil` for anything else.
  public func text(_ place: Int) -> String? {
    if case .text(let bytes) = self[place] { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  /// A number, whole or not.
  public func number(_ place: Int) -> Double? {
    switch self[place] {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .null, .text: nil
    }
  }

  /// A whole number.
  public func integer(_ place: Int) -> Int64? {
    if case .integer(let number) = self[place] { number } else { nil }
  }

  /// A day.
  func day(_ place: Int) -> Day? {
    if case .text(let bytes) = self[place] { Day(bytes) } else { nil }
  }
}
