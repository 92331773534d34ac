import Foundation
import GRDB

/// A folder that is gone when the test is over, with files that other programs might have made.
final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "storing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.path(percentEncoded: false) + "/" + name }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path("")).sorted() }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

  /// Makes a SQLite file; `version` marks it as one of evfacts.
  func makeDatabase(_ name: String, sql: String, version: Int? = nil) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path(name), configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(sql: sql)
      if let version {
        try db.execute(sql: "PRAGMA application_id = \(0x6576_6661); PRAGMA user_version = \(version)")
      }
    }
    try queue.close()
  }

  /// The first column of a statement.
  func table(_ name: String, _ sql: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path(name))
    defer { try? queue.close() }
    return try queue.read { try String.fetchAll($0, sql: sql) }
  }

  /// Runs `body` while another connection is writing.
  func holdingLock(_ name: String, _ body: () throws -> Void) throws {
    let queue = try DatabaseQueue(path: path(name))
    try queue.inTransaction(.immediate) { _ in
      try body()
      return .rollback
    }
  }
}

/// The databases that are kept as SQL text.
enum Fixture {
  /// The schema that this program makes.
  static let newest = 8

  static func sql(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try String(contentsOf: folder.appending(path: name + ".sql"), encoding: .utf8)
  }
}
