import Foundation
import GRDB
import Migrations

/// Brings a database to the newest schema.
///
/// The number of the last step taken is SQLite's `user_version`.
enum Schema {
  /// The number of the newest step.
  static let known: Int = Migrations.all.map(number).max() ?? 0

  /// The newest step after which stories, keys and beliefs are other than before; those after it change indexes and views
  /// alone, and need no walk over all claims.
  private static let lastDeriving = 7

  static func number(_ step: Migrations.Step) -> Int { Int(step.name.prefix(4)) ?? 0 }

  static func version(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

  /// Makes or upgrades the file.
  ///
  /// An older one is copied first, and the upgrade is all or nothing.
  static func prepare(path: String, isNew: Bool) throws {
    var configuration = FactStore.configuration(readOnly: false)
    configuration.prepareDatabase { db in
      // All claims may be written anew, which goes over every index.
      try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA cache_size = -262144")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    let version = try queue.read { try Schema.version($0) }
    if version > known { throw StoringError.newer(path: path, version: version, known: known) }
    guard version < known else { return }
    if !isNew { try copy(queue, path: path, version: version) }
    // Not yet in WAL mode where the file is new, so that its first bytes say at once whose file it is.
    try queue.inTransaction(.immediate) { db in
      try migrate(db, path: path)
      return .commit
    }
    if !isNew { try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
  }

  /// Takes the steps that are missing, within the caller's transaction.
  static func migrate(_ db: Database, path: String) throws {
    let version = try version(db)
    if version > known { throw StoringError.newer(path: path, version: version, known: known) }
    let steps = Migrations.all.filter { number($0) > version }
    guard !steps.isEmpty else { return }
    for step in steps { try db.execute(sql: step.sql) }
    try db.execute(
      sql: "PRAGMA application_id = \(DatabaseFile.applicationID); PRAGMA user_version = \(known)")
    // Keys and beliefs are derived: what a schema held that derived them otherwise is derived anew.
    if version > 0, version < lastDeriving { try Rebuilding.run(db) }
  }

  /// `news.sqlite` is kept as `news.sqlite.schema-2`.
  private static func copy(_ queue: DatabaseQueue, path: String, version: Int) throws {
    let target = path + ".schema-\(version)"
    if FileManager.default.fileExists(atPath: target) { try FileManager.default.removeItem(atPath: target) }
    let copy = try DatabaseQueue(path: target)
    try queue.backup(to: copy)
    try copy.close()
  }
}
