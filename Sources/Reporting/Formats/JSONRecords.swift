import Facts

/// Objects of JSON as bytes, field by field, every column in each.
public struct JSONRecords: RowRecords {
  /// What is written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private let names: [[UInt8]]
  private var place = 0

  /// Makes a writer of objects with these names.
  public init(columns: [String]) {
    names = columns.enumerated().map { place, name in
      Array(((place == 0 ? "{" : ", ") + FactJSON.string(name) + ": ").utf8)
    }
    bytes.reserveCapacity(1 << 17)
  }

  /// Appends a field as SQLite has it.
  @inline(__always)
  public mutating func append(_ field: RawField) {
    begin()
    switch field {
    case .null: appendNull()
    case .integer(let number): bytes.append(digitsOf: number)
    case .real(let number): bytes.append(contentsOf: FactJSON.number(number).utf8)
    case .text(let text): append(text)
    }
  }

  /// Appends a field of a report.
  public mutating func append(_ cell: Cell) {
    begin()
    switch cell {
    case .empty: appendNull()
    case .number(let number): bytes.append(contentsOf: FactJSON.number(number).utf8)
    case .text(let text), .coded(let text, _): append(text)
    case .date(let day): append(day.description)
    }
  }

  /// Appends a text, or `null`.
  public mutating func append(text: String?) {
    begin()
    guard let text else { return appendNull() }
    append(text)
  }

  /// Appends a number.
  public mutating func append(number: Int64) {
    begin()
    bytes.append(digitsOf: number)
  }

  /// Appends bytes that stand between rows: brackets, commas.
  public mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }

  /// Ends the object; what parts it from the next is the caller's.
  public mutating func endRecord() {
    bytes.append(contentsOf: names.isEmpty ? [0x7B, 0x7D] : [0x7D])
    place = 0
  }

  /// Appends what stands between objects.
  public mutating func append(between text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Hands over what is written so far.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Forgets what was written, once it has been passed on.
  public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  @inline(__always)
  private mutating func begin() {
    bytes.append(contentsOf: names[place])
    place += 1
  }

  private mutating func appendNull() { bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C]) }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    if text.contains(where: FactJSON.needsEscape) {
      FactJSON.append(text, to: &bytes)
    } else {
      bytes.append(contentsOf: text)
    }
    bytes.append(0x22)
  }
}

/// Records written as bytes, field by field, off rows of SQLite.
public protocol RowRecords: Sendable {
  /// What is written and not yet taken.
  var bytes: [UInt8] { get }
  /// Appends a field as SQLite has it.
  mutating func append(_ field: RawField)
  /// Ends a record.
  mutating func endRecord()
  /// Hands over what is written so far.
  mutating func take() -> [UInt8]
  /// Forgets what was written.
  mutating func clear()
}

extension [UInt8] {
  /// Appends a whole number in digits.
  mutating func append(digitsOf number: Int64) {
    if number < 0 { append(0x2D) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
