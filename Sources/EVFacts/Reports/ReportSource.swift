import Facts
import Reporting
import Storing

/// The reports of a database, each with its rows and, where a page or a picture is wanted, its charts.
public struct ReportSource {
  private let store: FactStore
  private let scope: FactScope
  private let filter: ReportFilter
  private let charts: [ChartName]?

  /// Sets up what all reports share.
  ///
  /// - Parameters:
  ///   - store: the database.
  ///   - scope: which facts count.
  ///   - filter: which are listed.
  ///   - charts: the charts to draw, `nil` for those that suit the report; none where an empty list is given.
  public init(_ store: FactStore, scope: FactScope, filter: ReportFilter, charts: [ChartName]? = []) {
    self.store = store
    self.scope = scope
    self.filter = filter
    self.charts = charts
  }

  /// Facts of a report by name.
  public func facts(_ name: ReportName) throws -> Report<FactRow> {
    let rows = try store.rows(name.statement(scope, filter: filter))
    var report = FactReport.of(rows)
    report.title = name.title
    report.charts = try draw(name.kind.map { [$0] } ?? Set(rows.map(\.fact.kind)), from: rows)
    return report
  }

  /// Articles or names.
  public func names(_ name: ReportName) throws -> Report<[SQLValue]> {
    let table = try store.table(name.statement())
    var report = ValueReport.of(columns: table.columns, rows: table.rows)
    report.title = name.title
    return report
  }

  /// All that is believed of what the filter names.
  public func dossier(title: String) throws -> Report<FactRow> {
    let rows = try store.rows(ReportName.facts(where: believed, scope, filter))
    var report = FactReport.of(rows)
    report.title = title
    report.charts = try draw(Set(rows.map(\.fact.kind)), from: rows)
    return report
  }

  /// Targets beside what was reported.
  public func attainment() throws -> Report<Attainment> {
    var filter = filter
    filter.kinds = ChartName.targets.kinds
    // Most reported figures stand beside no target, and are not read at all.
    let period =
      "manufacturer_key, model_key, ifnull(market, ''), ifnull(start_date, ''), ifnull(end_date, '')"
    let isAsked = """
      (kind = 'sales_target' OR status = 'actual' AND (\(period)) IN (
        SELECT \(period) FROM facts WHERE kind = 'sales_target' AND \(scope.allClaims ? "live" : "believed") = 1))
      """
    let pairs = Attainment.pairs(
      of: try store.rows(ReportName.facts(where: believed + [isAsked], scope, filter)))
    var report = AttainmentReport.of(pairs)
    report.title = "Targets and what was reported"
    if charts != [] { report.charts = [TargetBars.of(pairs)].compactMap(\.self) }
    return report
  }

  /// Launches by quarter and market.
  public func calendar() throws -> Report<CalendarReport.Entry> {
    let rows = try rows(of: [.launch], filter)
    var report = CalendarReport.of(CalendarReport.entries(of: rows))
    report.title = "Launches by quarter"
    if charts != [] { report.charts = [LaunchTimeline.of(rows)].compactMap(\.self) }
    return report
  }

  /// What changed since a day.
  public func changes(since day: Day, by clock: Changes.Clock) throws -> Report<Change> {
    let changes = try Changes.since(day, by: clock, scope: scope, filter: filter, in: store)
    var report = ChangeReport.of(changes)
    report.title = "Changes since \(day)"
    return report
  }

  private var believed: [String] { scope.allClaims ? [] : ["believed = 1"] }

  /// The charts wanted of rows that hold some kinds; what a chart needs beside them is fetched.
  private func draw(_ kinds: Set<FactKind>, from rows: [FactRow]) throws -> [Chart] {
    try (charts ?? ChartName.suiting(kinds)).compactMap { name in
      let isThere = Set(name.kinds).isSubset(of: kinds)
      return name.chart(of: isThere ? rows : try self.rows(of: name.kinds, filter))
    }
  }

  private func rows(of kinds: [FactKind], _ filter: ReportFilter) throws -> [FactRow] {
    var filter = filter
    filter.kinds = kinds
    return try store.rows(ReportName.facts(where: believed, scope, filter))
  }
}
