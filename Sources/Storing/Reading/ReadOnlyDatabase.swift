import Facts
import Foundation
import GRDBSQLite

/// A connection of its own that only reads: for statements whose rows are passed on as they come, and for those that a
/// person or another program wrote, which are watched.
public final class ReadOnlyDatabase {
  private let path: String
  private let isImmutable: Bool
  private let database: OpaquePointer

  /// Opens the database in a file; throws ``StoringError`` where it is none of this program.
  ///
  /// - Parameters:
  ///   - isWatched: whether an authorizer lets nothing but reading through. Such a connection has limits on
  ///   memory, on the length of texts and on the depth of statements.
  ///   - isOneOfMany: whether it is to keep little in memory, as there are others beside it.
  public convenience init(path: String, isWatched: Bool, isOneOfMany: Bool = false) throws {
    // Says of every sort of wrong file what is wrong with it.
    let store = try FactStore(path: path, opening: .readOnly)
    try self.init(path: path, isImmutable: store.isImmutable, isOneOfMany: isOneOfMany)
    if isWatched { watch() } else { sqlite3_exec(database, "PRAGMA temp_store = MEMORY", nil, nil, nil) }
  }

  /// Opens a file that is known to be a database of this program.
  private init(path: String, isImmutable: Bool, isOneOfMany: Bool = false) throws {
    self.path = path
    self.isImmutable = isImmutable
    var opened: OpaquePointer?
    var code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    if code == SQLITE_OK { code = sqlite3_exec(opened, "SELECT 1 FROM sqlite_schema LIMIT 1", nil, nil, nil) }
    if code != SQLITE_OK, isImmutable {
      sqlite3_close(opened)
      let place = URL(filePath: path).absoluteString + "?immutable=1"
      code = sqlite3_open_v2(
        place, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nil)
    }
    guard code == SQLITE_OK, let opened else {
      let reason = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory"
      sqlite3_close(opened)
      throw StoringError.cannotOpen(path: path, reason: reason)
    }
    database = opened
    sqlite3_busy_timeout(database, Int32(FactStore.patience * 1000))
    let memory =
      isOneOfMany ? "cache_size = -8000" : "cache_size = -64000; PRAGMA mmap_size = \(FactStore.mappedBytes)"
    sqlite3_exec(database, "PRAGMA " + memory, nil, nil, nil)
  }

  deinit { sqlite3_close_v2(database) }

  /// Why a statement ended.
  public enum End: Hashable, Sendable {
    /// There were no more rows.
    case complete
    /// There were more rows than were wanted.
    case rowLimit
  }

  /// Runs one statement that reads.
  ///
  /// - Parameters:
  ///   - statement: the statement and the values bound in it.
  ///   - rows: the most rows that are handed on, `nil` for all.
  ///   - seconds: how long it may take before ``StoringError/tooSlow(seconds:)``; `nil` for what `WorkLimit.current` allows.
  ///   - columns: is told the names of the columns first.
  ///   - body: is handed each row.
  public func run(
    _ statement: SQLStatement, rows: Int? = nil, seconds: Double? = nil,
    columns: ([String]) throws -> Void = { _ in }, body: (RawRow) throws -> Void
  ) throws -> End {
    let prepared = try prepare(statement)
    defer { sqlite3_finalize(prepared) }
    let limit = seconds.map { WorkLimit(seconds: $0) } ?? WorkLimit.current
    return try WatchedWork.run(on: database, limit) {
      try step(prepared, of: statement, limit, rows: rows, columns: columns, body: body)
    }
  }

