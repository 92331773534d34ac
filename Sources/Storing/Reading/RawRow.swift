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
    switch sqlite3_column_type(statement, place) {
    case SQLITE_TEXT:
      let text = sqlite3_column_text(statement, place)
      return .text(UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, place))))
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, place))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, place))
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

  private func blob(at place: Int32) -> String? {
    guard sqlite3_column_type(statement, place) == SQLITE_BLOB else { return nil }
    let bytes = UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, place), count: Int(sqlite3_column_bytes(statement, place)))
    let digits = Array("0123456789ABCDEF".utf8)
    return "X'"
      + String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
      + "'"
  }
}
