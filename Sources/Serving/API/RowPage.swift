import EVFacts

/// Writes the rows of a page in the form that was asked for, as they come from SQLite.
struct RowPage {
  private let format: APIFormat
  private let limit: Int
  private let width: Int
  private var json: JSONRecords
  private var csv: CSVRecords
  private var count = 0
  private var last: Cursor?
  private var next: Cursor?

  init(_ columns: [APIColumn], request: APIRequest) {
    format = request.format
    limit = request.limit
    width = columns.count
    json = JSONRecords(columns: columns.map(\.name))
    csv = CSVRecords(columns: format == .csv ? columns.map(\.name) : [])
    if format == .json { json.append(raw: "{\"rows\": [") }
  }

  /// Runs a statement and gives the page of its rows.
  ///
  /// - Parameters:
  ///   - statement: has the columns first, in their order; gives one row more than a page has, where there are more.
  ///   - key: the cursor of a row.
  static func of(
    _ statement: SQLStatement, _ columns: [APIColumn], request: APIRequest, in store: FactStore,
    key: (RawRow) -> Cursor
  ) throws -> APIBody {
    var page = RowPage(columns, request: request)
    try store.forEachRawRow(statement) { row in
      page.add(key: { key(row) }) { place in row[place] }
    }
    return page.body
  }

  /// Rows that are in memory already, of a report's columns.
  static func of<Row>(
    _ rows: some Sequence<Row>, _ columns: [Column<Row>], request: APIRequest, key: (Row) -> Cursor
  ) -> APIBody {
    var page = RowPage(columns.map { APIColumn($0.name, .text, "") }, request: request)
    for row in rows {
      guard page.begin({ key(row) }) else { break }
      for column in columns {
        switch column.cell(row) {
        case .empty: page.append(.null)
        case .number(let number):
          page.append(
            number == number.rounded() && abs(number) < 9e15 ? .integer(Int64(number)) : .real(number))
        case .date(let day): page.append(text: day.description)
        case .coded(let text, _), .text(let text): page.append(text: text)
        }
      }
      page.end()
    }
    return page.body
  }

  private mutating func add(key: () -> Cursor, field: (Int) -> RawField) {
    guard begin(key) else { return }
    for place in 0..<width { append(field(place)) }
    end()
  }

  /// Whether the page has room for a row; the key is asked for only where it is needed.
  private mutating func begin(_ key: () -> Cursor) -> Bool {
    guard count < limit else {
      next = last
      return false
    }
    count += 1
    if count == limit { last = key() }
    if count > 1, format == .json { json.append(raw: ", ") }
    return true
  }

  private mutating func append(_ field: RawField) {
    if format == .csv { csv.append(field) } else { json.append(field) }
  }

  private mutating func append(text: String) {
    if format == .csv { csv.append(text: text) } else { json.append(text: text) }
  }

  private mutating func end() {
    guard format != .csv else { return csv.endRecord() }
    json.endRecord()
    if format == .jsonl { json.append(raw: "\n") }
  }

  private var body: APIBody {
    var page = self
    if format == .csv { return APIBody(bytes: page.csv.take(), next: next) }
    if format == .json {
      page.json.append(raw: "], \"count\": \(count), \"next\": \(FactJSON.string(next?.text))}\n")
    }
    return APIBody(bytes: page.json.take(), next: next)
  }
}
