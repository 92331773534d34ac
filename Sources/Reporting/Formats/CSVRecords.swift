import Facts

/// Records of comma-separated values as bytes, field by field.
///
/// Spreadsheets run a text field that begins with `=`, `+`, `-`, `@`, tab or a carriage return as a formula, and
/// articles come from strangers: such a field gets an apostrophe in front, unless the dialect is raw. Numbers stay plain.
public struct CSVRecords: RowRecords {
  /// What is written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private let dialect: CSVDialect
  private let needsQuotes: [Bool]
  private var isFirst = true

  /// Begins with the header; the names of columns need no quotes.
  public init(columns: [String], dialect: CSVDialect = CSVDialect()) {
    self.dialect = dialect
    needsQuotes = (0..<256).map { [0x22, 0x0A, 0x0D, Int(dialect.separator)].contains($0) }
    bytes.reserveCapacity(1 << 17)
    if dialect.hasMark { bytes += [0xEF, 0xBB, 0xBF] }
    for name in columns { append(text: name) }
    endRecord()
  }

  /// Appends a field as SQLite has it.
  @inline(__always)
  public mutating func append(_ field: RawField) {
    switch field {
    case .null: separate()
    case .integer(let number):
      separate()
      bytes.append(digitsOf: number)
    case .real(let number): append(number: number)
    case .text(let text):
      separate()
      append(text)
    }
  }

  /// Appends a number, or nothing where it is none.
  public mutating func append(number: Double) {
    separate()
    guard number.isFinite else { return }
    for byte in FactJSON.number(number).utf8 { bytes.append(byte == 0x2E ? dialect.decimalMark : byte) }
  }

  /// Appends a text.
  public mutating func append(text: String) {
    separate()
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a field with nothing in it.
  public mutating func appendNothing() { separate() }

  /// Ends the record.
  public mutating func endRecord() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
  }

  /// Hands over what is written so far.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Forgets what was written, once it has been passed on.
  public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  @inline(__always)
  private mutating func separate() {
    if !isFirst { bytes.append(dialect.separator) }
    isFirst = false
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first else { return }
    let isFormula = !dialect.isRaw && CSVRecords.beginsFormula(first)
    let isQuoted =
      needsQuotes.withUnsafeBufferPointer { table in text.contains { table[Int($0)] } }
      || dialect.quotesDigits && text.allSatisfy { (0x30...0x39).contains($0) }
    if !isQuoted {
      if isFormula { bytes.append(0x27) }
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(0x22)
    if isFormula { bytes.append(0x27) }
    var rest = text[...]
    while let quote = rest.firstIndex(of: 0x22) {
      bytes.append(contentsOf: rest[...quote])
      bytes.append(0x22)
      rest = rest[(quote + 1)...]
    }
    bytes.append(contentsOf: rest)
    bytes.append(0x22)
  }

  @inline(__always)
  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }
}
