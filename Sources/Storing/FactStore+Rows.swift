import Facts
import GRDB

extension FactStore {
  /// The rows of a SELECT that has the columns of the views of facts.
  ///
  /// - Parameters:
  ///   - statement: the SELECT; `SELECT * FROM claims WHERE …` has all that is needed.
  ///   - withText: whether the articles come with their texts.
  public func rows(_ statement: SQLStatement, withText: Bool = false) throws -> [FactRow] {
    var rows: [FactRow] = []
    try forEachRow(statement, withText: withText) { rows.append($0) }
    return rows
  }

  /// Hands the rows of a SELECT to `body` one by one, in one snapshot of the database.
  ///
  /// - Parameter isKept: whether the statement stays prepared for the next time; for texts of which there are few.
  public func forEachRow(
    _ statement: SQLStatement, withText: Bool = false, isKept: Bool = false, body: (FactRow) throws -> Void
  ) throws {
    try read { db in
      let prepared = try prepare(statement, in: db, isKept: isKept)
      let reader = try FactRowReader(columns: prepared.columnNames, sql: statement.sql)
      let cursor = try Row.fetchCursor(prepared)
      // The cursor steps the statement; the fields are read off it without the detour over values of any type.
      let row = RawRow(statement: prepared.sqliteStatement)
      while try cursor.next() != nil {
        var factRow = try reader.factRow(row)
        if withText {
          factRow.article.text =
            try db.first(
              "SELECT a.text FROM facts AS f JOIN article_texts AS a USING (article_number) WHERE f.fact_id = ?",
              [factRow.id])?[0] ?? ""
        }
        try body(factRow)
      }
    }
  }

  /// Any SELECT as it comes: the names of its columns, and its rows.
  public func table(_ statement: SQLStatement) throws -> (columns: [String], rows: [[SQLValue]]) {
    try read { db in
      let prepared = try prepare(statement, in: db)
      var rows: [[SQLValue]] = []
      let cursor = try Row.fetchCursor(prepared)
      let row = RawRow(statement: prepared.sqliteStatement)
      while try cursor.next() != nil { rows.append(row.plainValues) }
      return (prepared.columnNames, rows)
    }
  }

  /// What `body` makes of the rows of any SELECT, read one by one.
  ///
  /// - Parameter isKept: whether the statement stays prepared for the next time; for texts of which there are few.
  public func mapped<T>(
    _ statement: SQLStatement, isKept: Bool = false, _ body: (StoredRow) throws -> T
  ) throws -> [T] {
    try read { db in
      var out: [T] = []
      let cursor = try Row.fetchCursor(prepare(statement, in: db, isKept: isKept))
      while let row = try cursor.next() { out.append(try body(StoredRow(row))) }
      return out
    }
  }

  func prepare(_ statement: SQLStatement, in db: Database, isKept: Bool = false) throws -> Statement {
    let prepared = try isKept ? db.cachedStatement(sql: statement.sql) : db.makeStatement(sql: statement.sql)
    let values = StatementArguments(statement.arguments.map(\.bound))
    try prepared.validateArguments(values)
    prepared.setUncheckedArguments(values)
    return prepared
  }
}

/// A row while it is read; the columns are counted from zero, and one that is NULL gives `nil`.
public struct StoredRow {
  private let row: Row

  init(_ row: Row) { self.row = row }

  /// A text.
  public func text(_ column: Int) -> String? { row[column] }
  /// A number, whole or not.
  public func number(_ column: Int) -> Double? { row[column] }
  /// A whole number.
  public func integer(_ column: Int) -> Int64? { row[column] }
}

extension SQLValue {
  var bound: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.storable.databaseValue
    }
  }
}
