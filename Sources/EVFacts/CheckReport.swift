import Reporting
import Storing

/// What a check of the database found, a row a part.
public enum CheckReport {
  /// Results as a report; in a table the first problems stand below their part.
  public static func of(_ results: [CheckResult]) -> Report<CheckResult> {
    let columns: [Column<CheckResult>] = [
      Column("check") { .text($0.name) },
      Column("result") { .text($0.problems == 0 ? "ok" : "wrong") },
      Column("examined", isNumeric: true) { .optional($0.examined.map(Double.init)) },
      Column("problems", isNumeric: true) { .number(Double($0.problems)) },
    ]
    return Report(
      columns: columns + [Column("details") { .text($0.details.joined(separator: "; ")) }],
      tableColumns: columns,
      notes: { result, _ in result.details.map { TextStyle.harmless($0) } }, rows: results)
  }
}
