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

  /// The body that sends the rows; throws a ``Refusal`` where too many are sent already.
  ///
  /// - Parameters:
  ///   - statement: has the columns, in their order.
  ///   - columns: their names in the file.
  func body(_ statement: SQLStatement, _ columns: [String], as format: DownloadFormat, path: String) throws
    -> ResponseBody
  {
    guard count.withLock({ $0 < Self.most }) else {
      throw Refusal(
        .serviceUnavailable, "\(Self.most) downloads are under way", hint: "again when one has ended")
    }
    let channel = ChunkChannel()
    return ResponseBody { [self] writer in
      start(statement, columns, as: format, path: path, into: channel)
      do {
        while let bytes = try await channel.next() { try await writer.write(ByteBuffer(bytes: bytes)) }
        try await writer.finish(nil)
      } catch {
        channel.leave()
        throw error
      }
    }
  }

  private func start(
    _ statement: SQLStatement, _ columns: [String], as format: DownloadFormat, path: String,
    into channel: ChunkChannel
  ) {
    // Counted from here on, as an answer to HEAD has no body that would end it.
    count.withLock { $0 += 1 }
    let thread = Thread { [self] in
      let result = Result {
        try Self.write(statement, columns, as: format, path: path) { try channel.write($0) }
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
