/// Aligned columns for people; columns with nothing in them are left out, notes stand below their row.
public struct TableFormat: ReportFormat {
  /// How headings and marks stand out.
  public let style: TextStyle
  /// The widest that one field may be.
  public let fieldLimit: Int

  /// Makes the format; a longer field than `fieldLimit` is cut.
  public init(style: TextStyle = .plain, fieldLimit: Int = 60) {
    self.style = style
    self.fieldLimit = fieldLimit
  }

  /// Writes a header, a rule and the rows; nothing where there are none.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    guard !report.rows.isEmpty else { return }
    let fields = report.rows.map { row in report.tableColumns.map { shown($0.cell(row)) } }
    let filled = report.tableColumns.indices.filter { index in fields.contains { !$0[index].isEmpty } }
    let names = report.tableColumns.map { $0.name.split(separator: "_").joined(separator: " ") }
    let widths = report.tableColumns.indices.map { index in
      fields.reduce(DisplayWidth.of(names[index])) { max($0, DisplayWidth.of($1[index])) }
    }
    func line(_ fields: [String]) -> String {
      let padded = filled.map { index in
        let space = String(repeating: " ", count: widths[index] - DisplayWidth.of(fields[index]))
        return report.tableColumns[index].isNumeric ? space + fields[index] : fields[index] + space
      }
      return TableFormat.trimmed(padded.joined(separator: "  "))
    }
    try sink(style.heading(line(names)) + "\n")
    try sink(
      style.quiet(filled.map { String(repeating: "─", count: widths[$0]) }.joined(separator: "  ")) + "\n")
    // Rows that share a note, such as facts of one sentence, get it once, below the last of them.
    var pending: [String] = []
    for (row, fields) in zip(report.rows, fields) {
      let notes = report.notes(row, style)
      if notes != pending { try pending.forEach { try sink("  \($0)\n") } }
      pending = notes
      try sink(line(fields) + "\n")
    }
    try pending.forEach { try sink("  \($0)\n") }
  }

  private func shown(_ cell: Cell) -> String {
    DisplayWidth.cut(TextStyle.harmless(cell.words), to: fieldLimit)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
