import Facts
import GRDBSQLite

/// Statements that are broken off when a ``WorkLimit`` says so.
enum WatchedWork {
  /// Some thousand steps of SQLite's machine take a fraction of a millisecond.
  private static let steps: Int32 = 10_000

  /// Runs work on a connection, whose statements end with `SQLITE_INTERRUPT` once the limit is over.
  static func run<T>(on connection: OpaquePointer?, _ limit: WorkLimit?, _ body: () throws -> T) rethrows -> T
  {
    guard let limit, let connection else { return try body() }
    sqlite3_progress_handler(
      connection, steps,
      { pointer in
        guard let pointer else { return 0 }
        return Unmanaged<WorkLimit>.fromOpaque(pointer).takeUnretainedValue().stop == nil ? 0 : 1
      }, Unmanaged.passUnretained(limit).toOpaque())
    defer { sqlite3_progress_handler(connection, 0, nil, nil) }
    return try withExtendedLifetime(limit) { try body() }
  }

  /// What a statement that was broken off throws.
  static func failure(of limit: WorkLimit?) -> any Error {
    if case .tooSlow(let seconds) = limit?.stop { return StoringError.tooSlow(seconds: seconds) }
    return WorkLimit.Stop.unwanted
  }
}
