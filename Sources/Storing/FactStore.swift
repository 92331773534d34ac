import Facts
import Foundation
import GRDB

/// The database: articles, what they claim, and what is believed of it.
///
/// One file of SQLite in WAL mode. Readers never make, upgrade or change a file; whoever may write brings an older
/// file up to date when it opens it.
public final class FactStore: Sendable {
  /// What the opener may do.
  public enum Opening: Sendable {
    /// Makes the file where there is none.
    case createOrWrite
    /// Writes to a file that must exist.
    case writeExisting
    /// Only reads; the file must exist.
    case readOnly
  }

  /// How long a writer waits for another before ``StoringError/locked(path:)``.
  public static let patience: TimeInterval = 5

  /// How much of the file readers map.
  static let mappedBytes = 1 << 30

  /// The file, or `:memory:`.
  public let path: String
  let database: any DatabaseWriter

  /// Opens the database in a file.
  public convenience init(path: String, opening: Opening) throws {
    try self.init(path: path, opening: opening, readsOlder: false)
  }

  /// Opens the database in a file; who reads what older schemas have too may read them as they are.
  init(path: String, opening: Opening, readsOlder: Bool) throws {
    self.path = path
    var writes = true
    if case .readOnly = opening { writes = false }
    let state = try DatabaseFile.state(path: path)
    switch (state, opening) {
    case (.absent, .writeExisting), (.absent, .readOnly): throw StoringError.missing(path: path)
    case (.empty, .writeExisting), (.empty, .readOnly): throw StoringError.notADatabase(path: path)
    default: break
    }
    database = try StoringError.translating(path: path) {
      if writes { try Schema.prepare(path: path, isNew: state != .ours) }
      return try FactStore.connect(path: path, readOnly: !writes)
    }
    if !writes { try checkVersion(readsOlder: readsOlder) }
  }

  private init(memory database: DatabaseQueue) {
    path = ":memory:"
    self.database = database
  }

  /// A database that lives as long as the object, for tests and for filters.
  public static func inMemory() throws -> FactStore {
    try StoringError.translating(path: ":memory:") {
      let queue = try DatabaseQueue(configuration: configuration(readOnly: false))
      try queue.write { try Schema.migrate($0, path: ":memory:") }
      return FactStore(memory: queue)
    }
  }

  private static func connect(path: String, readOnly: Bool) throws -> any DatabaseWriter {
    let configuration = configuration(readOnly: readOnly)
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      if readOnly { _ = try pool.read { try Schema.version($0) } }
      return pool
    } catch let error as DatabaseError
      where readOnly && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // A reader of a WAL database makes two small files beside it. In a folder that does not allow them, a file that
      // nobody is writing to can still be read as it is.
      guard !FileManager.default.fileExists(atPath: path + "-wal") else { throw error }
      let place = URL(filePath: path).absoluteString + "?immutable=1"
      guard let queue = try? DatabaseQueue(path: place, configuration: configuration) else { throw error }
      return queue
    }
  }

  static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(patience)
    configuration.label = "evfacts"
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      // With WAL a power cut can lose the last commits but never damages the file.
      // A long log before each checkpoint lets many commits share one write of a page.
      if !readOnly {
        try db.execute(
          sql: """
            PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16000; PRAGMA journal_size_limit = 67108864
            """)
      }
      // A writer of a large database touches pages all over it.
      try db.execute(sql: "PRAGMA cache_size = \(readOnly ? -64_000 : -256_000); PRAGMA temp_store = MEMORY")
      // Who reads a page of a mapped file copies nothing. Writers do without: they shorten the file at times.
      if readOnly { try db.execute(sql: "PRAGMA mmap_size = \(FactStore.mappedBytes)") }
    }
    return configuration
  }

  /// Whether the file is read as one that nobody writes to, as its folder allows no files beside it.
  var isImmutable: Bool { !(database is DatabasePool) && path != ":memory:" }

  private func checkVersion(readsOlder: Bool) throws {
    let version = try read { try Schema.version($0) }
    let known = Schema.known
    if version > known { throw StoringError.newer(path: path, version: version, known: known) }
    if version < known, !readsOlder { throw StoringError.older(path: path, version: version, known: known) }
  }

  /// Reads one state of the database; statements end where ``WorkLimit/current`` says so, which then is thrown.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try StoringError.translating(path: path) {
      guard let limit = WorkLimit.current else { return try database.read(body) }
      do {
        return try database.read { db in
          try WatchedWork.run(on: db.sqliteConnection, limit) { try body(db) }
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        throw WatchedWork.failure(of: limit)
      }
    }
  }

  func write<T>(_ body: (Database) throws -> T) throws -> T {
    try StoringError.translating(path: path) { try database.write(body) }
  }
}
