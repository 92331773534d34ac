import Facts
import Reporting
import Storing

/// A report of facts as comma-separated values, passed on row by row: a million claims need no more memory than one.
public enum FactExport {
  /// The documented columns as a statement gives them.
  private static let columns = """
    kind, manufacturer, model, attribute, value, value_max, qualifier, unit, "when", start_date, end_date, market, \
    status, source, round(confidence, 3), evidence, article, title, publisher, published, url, language, corrected, \
    fact_id
    """

  /// Writes the report and tells how many rows it has.
  ///
  /// - Parameters:
  ///   - name: a report that lists facts.
  ///   - scope: which facts count.
  ///   - filter: which are listed.
  ///   - path: the database.
  ///   - dialect: how fields are parted and quoted.
  ///   - write: is handed some rows at a time.
  public static func csv(
    _ name: ReportName, scope: FactScope, filter: ReportFilter = ReportFilter(), path: String,
    dialect: CSVDialect, write: ([UInt8]) throws -> Void
  ) throws -> Int {
    let database = try ReadOnlyDatabase(path: path, isWatched: false)
    var records = CSVRecords(columns: FactReport.columns.map(\.name), dialect: dialect)
    let width = FactReport.columns.count
    var rows = 0
    _ = try database.run(name.statement(scope, filter: filter, columns: columns)) { row in
      for place in 0..<width { records.append(row[place]) }
      records.endRecord()
      rows += 1
      guard records.bytes.count >= 1 << 16 else { return }
      try write(records.bytes)
      records.clear()
    }
    try write(records.bytes)
    return rows
  }
}
