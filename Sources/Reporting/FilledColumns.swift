/// The columns of a report that people look at: those with something in them, named in words.
struct FilledColumns<Row: Sendable> {
  let columns: [Column<Row>]

  init(of report: Report<Row>) {
    var left = report.tableColumns.indices.map { $0 }
    var filled: Set<Int> = []
    // Most columns show in the first rows that they are filled, and are not looked at again.
    for row in report.rows {
      if left.isEmpty { break }
      left.removeAll { index in
        guard !report.tableColumns[index].cell(row).isEmpty else { return false }
        filled.insert(index)
        return true
      }
    }
    columns = report.tableColumns.indices.filter { filled.contains($0) }.map { report.tableColumns[$0] }
  }

  var names: [String] { columns.map { $0.name.split(separator: "_").joined(separator: " ") } }
}
