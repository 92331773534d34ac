import Facts

/// Launches by quarter and market.
public enum CalendarReport {
  /// A launch with the quarter that it falls in.
  public struct Entry: Hashable, Sendable {
    /// `2025-Q3`; the half or the year where no quarter is said, the period itself where it spans years.
    public let quarter: Period
    /// The launch.
    public let row: FactRow
  }

  /// The launches that have a date, earliest first, then by market.
  public static func entries(of rows: [FactRow]) -> [Entry] {
    // Of the many launches few have periods that differ: each period is made out once.
    var quarters: [Period: Period] = [:]
    let entries = rows.compactMap { row -> Entry? in
      guard row.fact.kind == .launch, let when = row.fact.when else { return nil }
      let quarter = quarters[when] ?? Self.quarter(of: when)
      quarters[when] = quarter
      return Entry(quarter: quarter, row: row)
    }
    let keys = entries.map { key(of: $0) }
    return entries.indices.sorted { a, b in
      let (x, y) = (keys[a], keys[b])
      return (x.first, x.last, x.words, entries[a].row.id) < (y.first, y.last, y.words, entries[b].row.id)
    }.map { entries[$0] }
  }

  /// The entries as a report.
  public static func of(_ entries: [Entry]) -> Report<Entry> {
    func ofRow(_ column: Column<FactRow>) -> Column<Entry> {
      Column(column.name, isNumeric: column.isNumeric) { column.cell($0.row) }
    }
    let quarter = Column<Entry>("quarter") {
      .coded(code: $0.quarter.description, words: PeriodWords.of($0.quarter))
    }
    let shown = ["market", "manufacturer", "model", "attribute", "when", "status", "source"]
    return Report(
      columns: [quarter] + FactReport.columns.map(ofRow),
      tableColumns: [quarter]
        + shown.compactMap { name in FactReport.columns.first { $0.name == name }.map(ofRow) },
      notes: { FactReport.notes(of: $0.row, $1) }, fact: { $0.row }, rows: entries)
  }

  /// The quarter, half or year that a period lies in.
  static func quarter(of period: Period) -> Period {
    guard let first = period.first, let last = period.last, first.year == last.year else { return period }
    let quarters = ((first.month + 2) / 3, (last.month + 2) / 3)
    let code =
      switch quarters {
      case let (a, b) where a == b: "-Q\(a)"
      case (1, 2): "-H1"
      case (3, 4): "-H2"
      default: ""
      }
    return Period(Day.padded(first.year, 4) + code) ?? period
  }

  private static func key(of entry: Entry) -> (first: Int, last: Int, words: String) {
    let first = entry.quarter.first ?? entry.quarter.last
    let last = entry.quarter.last ?? entry.quarter.first
    let names = [entry.row.fact.market, entry.row.fact.manufacturer, entry.row.fact.model].map { $0 ?? "" }
    return (first?.number ?? 0, last?.number ?? 0, names.joined(separator: "|"))
  }
}
