import Facts

/// Rows as JSON objects in bytes, field by field, straight from SQLite: the counterpart of ``CSVRecords``.
public struct JSONRecords {
  /// What is written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private let keys: [[UInt8]]
  private var place = 0

  /// Begins with nothing; each row will have all of these members.
  public init(columns: [String]) {
    keys = columns.enumerated().map { place, name in
      Array(((place == 0 ? "{" : ", ") + FactJSON.string(name) + ": ").utf8)
    }
    bytes.reserveCapacity(1 << 14)
  }

  /// Appends a field as SQLite has it.
  @inline(__always)
  public mutating func append(_ field: RawField) {
    beginField()
    switch field {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .integer(let number): append(digitsOf: number)
    case .real(let number): bytes.append(contentsOf: FactJSON.number(number).utf8)
    case .text(let text): append(text)
    }
  }

  /// Appends a text, or `null`.
  public mutating func append(text: String?) {
    beginField()
    guard var text else { return bytes.append(contentsOf: "null".utf8) }
    text.withUTF8 { append($0) }
  }

  /// Appends a number.
  public mutating func append(number: Int64) {
    beginField()
    append(digitsOf: number)
  }

  /// Appends bytes that stand between rows: brackets, commas.
  public mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }

  /// Ends the object.
  public mutating func endRecord() {
    bytes.append(0x7D)
    place = 0
  }

  /// Hands over what is written so far.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func beginField() {
    bytes.append(contentsOf: keys[place])
    place += 1
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    var start = 0
    for (place, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
      bytes.append(contentsOf: text[start..<place])
      start = place + 1
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    bytes.append(contentsOf: text[start...])
    bytes.append(0x22)
  }

  private mutating func append(digitsOf number: Int64) {
    if number < 0 { bytes.append(0x2D) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
