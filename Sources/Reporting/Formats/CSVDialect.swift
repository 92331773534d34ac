/// How comma-separated values are written for whom.
public struct CSVDialect: Hashable, Sendable {
  /// Between fields.
  public var separator: UInt8 = 0x2C
  /// Within numbers.
  public var decimalMark: UInt8 = 0x2E
  /// Whether the text begins with a byte-order mark.
  public var hasMark = false
  /// Whether a text of digits alone (the model 001) stands in quotes, which spreadsheets that heed them leave as text.
  public var quotesDigits = false
  /// Whether texts stay as they are, formulas too.
  public var isRaw = false

  /// RFC 4180 for programs.
  public init(isRaw: Bool = false) { self.isRaw = isRaw }

  /// For Excel, which takes a text without a mark for one of an old encoding, wants a semicolon where the comma stands
  /// within numbers, and reads a number only with the mark of its own locale.
  ///
  /// - Parameter hasDecimalComma: whether the reader's locale writes 0,5.
  public static func excel(hasDecimalComma: Bool, isRaw: Bool = false) -> CSVDialect {
    var dialect = CSVDialect(isRaw: isRaw)
    dialect.hasMark = true
    dialect.quotesDigits = true
    if hasDecimalComma {
      dialect.separator = 0x3B
      dialect.decimalMark = 0x2C
    }
    return dialect
  }
}
