/// Lines and fields of the tables, as bytes.
enum FieldText {
  /// The bytes without white space at their ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var out = bytes
    while let first = out.first, isBlank(first) { out.removeFirst() }
    while let last = out.last, isBlank(last) { out.removeLast() }
    return out
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  /// The entries of a list parted by `|`, without white space at their ends; empty ones are none.
  static func list(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x7C).map(trimmed).filter { !$0.isEmpty }
  }

  /// The rows of a table with a heading, their fields parted by tabs; missing ones at the end are empty.
  static func rows(_ table: String, columns: Int) -> [[String]] {
    table.utf8.split(separator: 0x0A).dropFirst().compactMap { line in
      var fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
      guard fields.count >= 2 else { return nil }
      while fields.count < columns { fields.append("") }
      return fields
    }
  }

  /// The entries of a list as strings.
  static func list(_ field: String) -> [String] {
    list(Array(field.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Where ` ... ` parts a split verb.
  static func gap(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let mark = Array(" ... ".utf8)
    var i = bytes.startIndex
    while i + mark.count <= bytes.endIndex {
      if bytes[i..<(i + mark.count)].elementsEqual(mark) { return i..<(i + mark.count) }
      i += 1
    }
    return nil
  }
}
