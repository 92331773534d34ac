import Facts

/// One JSON object a line, every column in each.
public struct JSONLinesFormat: ReportFormat {
  /// Makes the format.
  public init() {}

  /// Writes a line a row.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    for row in report.rows { try sink(JSONLinesFormat.object(of: row, report.columns) + "\n") }
  }

  /// A row as an object on one line, for rows that are written as they are read.
  public static func object<Row>(of row: Row, _ columns: [Column<Row>]) -> String {
    // Put together in one text: a table may have many rows.
    var text = "{"
    for (place, column) in columns.enumerated() {
      if place > 0 { text += ", " }
      text += FactJSON.string(column.name)
      text += ": "
      text += column.cell(row).json
    }
    return text + "}"
  }
}
