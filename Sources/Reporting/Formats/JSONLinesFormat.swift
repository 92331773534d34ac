import Facts

/// One JSON object a line, every column in each.
public struct JSONLinesFormat: ReportFormat {
  /// Makes the format.
  public init() {}

  /// Writes a line a row.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    var records = JSONRecords(columns: report.columns.map(\.name))
    for row in report.rows {
      for column in report.columns { records.append(column.cell(row)) }
      records.endRecord()
      records.append(between: "\n")
      if records.bytes.count >= 1 << 16 { try sink(String(decoding: records.take(), as: UTF8.self)) }
    }
    try sink(String(decoding: records.take(), as: UTF8.self))
  }
}
