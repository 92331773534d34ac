import Facts
import Foundation
import Reporting
import Storing

/// Records that one thread writes as it reads facts, and the keys by which they are ordered.
///
/// A key is bytes that compare as SQLite compares the columns of the order: nothing before numbers before texts, numbers
/// with the highest byte first, texts by their bytes.
final class SortedRecords: @unchecked Sendable {
  // Safe to share: one thread alone works with it until it has read, and only then another merges.
  private struct Record {
    /// The first bytes of the key, which settle most comparisons.
    var beginning: UInt64
    var key: Int
    var keyCount: Int32
    var count: Int32
    var chunk: Int32
    var start: Int32
  }

  private let listing: ExportListing
  private let database: ReadOnlyDatabase
  private let numbers: ClosedRange<Int64>
  private var keys: [UInt8] = []
  private var chunks: [[UInt8]] = []
  private var records: [Record] = []
  private var failure: (any Error)?

  /// Makes a reader of the facts with some numbers.
  init(_ listing: ExportListing, in database: ReadOnlyDatabase, numbers: ClosedRange<Int64>) {
    self.listing = listing
    self.database = database
    self.numbers = numbers
  }

  /// Reads the facts and sorts what it wrote; an error shows in ``merge(_:between:endsEach:to:)``.
  func read(into empty: some RowRecords) {
    do {
      try readRows(into: empty)
    } catch {
      failure = error
    }
    keys.withUnsafeBufferPointer { keys in records.sort { Self.isBefore($0, keys, $1, keys) } }
  }

  private func readRows(into empty: some RowRecords) throws {
    var text = empty
    text.clear()
    let width = listing.columns.count
    let end = width + listing.order.count
    var start = 0
    _ = try database.run(listing.statement(numbers)) { row in
      for place in 0..<width {
        let field = row[place]
        if place == ExportListing.confidencePlace, case .real(let confidence) = field {
          text.append(.real(FactReport.rounded(confidence)))
        } else {
          text.append(field)
        }
      }
      text.endRecord()
      let key = keys.count
      for place in width..<end { append(toKey: row[place]) }
      records.append(
        Record(
          beginning: beginning(at: key), key: key, keyCount: Int32(keys.count - key),
          count: Int32(text.bytes.count - start), chunk: Int32(chunks.count), start: Int32(start)))
      start = text.bytes.count
      guard start >= 1 << 20 else { return }
      chunks.append(text.take())
      start = 0
    }
    chunks.append(text.take())
  }

  private func append(toKey field: RawField) {
    switch field {
    case .null: keys.append(0)
    case .integer(let number): append(1, UInt64(bitPattern: number) ^ (1 << 63))
    // No column of an order holds any.
    case .real(let number): append(1, number.bitPattern)
    case .text(let text):
      keys.append(2)
      keys.append(contentsOf: text)
      // No text holds a NUL, so that one ends before those that go on.
      keys.append(0)
    }
  }

  private func append(_ sort: UInt8, _ number: UInt64) {
    keys.append(sort)
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      keys.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private func beginning(at start: Int) -> UInt64 {
    (start..<start + 8).reduce(0) { $0 << 8 | ($1 < keys.count ? UInt64(keys[$1]) : 0) }
  }

  private static func isBefore(
    _ one: Record, _ oneKeys: UnsafeBufferPointer<UInt8>, _ other: Record,
    _ otherKeys: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if one.beginning != other.beginning { return one.beginning < other.beginning }
    guard let left = oneKeys.baseAddress, let right = otherKeys.baseAddress else { return false }
    let order = memcmp(left + one.key, right + other.key, Int(min(one.keyCount, other.keyCount)))
    return order == 0 ? one.keyCount < other.keyCount : order < 0
  }

  /// Hands over the records of several readers in their order and tells how many there are.
  ///
  /// - Parameters:
  ///   - readers: have read.
  ///   - separator: stands between two records and, where `endsEach`, behind the last.
  ///   - write: is handed some records at a time; never for none.
  static func merge(
    _ readers: [SortedRecords], between separator: [UInt8], endsEach: Bool, to write: ([UInt8]) throws -> Void
  ) throws -> Int {
    for reader in readers { if let failure = reader.failure { throw failure } }
    var next = readers.map { _ in 0 }
    var count = 0
    var buffer: [UInt8] = []
    buffer.reserveCapacity(1 << 17)
    while let place = first(of: readers, next) {
      let record = readers[place].records[next[place]]
      next[place] += 1
      if count > 0, !endsEach { buffer.append(contentsOf: separator) }
      let start = Int(record.start)
      readers[place].chunks[Int(record.chunk)].withUnsafeBufferPointer {
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<start + Int(record.count)]))
      }
      if endsEach { buffer.append(contentsOf: separator) }
      count += 1
      if buffer.count >= 1 << 16 {
        try write(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    if !buffer.isEmpty { try write(buffer) }
    return count
  }

  /// The reader whose next record comes first, `nil` where none is left.
  private static func first(of readers: [SortedRecords], _ next: [Int]) -> Int? {
    var best: Int?
    for place in readers.indices where next[place] < readers[place].records.count {
      guard let found = best else {
        best = place
        continue
      }
      let isBefore = readers[place].keys.withUnsafeBufferPointer { keys in
        readers[found].keys.withUnsafeBufferPointer { otherKeys in
          Self.isBefore(
            readers[place].records[next[place]], keys, readers[found].records[next[found]], otherKeys)
        }
      }
      if isBefore { best = place }
    }
    return best
  }
}
