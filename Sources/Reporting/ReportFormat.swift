/// A way to write a report as text.
public protocol ReportFormat: Sendable {
  /// Writes the report piece by piece.
  func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws
}

extension ReportFormat {
  /// The whole report as one text.
  public func text<Row>(of report: Report<Row>) throws -> String {
    var text = ""
    try write(report) { text += $0 }
    return text
  }
}

/// The formats by the names that `--format` takes.
public enum FormatName: String, CaseIterable, Sendable {
  /// Aligned columns for people.
  case table
  /// RFC 4180.
  case csv
  /// One array.
  case json
  /// One object a line.
  case jsonl
  /// A table for notes and wikis.
  case markdown
  /// A workbook for spreadsheets.
  case xlsx
  /// One page with charts that needs nothing else.
  case html
  /// One chart alone.
  case svg
}
