import GRDB
import GRDBSQLite

/// A statement that runs many times within a transaction: its values are bound one after another, as bytes and numbers,
/// without a box around each.
final class BoundStatement {
  private let prepared: Statement
  private let statement: OpaquePointer
  private var place: Int32 = 0
  private var failure: Int32 = SQLITE_OK

  /// Prepares it once a connection.
  init(_ sql: String, in db: Database) throws {
    prepared = try db.cachedStatement(sql: sql)
    statement = prepared.sqliteStatement
  }

  /// Binds a text to the next question mark; `nil` is NULL.
  func bind(_ text: String?) {
    guard var text else { return bindNull() }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        // An empty text may have no address, and without one SQLite would bind NULL.
        note(
          sqlite3_bind_text(
            statement, next(), bytes.baseAddress ?? Self.nothing, Int32(bytes.count), Self.copied))
      }
    }
  }

  /// Binds a whole number; `nil` is NULL.
  func bind(_ number: Int64?) {
    guard let number else { return bindNull() }
    note(sqlite3_bind_int64(statement, next(), number))
  }

  /// Binds a number as ``Swift/Double/stored`` has it; `nil` and what is no number are NULL.
  func bind(stored number: Double?) {
    guard let number, number.isFinite else { return bindNull() }
    if number == number.rounded(), abs(number) < 9e15 { return bind(Int64(number)) }
    bind(real: number)
  }

  /// Binds a number that stays a real one; `nil` is NULL.
  func bind(real number: Double?) {
    guard let number else { return bindNull() }
    note(sqlite3_bind_double(statement, next(), number))
  }

  /// Binds bytes.
  func bind(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      note(
        sqlite3_bind_blob(
          statement, next(), $0.baseAddress ?? UnsafeRawPointer(Self.nothing), Int32($0.count), Self.copied))
    }
  }

  private func bindNull() { note(sqlite3_bind_null(statement, next())) }

  /// Runs a statement that gives no rows.
  func run() throws {
    defer { reset() }
    while try step() {}
  }

  /// Goes to the next row, whose fields ``row`` has; ``reset()`` ends it before the last.
  func step() throws -> Bool {
    guard failure == SQLITE_OK else { throw error(failure) }
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code)
    }
  }

  /// Whether it gives a row.
  func givesRow() throws -> Bool {
    defer { reset() }
    return try step()
  }

  /// The row that it stands on.
  var row: RawRow { RawRow(statement: statement) }

  /// Makes it ready for other values.
  func reset() {
    sqlite3_reset(statement)
    place = 0
    failure = SQLITE_OK
  }

  private func next() -> Int32 {
    // GRDB, which may have run the statement in between, leaves it as it ended.
    if place == 0 { sqlite3_reset(statement) }
    place += 1
    return place
  }

  private func note(_ code: Int32) { if code != SQLITE_OK { failure = code } }

  private func error(_ code: Int32) -> DatabaseError {
    let message = sqlite3_db_handle(statement).map { String(cString: sqlite3_errmsg($0)) }
    return DatabaseError(
      resultCode: ResultCode(rawValue: code), message: message, sql: prepared.sql)
  }

  /// SQLite copies what is bound.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  private static var nothing: UnsafePointer<CChar> {
    let empty: StaticString = ""
    return UnsafeRawPointer(empty.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
