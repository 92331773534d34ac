import Facts

/// Comma-separated values as RFC 4180 has them: a header, CRLF, quotes where a field needs them.
///
/// Spreadsheets run a text field that begins with `=`, `+`, `-`, `@`, tab or a carriage return as a formula, and
/// articles come from strangers: such a field gets an apostrophe in front, unless `isRaw`. Numbers stay plain.
public struct CSVFormat: ReportFormat {
  /// Whether texts stay as they are, formulas too.
  public let isRaw: Bool

  /// Makes the format.
  public init(isRaw: Bool = false) { self.isRaw = isRaw }

  /// Writes the header and a record a row.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    try sink(report.columns.map(\.name).joined(separator: ",") + "\r\n")
    for row in report.rows {
      try sink(report.columns.map { field($0.cell(row)) }.joined(separator: ",") + "\r\n")
    }
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .number(let number): FactJSON.number(number)
    case .coded(let code, _): quoted(isRaw ? code : CSVFormat.guarded(code))
    case .text(let text): quoted(isRaw ? text : CSVFormat.guarded(text))
    }
  }

  private static func guarded(_ text: String) -> String {
    switch text.utf8.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: "'" + text
    default: text
    }
  }

  private func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
