import Facts
import GRDB
import GRDBSQLite

extension FactStore {
  /// Hands the rows of a SELECT to `body` as SQLite has them, in one snapshot of the database.
  ///
  /// The statement stays prepared, so that it is quick the next time.
  ///
  /// - Parameters:
  ///   - statement: a SELECT that is written the same each time it is wanted, with its values bound.
  ///   - seconds: how long it may take before ``StoringError/tooSlow(seconds:)``.
  ///   - body: is handed each row; it must not run statements of its own.
  public func forEachRawRow(_ statement: SQLStatement, seconds: Double, body: (RawRow) throws -> Void) throws
  {
    try read { db in
      let prepared = try prepare(statement, in: db, isKept: true)
      let deadline = Deadline(seconds: seconds)
      let pointer = Unmanaged.passRetained(deadline)
      defer {
        sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil)
        pointer.release()
      }
      // Some thousand steps of SQLite's machine take a fraction of a millisecond.
      sqlite3_progress_handler(
        db.sqliteConnection, 10_000,
        { pointer in
          guard let pointer else { return 0 }
          return Unmanaged<Deadline>.fromOpaque(pointer).takeUnretainedValue().isOver ? 1 : 0
        }, pointer.toOpaque())
      do {
        let cursor = try Row.fetchCursor(prepared)
        let row = RawRow(statement: prepared.sqliteStatement)
        while try cursor.next() != nil { try body(row) }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        throw StoringError.tooSlow(seconds: seconds)
      }
    }
  }

  private final class Deadline {
    private let end: ContinuousClock.Instant

    init(seconds: Double) { end = ContinuousClock.now + .seconds(seconds) }

    var isOver: Bool { ContinuousClock.now >= end }
  }
}
