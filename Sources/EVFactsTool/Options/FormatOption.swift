import ArgumentParser
import EVFacts

extension FormatName: ExpressibleByArgument {}

/// How rows are printed.
struct FormatOption: ParsableArguments {
  @Option(help: "table for people; csv, json or jsonl with every column.")
  var format: FormatName = .table

  @Flag(help: "In CSV leave text that a spreadsheet would run as a formula as it is.")
  var raw = false

  /// Writes a report in the format.
  func write<Row>(_ report: Report<Row>, to output: TextOutput, style: TextStyle = .ofTerminal) throws {
    let format: any ReportFormat =
      switch format {
      case .table: TableFormat(style: style)
      case .csv: CSVFormat(isRaw: raw)
      case .json: JSONFormat()
      case .jsonl: JSONLinesFormat()
      }
    try format.write(report) { try output.write($0) }
    try output.flush()
  }
}
