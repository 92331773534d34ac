import ArgumentParser
import EVFacts
import Foundation

extension FormatName: ExpressibleByArgument {}

/// How rows are printed.
struct FormatOption: ParsableArguments {
  @Option(
    help: """
      table, markdown or html for people; csv, json or jsonl with every column; xlsx for spreadsheets; svg for a chart \
      alone.
      """)
  var format: FormatName = .table

  @Flag(help: "In CSV leave text that a spreadsheet would run as a formula as it is.")
  var raw = false

  @Flag(help: "CSV for Excel: with a byte-order mark, and the separator and decimal mark of your locale.")
  var excel = false

  func validate() throws {
    guard !excel && !raw || format == .csv else {
      throw ValidationError("\(excel ? "--excel" : "--raw") is for CSV. Try: --format csv")
    }
  }

  /// How CSV is written.
  var dialect: CSVDialect {
    excel ? .excel(hasDecimalComma: FormatOption.hasDecimalComma, isRaw: raw) : CSVDialect(isRaw: raw)
  }

  /// Writes a report in the format.
  func write<Row>(_ report: Report<Row>, to output: TextOutput, style: TextStyle = .ofTerminal) throws {
    switch format {
    case .table: try write(report, as: TableFormat(style: style), to: output)
    case .csv: try write(report, as: CSVFormat(dialect), to: output)
    case .json: try write(report, as: JSONFormat(), to: output)
    case .jsonl: try write(report, as: JSONLinesFormat(), to: output)
    case .markdown: try write(report, as: MarkdownFormat(), to: output)
    case .html: try write(report, as: HTMLFormat(), to: output)
    case .svg:
      guard let chart = report.charts.first else { throw FormatError.noChart(rows: report.rows.count) }
      try output.write(chart.file)
    case .xlsx: try writeWorkbook(report, to: output)
    }
    try output.flush()
  }

  /// How facts are passed on as bytes, `nil` for formats that need all of a report.
  var exportForm: FactExport.Form? {
    switch format {
    case .csv: .csv(dialect)
    case .json: .json
    case .jsonl: .jsonLines
    case .table, .markdown, .html, .svg, .xlsx: nil
    }
  }

  /// Passes facts on as bytes and tells how many there are.
  func write(
    _ listing: ExportListing, of database: DatabaseOption, as form: FactExport.Form, to output: TextOutput
  ) throws -> Int {
    let rows = try FactExport.write(listing, path: database.path, as: form) { try output.write(bytes: $0) }
    try output.flush()
    return rows
  }

  private func write<Row>(_ report: Report<Row>, as format: some ReportFormat, to output: TextOutput) throws {
    try format.write(report) { try output.write($0) }
  }

  /// A workbook is made in a file and then passed on, so that it can also go into a pipe.
  private func writeWorkbook<Row>(_ report: Report<Row>, to output: TextOutput) throws {
    guard !output.isTerminal else { throw FormatError.notForTerminals }
    let folder = FileManager.default.temporaryDirectory.appending(path: "evfacts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "report.xlsx")
    try XLSXFormat().write(report, toFile: file.path(percentEncoded: false))
    try output.write(bytes: [UInt8](Data(contentsOf: file)))
  }

  /// Whether numbers are written 0,5 here, by the variables that say so to programs.
  private static var hasDecimalComma: Bool {
    let environment = ProcessInfo.processInfo.environment
    let name = ["LC_ALL", "LC_NUMERIC", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale = name?.prefix(while: { $0 != "." && $0 != "@" }), locale != "C", locale != "POSIX"
    else {
      return false
    }
    return Locale(identifier: String(locale)).decimalSeparator == ","
  }
}

/// Why rows cannot be printed in a format.
enum FormatError: Error, CustomStringConvertible {
  case noChart(rows: Int)
  case notForTerminals

  var description: String {
    switch self {
    case .noChart(let rows):
      rows == 0
        ? "there is nothing to draw.\nTry: fewer filters, or --format table to see what is there"
        : "there is no chart of these rows.\nTry: evfacts report launches, attainment or prices --format svg"
    case .notForTerminals: "a workbook is no text for a terminal.\nTry: -o report.xlsx, or > report.xlsx"
    }
  }
}
