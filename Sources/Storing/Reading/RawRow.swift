import Facts
import GRDBSQLite

/// A row of a running statement; its fields are there until the next row.
public struct RawRow {
  let statement: OpaquePointer

  /// How many fields it has.
  public var count: Int { Int(sqlite3_column_count(statement)) }

  /// A field by its place; a blob shows as nothing.
  @inline(__always)
  public subscript(place: Int) -> RawField {
    let place = Int32(truncatingIfNeeded: place)
    // The column is found once and not for each thing that is asked of it.
    let value = sqlite3_column_value(statement, place)
    switch sqlite3_value_type(value) {
    case SQLITE_TEXT:
      let text = sqlite3_value_text(value)
      return .text(UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value))))
    case SQLITE_INTEGER: return .integer(sqlite3_value_int64(value))
    case SQLITE_FLOAT: return .real(sqlite3_value_double(value))
    default: return .null
    }
  }

  /// The fields as values that stay; a blob becomes a literal of SQL.
  public var values: [SQLValue] {
    (0..<count).map { place in
      switch self[place] {
      case .integer(let number): .integer(number)
      case .real(let number): .real(number)
      case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
      case .null: blob(at: Int32(place)).map { .text($0) } ?? .null
      }
    }
  }

  /// The fields as values that stay; what an expression makes of a blob is shown as its text.
  var plainValues: [SQLValue] {
    (0..<count).map { place in
      switch self[place] {
      case .integer(let number): .integer(number)
      case .real(let number): .real(number)
      case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
      case .null:
        sqlite3_column_type(statement, Int32(place)) == SQLITE_BLOB
          ? .text(String(decoding: blobBytes(at: Int32(place)), as: UTF8.self)) : .null
      }
    }
  }

  /// The bytes of a blob.
  func blobBytes(at place: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, place), count: Int(sqlite3_column_bytes(statement, place)))
  }

  private func blob(at place: Int32) -> String? {
    guard sqlite3_column_type(statement, place) == SQLITE_BLOB else { return nil }
    let bytes = blobBytes(at: place)
    let digits = Array("0123456789ABCDEF".utf8)
    return "X'"
      + String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
      + "'"
  }
}
