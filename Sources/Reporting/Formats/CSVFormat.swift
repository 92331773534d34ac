import Facts

/// Comma-separated values as RFC 4180 has them: a header, CRLF, quotes where a field needs them; see ``CSVRecords``.
public struct CSVFormat: ReportFormat {
  /// For whom it is written.
  public let dialect: CSVDialect

  /// Makes the format.
  public init(_ dialect: CSVDialect = CSVDialect()) { self.dialect = dialect }

  /// Writes the header and a record a row.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    var records = CSVRecords(columns: report.columns.map(\.name), dialect: dialect)
    for row in report.rows {
      for column in report.columns {
        switch column.cell(row) {
        case .empty: records.appendNothing()
        case .number(let number): records.append(number: number)
        case .coded(let code, _): records.append(text: code)
        case .date(let day): records.append(text: day.description)
        case .text(let text): records.append(text: text)
        }
      }
      records.endRecord()
      if records.bytes.count >= 1 << 16 { try sink(String(decoding: records.take(), as: UTF8.self)) }
    }
    try sink(String(decoding: records.take(), as: UTF8.self))
  }
}
