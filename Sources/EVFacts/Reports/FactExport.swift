import Dispatch
import Facts
import Foundation
import Reporting
import Storing

/// Facts as text for programs, from the fields of SQLite to bytes without a value between them.
///
/// Several threads read the facts, each some of the numbers, in the order of the table; what they wrote is then put into
/// the order asked for. Its text is held in memory until then, as a sort within SQLite would do.
public enum FactExport {
  /// How rows are written.
  public enum Form: Sendable {
    /// Comma-separated values with a header.
    case csv(CSVDialect)
    /// One array, a row a line.
    case json
    /// One object a line.
    case jsonLines
  }

  /// Fewer facts than this are read by one thread.
  private static let share = 100_000
  /// More threads than this would wait for each other's memory.
  private static let mostThreads = 4

  /// Writes the rows of a listing and tells how many there are.
  ///
  /// - Parameters:
  ///   - listing: the facts and their order.
  ///   - path: the database.
  ///   - form: how they are written.
  ///   - write: is handed some rows at a time.
  public static func write(
    _ listing: ExportListing, path: String, as form: Form, to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    try Self.write(listing, path: path, as: form, share: share, to: write)
  }

  /// The same, with a thread more for each `share` of facts that the database holds.
  static func write(
    _ listing: ExportListing, path: String, as form: Form, share: Int, to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    let ranges = try ranges(path: path, share: share)
    switch form {
    case .csv(let dialect):
      let records = CSVRecords(columns: listing.columns, dialect: dialect)
      try write(records.bytes)
      return try Self.write(listing, ranges, path: path, with: records, between: [], to: write)
    case .jsonLines:
      let records = JSONRecords(columns: listing.columns)
      return try Self.write(listing, ranges, path: path, with: records, between: [0x0A], to: write)
    case .json:
      let records = JSONRecords(columns: listing.columns)
      var isFirst = true
      let separator = Array(",\n".utf8)
      let rows = try Self.write(listing, ranges, path: path, with: records, between: separator) { bytes in
        if isFirst { try write(Array("[\n".utf8)) }
        isFirst = false
        try write(bytes)
      }
      try write(Array((rows == 0 ? "[]\n" : "\n]\n").utf8))
      return rows
    }
  }

  private static func write(
    _ listing: ExportListing, _ ranges: [ClosedRange<Int64>], path: String, with empty: some RowRecords,
    between separator: [UInt8], to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    let databases = try ReadOnlyDatabase.together(ranges.count, path: path)
    let readers = zip(databases, databases.count == ranges.count ? ranges : [whole]).map {
      SortedRecords(listing, in: $0, numbers: $1)
    }
    DispatchQueue.concurrentPerform(iterations: readers.count) { readers[$0].read(into: empty) }
    // Arrays end with the last of them, lines each with its own end.
    let endsEach = separator == [0x0A]
    return try SortedRecords.merge(readers, between: separator, endsEach: endsEach, to: write)
  }

  private static let whole: ClosedRange<Int64> = Int64.min...Int64.max

  /// The numbers of the facts in as many ranges as threads are to read them.
  private static func ranges(path: String, share: Int) throws -> [ClosedRange<Int64>] {
    var last: Int64 = 0
    let statement = SQLStatement("SELECT max(fact_id) FROM facts")
    _ = try ReadOnlyDatabase(path: path, isWatched: false).run(statement) {
      if case .integer(let number) = $0[0] { last = number }
    }
    let wanted = min(last / Int64(share) + 1, Int64(mostThreads))
    let threads = min(Int(wanted), ProcessInfo.processInfo.activeProcessorCount)
    guard threads > 1 else { return [whole] }
    let bounds = (1..<threads).map { last / Int64(threads) * Int64($0) }
    return zip([Int64.min] + bounds.map { $0 + 1 }, bounds + [Int64.max]).map { $0...$1 }
  }
}
