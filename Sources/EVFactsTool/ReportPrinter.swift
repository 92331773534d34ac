import EVFacts

/// Reports on their way to standard output or a file.
struct ReportPrinter {
  let store: FactStore
  let database: DatabaseOption
  let format: FormatOption
  /// The file; `nil` and `-` are standard output.
  let output: String?
  var scope = FactScope()
  var filter = ReportFilter()
  /// The charts asked for; where none are, those that suit a report.
  var charts: [ChartName] = []

  /// The reports; charts are drawn only where they are shown.
  var source: ReportSource {
    let draws = format.format == .html || format.format == .svg
    return ReportSource(
      store, scope: scope, filter: filter, charts: draws ? (charts.isEmpty ? nil : charts) : [])
  }

  /// Prints a report by name.
  func print(_ name: ReportName) throws {
    guard name.listsFacts else { return try print(source.names(name)) }
    // What programs read by the million goes from bytes to bytes.
    guard let form = format.exportForm, let listing = name.listing(scope, filter: filter) else {
      return try print(source.facts(name))
    }
    let rows = try format.write(listing, of: database, as: form, to: TextOutput(path: output))
    if rows == 0 { try database.noteNothing(in: store) }
  }

  /// Prints a report, and says so where it has no rows.
  func print<Row>(_ report: Report<Row>) throws {
    if report.rows.isEmpty { try database.noteNothing(in: store) }
    let isStandard = output == nil || output == "-"
    try format.write(report, to: TextOutput(path: output), style: isStandard ? .ofTerminal : .plain)
  }
}
