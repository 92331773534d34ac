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
    let fields = report.rows.map { row in report.tableColumns.map { Field(shown($0.cell(row))) } }
    let heads = report.tableColumns.map { Field($0.name.split(separator: "_").joined(separator: " ")) }
    var widths = heads.map(\.width)
    var filled = Set<Int>()
    for row in fields {
      for (index, field) in row.enumerated() where field.width > 0 {
        filled.insert(index)
        if field.width > widths[index] { widths[index] = field.width }
      }
    }
    let shownColumns = report.tableColumns.indices.filter { filled.contains($0) }
    func line(_ fields: [Field]) -> String {
      var line = ""
      // Blanks are written once something stands behind them, so that no line ends with some.
      var blanks = 0
      for index in shownColumns {
        let field = fields[index]
        let space = widths[index] - field.width
        let isRight = report.tableColumns[index].isNumeric
        if isRight { blanks += space }
        if field.width > 0 {
          for _ in 0..<blanks { line.append(" ") }
          line += field.text
          blanks = 0
        }
        blanks += (isRight ? 0 : space) + 2
      }
      return line
    }
    try sink(style.heading(line(heads)) + "\n")
    try sink(
      style.quiet(shownColumns.map { String(repeating: "─", count: widths[$0]) }.joined(separator: "  "))
        + "\n")
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

  /// A text and the columns that it takes.
  private struct Field {
    let text: String
    let width: Int

    init(_ text: String) {
      self.text = text
      width = DisplayWidth.of(text)
    }
  }
}
