import EVFacts
import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// The rows of a statement as a file that is sent while it is made: a million rows need no more memory than one.
///
/// Each runs on a thread and a connection of its own, so that a slow reader keeps nobody else waiting.
final class RowStream: Sendable {
  /// So many can be under way.
  static let most = 6
  private let count = Mutex(0)

  /// The body that sends the rows, once the first of them are there; throws a ``Refusal`` where too many are sent
  /// already, and ``StoringError/tooSlow(seconds:)`` where none comes in time.
  ///
  /// - Parameters:
  ///   - statement: has the columns, in their order.
  ///   - columns: their names in the file.
  ///   - format: the file's form.
  ///   - path: the database.
  ///   - limit: how long the rows may keep one waiting, the first and each further lot.
  func body(
    _ statement: SQLStatement, _ columns: [String], as format: DownloadFormat, path: String, limit: WorkLimit
  ) async throws -> ResponseBody {
    let channel = ChunkChannel()
    try start(statement, columns, as: format, path: path, limit, into: channel)
    // What fails at once is told as an answer, not by an answer that breaks off.
    let first = try await channel.next()
    // An answer whose body nobody wants would keep the thread waiting.
    let end = AtTheEnd { channel.leave() }
    return ResponseBody { writer in
      defer { withExtendedLifetime(end) {} }
      do {
        var next = first
        while let bytes = next {
          try await writer.write(ByteBuffer(bytes: bytes))
          next = try await channel.next()
        }
        try await writer.finish(nil)
      } catch {
        channel.leave()
        throw error
      }
    }
  }

  private func start(
    _ statement: SQLStatement, _ columns: [String], as format: DownloadFormat, path: String,
    _ limit: WorkLimit, into channel: ChunkChannel
  ) throws {
    let isRoom = count.withLock { count in
      guard count < Self.most else { return false }
      count += 1
      return true
    }
    guard isRoom else {
      throw Refusal(
        .serviceUnavailable, "\(Self.most) downloads are under way", hint: "again when one has ended")
    }
    let thread = Thread { [self] in
      let result = Result {
        try WorkLimit.$current.withValue(limit) {
          try Self.write(statement, columns, as: format, path: path) { bytes in
            try channel.write(bytes)
            limit.renew()
          }
        }
      }
      count.withLock { $0 -= 1 }
      channel.finish(result)
    }
    thread.start()
  }

  private static func write(
    _ statement: SQLStatement, _ names: [String], as format: DownloadFormat, path: String,
    _ write: ([UInt8]) throws -> Void
  ) throws {
    let database = try ReadOnlyDatabase(path: path, isWatched: false, isOneOfMany: true)
    let enough = 1 << 16
    guard format != .csv else {
      var records = CSVRecords(columns: names)
      _ = try database.run(statement) { row in
        for place in names.indices { records.append(row[place]) }
        records.endRecord()
        if records.bytes.count >= enough { try write(records.take()) }
      }
      return try write(records.take())
    }
    var records = JSONRecords(columns: names)
    var isFirst = true
    if format == .json { records.append(raw: "[") }
    _ = try database.run(statement) { row in
      if format == .json { records.append(raw: isFirst ? "\n" : ",\n") }
      isFirst = false
      for place in names.indices { records.append(row[place]) }
      records.endRecord()
      if format == .jsonl { records.append(raw: "\n") }
      if records.bytes.count >= enough { try write(records.take()) }
    }
    if format == .json { records.append(raw: isFirst ? "]\n" : "\n]\n") }
    try write(records.take())
  }
}

/// Does something when nobody holds it any more.
private final class AtTheEnd: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  deinit { body() }
}
