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
    // One after another, as many as there are columns for each row.
    let width = report.tableColumns.count
    var fields: [Field] = []
    fields.reserveCapacity(report.rows.count * width)
    for row in report.rows {
      for column in report.tableColumns { fields.append(Field(shown(column.cell(row)))) }
    }
    let heads = report.tableColumns.map { Field($0.name.split(separator: "_").joined(separator: " ")) }
    var widths = heads.map(\.width)
    var filled = Set<Int>()
    for index in 0..<width {
      for place in stride(from: index, to: fields.count, by: width) where fields[place].width > 0 {
        filled.insert(index)
        if fields[place].width > widths[index] { widths[index] = fields[place].width }
      }
    }
    let shownColumns = report.tableColumns.indices.filter { filled.contains($0) }
    let isRight = report.tableColumns.map(\.isNumeric)
    func append(_ fields: ArraySlice<Field>, to line: inout [UInt8]) {
      // Blanks are written once something stands behind them, so that no line ends with some.
      var blanks = 0
      for index in shownColumns {
        let field = fields[fields.startIndex + index]
        let space = widths[index] - field.width
        if isRight[index] { blanks += space }
        if field.width > 0 {
          for _ in 0..<blanks { line.append(0x20) }
          line.append(contentsOf: field.text.utf8)
          blanks = 0
        }
        blanks += (isRight[index] ? 0 : space) + 2
      }
    }
    var text: [UInt8] = []
    append(heads[...], to: &text)
    try sink(style.heading(String(decoding: text, as: UTF8.self)) + "\n")
    try sink(
      style.quiet(shownColumns.map { String(repeating: "─", count: widths[$0]) }.joined(separator: "  "))
        + "\n")
    // Rows that share a note, such as facts of one sentence, get it once, below the last of them.
    var pending: [String] = []
    func appendPending() {
      for note in pending {
        text.append(contentsOf: [0x20, 0x20])
        text.append(contentsOf: note.utf8)
        text.append(0x0A)
      }
    }
    text.removeAll(keepingCapacity: true)
    for (place, row) in report.rows.enumerated() {
      let notes = report.notes(row, style)
      if notes != pending { appendPending() }
      pending = notes
      append(fields[(place * width)..<((place + 1) * width)], to: &text)
      text.append(0x0A)
      if text.count >= 1 << 16 {
        try sink(String(decoding: text, as: UTF8.self))
        text.removeAll(keepingCapacity: true)
      }
    }
    appendPending()
    try sink(String(decoding: text, as: UTF8.self))
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
