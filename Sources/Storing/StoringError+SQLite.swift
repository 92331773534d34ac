import GRDB

extension StoringError {
  /// SQLite's error in the words of this target; bound values are left out.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: detail)
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_ERROR, .SQLITE_MISUSE, .SQLITE_RANGE: self = .statement(sql: error.sql ?? "", detail: detail)
    default: self = .failed(path: path, detail: detail)
    }
  }

  /// Runs `body` and turns what GRDB throws into a `StoringError`.
  static func translating<T>(path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoringError(error, path: path)
    }
  }
}
