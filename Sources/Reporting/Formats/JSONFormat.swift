import Facts

/// A JSON array with one object a row, every column in each.
public struct JSONFormat: ReportFormat {
  /// Makes the format.
  public init() {}

  /// Writes the array, a row a line.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    var records = JSONRecords(columns: report.columns.map(\.name))
    records.append(between: "[")
    for (place, row) in report.rows.enumerated() {
      records.append(between: place == 0 ? "\n" : ",\n")
      for column in report.columns { records.append(column.cell(row)) }
      records.endRecord()
      if records.bytes.count >= 1 << 16 { try sink(String(decoding: records.take(), as: UTF8.self)) }
    }
    records.append(between: report.rows.isEmpty ? "]\n" : "\n]\n")
    try sink(String(decoding: records.take(), as: UTF8.self))
  }
}
