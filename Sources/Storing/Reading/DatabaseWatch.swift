import Foundation
import GRDBSQLite

/// Tells whether a database changed since one last looked, whoever changed it.
///
/// One connection asks SQLite for its `data_version`, which takes microseconds; another connection's commit changes it.
public final class DatabaseWatch: @unchecked Sendable {
  // The lock lets one thread at a time use the connection.
  private let lock = NSLock()
  private let database: OpaquePointer
  private let statement: OpaquePointer

  /// Watches the database in a file that a ``FactStore`` opened before; throws ``StoringError`` where it cannot be opened.
  public init(path: String) throws {
    var opened: OpaquePointer?
    var prepared: OpaquePointer?
    var code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    if code == SQLITE_OK { code = sqlite3_prepare_v2(opened, "PRAGMA data_version", -1, &prepared, nil) }
    guard code == SQLITE_OK, let opened, let prepared else {
      let reason = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory"
      sqlite3_close_v2(opened)
      throw StoringError.cannotOpen(path: path, reason: reason)
    }
    database = opened
    statement = prepared
  }

  deinit {
    sqlite3_finalize(statement)
    sqlite3_close_v2(database)
  }

  /// A number that stays while the database does; 0 where it cannot be read now.
  public var version: Int64 {
    lock.withLock {
      defer { sqlite3_reset(statement) }
      return sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0
    }
  }
}
