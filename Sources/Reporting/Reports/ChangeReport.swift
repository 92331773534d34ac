import Facts

/// What became of a figure or a date: what is said now beside what was said before.
public struct Change: Hashable, Sendable {
  /// What became of it, in the order in which a digest tells it.
  public enum Sort: String, CaseIterable, Sendable {
    /// Nothing was said of it before.
    case new
    /// A plan or a figure without a period went up.
    case raised
    /// It went down.
    case lowered
    /// A date moved to a later day.
    case postponed
    /// A date moved to an earlier day.
    case broughtForward = "brought forward"
    /// A plan was dropped.
    case cancelled
    /// An article says otherwise of what has a period, or of a thing that cannot change.
    case contradicted
    /// A person put it right.
    case corrected
  }

  /// What became of it.
  public var sort: Sort
  /// What is said now.
  public var now: FactRow
  /// What was said before, where anything was.
  public var before: FactRow?

  /// Makes a change.
  public init(sort: Sort, now: FactRow, before: FactRow?) {
    self.sort = sort
    self.now = now
    self.before = before
  }
}

/// The digest of what changed.
public enum ChangeReport {
  /// The changes as a report.
  public static func of(_ changes: [Change]) -> Report<Change> {
    let sort = Column<Change>("change") { .text($0.sort.rawValue) }
    let before: [Column<Change>] = [
      Column("before_value", isNumeric: true) { .optional($0.before?.fact.value) },
      Column("before_when") { $0.before.map { FactReport.when(of: $0.fact) } ?? .empty },
      Column("before_status") { .optional($0.before?.fact.status.rawValue) },
      Column("before_article") { .optional($0.before?.article.id) },
      Column("before_published") { .day($0.before?.article.published) },
    ]
    func ofNow(_ column: Column<FactRow>) -> Column<Change> {
      Column(column.name, isNumeric: column.isNumeric) { column.cell($0.now) }
    }
    let words: [Column<Change>] = [
      Column("kind") { .text(KindWords.of($0.now.fact.kind)) },
      Column("manufacturer") { .optional($0.now.fact.manufacturer) },
      Column("model") { .optional($0.now.fact.model) },
      Column("attribute") { .optional($0.now.fact.attribute) },
      Column("now", isNumeric: true) { .text(said($0.now.fact)) },
      Column("before", isNumeric: true) { $0.before.map { .text(said($0.fact)) } ?? .empty },
      Column("period") { $0.now.fact.value == nil ? .empty : FactReport.when(of: $0.now.fact) },
      Column("market") { FactReport.market(of: $0.now.fact) },
      Column("status") { .text($0.now.fact.status.rawValue) },
    ]
    return Report(
      columns: [sort] + FactReport.columns.map(ofNow) + before, tableColumns: [sort] + words,
      notes: { FactReport.notes(of: $0.now, $1) }, fact: { $0.now }, rows: changes)
  }

  /// The figure, or the date of what has none, or the sort of car.
  private static func said(_ fact: Fact) -> String {
    if fact.value != nil { return ValueWords.of(fact) }
    if let when = fact.when { return PeriodWords.of(when) }
    return fact.kind == .bodyType ? fact.attribute ?? "" : fact.status.rawValue
  }
}
