import Facts

/// A JSON array with one object a row, every column in each.
public struct JSONFormat: ReportFormat {
  /// Makes the format.
  public init() {}

  /// Writes the array, a row a line.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    try sink("[")
    var separator = "\n"
    for row in report.rows {
      try sink(separator + JSONLinesFormat.object(of: row, report.columns))
      separator = ",\n"
    }
    try sink(report.rows.isEmpty ? "]\n" : "\n]\n")
  }
}