  private func step(
    _ prepared: OpaquePointer, of statement: SQLStatement, _ limit: WorkLimit?, rows: Int?,
    columns: ([String]) throws -> Void, body: (RawRow) throws -> Void
  ) throws -> End {
    try columns(
      (0..<sqlite3_column_count(prepared)).map { String(cString: sqlite3_column_name(prepared, $0)) })
    let row = RawRow(statement: prepared)
    var count = 0
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW:
        if let rows, count == rows { return .rowLimit }
        count += 1
        try body(row)
      case SQLITE_DONE: return .complete
      case SQLITE_INTERRUPT: throw WatchedWork.failure(of: limit)
      default: throw failure(of: statement.sql)
      }
    }
  }

  private func prepare(_ statement: SQLStatement) throws -> OpaquePointer {
    guard !statement.sql.utf8.contains(0) else {
      throw StoringError.statement(sql: statement.sql, detail: "it holds a NUL")
    }
    var prepared: OpaquePointer?
    var rest = ""
    let code = statement.sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(database, start, -1, &prepared, &tail)
      if let tail { rest = String(cString: tail) }
      return code
    }
    guard code == SQLITE_OK else {
      sqlite3_finalize(prepared)
      throw failure(of: statement.sql)
    }
    guard let prepared else { throw StoringError.statement(sql: statement.sql, detail: "it is empty") }
    do {
      guard try isBlank(rest) else {
        throw StoringError.statement(sql: statement.sql, detail: "there are two statements")
      }
      guard sqlite3_stmt_readonly(prepared) != 0, sqlite3_column_count(prepared) > 0 else {
        throw StoringError.writes(sql: statement.sql)
      }
      for (place, value) in statement.arguments.enumerated() {
        try bind(value, to: prepared, Int32(place + 1))
      }
    } catch {
      sqlite3_finalize(prepared)
      throw error
    }
    return prepared
  }

  /// Whether SQLite sees no statement in a text: blanks and comments only.
  private func isBlank(_ sql: String) throws -> Bool {
    var prepared: OpaquePointer?
    defer { sqlite3_finalize(prepared) }
    guard sqlite3_prepare_v2(database, sql, -1, &prepared, nil) == SQLITE_OK else { return false }
    return prepared == nil
  }

  private func bind(_ value: SQLValue, to statement: OpaquePointer, _ place: Int32) throws {
    let code =
      switch value {
      case .null: sqlite3_bind_null(statement, place)
      case .integer(let number): sqlite3_bind_int64(statement, place, number)
      case .real(let number): sqlite3_bind_double(statement, place, number)
      case .text(let text):
        sqlite3_bind_text(statement, place, text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      }
    guard code == SQLITE_OK else { throw failure(of: "") }
  }

  private func failure(of sql: String) -> StoringError {
    let detail = String(cString: sqlite3_errmsg(database))
    switch sqlite3_errcode(database) {
    case SQLITE_AUTH: return .writes(sql: sql)
    case SQLITE_BUSY, SQLITE_LOCKED: return .locked(path: path)
    case SQLITE_CORRUPT: return .damaged(path: path, detail: detail)
    case SQLITE_ERROR, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_NOMEM:
      return .statement(sql: sql, detail: detail)
    default: return .failed(path: path, detail: detail)
    }
  }
}

extension ReadOnlyDatabase {
  /// Connections that see one and the same state of the database for as long as they live, so that several threads can
  /// read parts of it that fit together; each is for one thread at a time.
  ///
  /// Where others write so fast that no state stays, there is one connection only.
  public static func together(_ count: Int, path: String) throws -> [ReadOnlyDatabase] {
    let first = try ReadOnlyDatabase(path: path, isWatched: false)
    guard count > 1 else { return [first] }
    func another() throws -> ReadOnlyDatabase {
      let database = try ReadOnlyDatabase(path: path, isImmutable: first.isImmutable)
      sqlite3_exec(database.database, "PRAGMA temp_store = MEMORY", nil, nil, nil)
      return database
    }
    let all = [first] + (try (1..<count).map { _ in try another() })
    // A bystander who sees the same version before and after knows that nobody wrote in between.
    let bystander = try another()
    for _ in 0..<10 {
      let before = try bystander.dataVersion()
      for database in all {
        sqlite3_exec(database.database, "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1", nil, nil, nil)
      }
      if try bystander.dataVersion() == before { return all }
      for database in all { sqlite3_exec(database.database, "COMMIT", nil, nil, nil) }
    }
    return [first]
  }

  private func dataVersion() throws -> Int64 {
    var version: Int64 = 0
    _ = try run(SQLStatement("PRAGMA data_version")) {
      if case .integer(let number) = $0[0] { version = number }
    }
    return version
  }

  /// A row of text with more bytes than this is refused.
  private static let longestText: Int32 = 50_000_000
  /// What sorting and grouping may take.
  private static let mostMemory: Int64 = 1 << 30

  /// Lets nothing through but reading, whatever the statement says.
  private func watch() {
    // The index of words is connected by its first use, and that does more than a reader may.
    sqlite3_exec(database, "SELECT 1 FROM article_words WHERE article_words MATCH 'x' LIMIT 1", nil, nil, nil)
    sqlite3_set_authorizer(
      database,
      { _, action, first, second, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_FUNCTION:
          guard let second else { return SQLITE_DENY }
          return String(cString: second).lowercased() == "load_extension" ? SQLITE_DENY : SQLITE_OK
        // The search for words looks whether the file changed below it.
        case SQLITE_PRAGMA:
          guard let first else { return SQLITE_DENY }
          return String(cString: first) == "data_version" ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_DENY
        }
      }, nil)
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, Self.longestText)
    sqlite3_limit(database, SQLITE_LIMIT_SQL_LENGTH, 1_000_000)
    sqlite3_limit(database, SQLITE_LIMIT_EXPR_DEPTH, 200)
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_hard_heap_limit64(Self.mostMemory)
  }
}
