import Facts
import GRDB

extension FactStore {
  /// Hands the rows of a SELECT to `body` as SQLite has them, in one snapshot of the database.
  ///
  /// - Parameters:
  ///   - statement: a SELECT.
  ///   - isKept: whether the statement stays prepared, so that it is quick the next time; for texts of which there are few.
  ///   - body: is handed each row; it must not run statements of its own.
  public func forEachRawRow(
    _ statement: SQLStatement, isKept: Bool = true, body: (RawRow) throws -> Void
  ) throws {
    try read { db in
      let prepared = try prepare(statement, in: db, isKept: isKept)
      let cursor = try Row.fetchCursor(prepared)
      let row = RawRow(statement: prepared.sqliteStatement)
      while try cursor.next() != nil { try body(row) }
    }
  }
}
