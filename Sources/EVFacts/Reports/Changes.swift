import Facts
import Reporting
import Storing

/// What articles brought since a day, held against what was said before: a digest to send round.
public enum Changes {
  /// Which day of an article counts.
  public enum Clock: String, CaseIterable, Sendable {
    /// When it came into the database.
    case ingested
    /// When it was published.
    case published
  }

  /// The changes since a day, in the order of their sorts, then by subject.
  public static func since(
    _ day: Day, by clock: Clock, scope: FactScope, filter: ReportFilter, in store: FactStore
  ) throws -> [Change] {
    try rows(of: list(since: day, by: clock, scope: scope, filter: filter, in: store), in: store)
  }

  /// The same by numbers alone: what is held against each other needs no sentences.
  public static func list(
    since day: Day, by clock: Clock, scope: FactScope, filter: ReportFilter, in store: FactStore
  ) throws -> [ListedChange] {
    let (touched, touchedValues) = touchedKeys(since: day, by: clock, filter: filter)
    let (isNew, newValues) = newness(since: day, by: clock)
    let (filters, filterValues) = filter.conditions(minConfidence: scope.minConfidence)
    // By number first, so that the rows are read in the order of the table.
    let numbers = """
      SELECT fact_id FROM facts WHERE \((["live = 1", "belief IN (\(touched))"] + filters).joined(separator: " AND "))
      """
    var claims: [Int64: [ComparedClaim]] = [:]
    try store.forEachRawRow(
      SQLStatement(
        """
        SELECT \(ComparedClaim.columns(isNew: isNew))
        FROM facts AS f JOIN article_texts AS a ON a.article_number = f.article_number
        WHERE f.fact_id IN (\(numbers))
        """, newValues + touchedValues + filterValues), isKept: false
    ) { row in
      let claim = ComparedClaim(row)
      claims[claim.belief, default: []].append(claim)
    }
    var found: [ListedChange] = []
    for claims in claims.values {
      try WorkLimit.check()
      found += changes(of: claims)
    }
    return found.map { (key: $0.order, change: $0) }.sorted { $0.key < $1.key }.map(\.change)
  }

  /// Changes with all that the articles say.
  public static func rows(of listed: [ListedChange], in store: FactStore) throws -> [Change] {
    var rows: [Int64: FactRow] = [:]
    let numbers = Set(listed.map(\.now) + listed.compactMap(\.before)).sorted()
    let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
    let statement = SQLStatement(
      "SELECT * FROM claims WHERE fact_id IN (SELECT value FROM json_each(?))", [.text(list)])
    try store.forEachRow(statement) { rows[$0.id] = $0 }
    return listed.compactMap { change in
      rows[change.now].map { Change(sort: change.sort, now: $0, before: change.before.flatMap { rows[$0] }) }
    }
  }

  /// Whether a claim is new, as a column.
  private static func newness(since day: Day, by clock: Clock) -> (sql: String, values: [SQLValue]) {
    let day = SQLValue.text(day.description)
    switch clock {
    case .published: return ("a.published >= ?", [day])
    case .ingested:
      return (
        """
        (a.ingested_at >= ? OR ifnull(f.correction IN (SELECT correction FROM corrections WHERE made_at >= ?), 0))
        """, [day, day]
      )
    }
  }

  /// What became of one key.
  private static func changes(of claims: [ComparedClaim]) -> [ListedChange] {
    let new = claims.filter(\.isNew)
    let old = claims.filter { !$0.isNew }.max { $0.age < $1.age }
    let believed = new.filter(\.isBelieved).sorted { $0.id < $1.id }
    guard !believed.isEmpty else {
      let latest = new.max { $0.age < $1.age }
      guard let latest else { return [] }
      if latest.status == .cancelled { return [ListedChange(.cancelled, latest, old)] }
      let standing = claims.filter(\.isBelieved).min { $0.id < $1.id } ?? old
      guard let standing, !standing.agrees(with: latest) else { return [] }
      return [ListedChange(.contradicted, latest, standing)]
    }
    return believed.compactMap { claim in
      if claim.isCorrected { return ListedChange(.corrected, claim, old) }
      guard let old else { return ListedChange(.new, claim, nil) }
      guard !claim.agrees(with: old), let sort = sort(from: old, to: claim) else { return nil }
      return ListedChange(sort, claim, old)
    }
  }

  private static func sort(from old: ComparedClaim, to new: ComparedClaim) -> Change.Sort? {
    switch new.kind {
    case .launch, .marketEntry:
      guard let a = old.firstDay, let b = new.firstDay else { return nil }
      return a < b ? .postponed : .broughtForward
    case .bodyType: return .contradicted
    case .salesTarget, .sales, .storeCount, .price, .range, .capacity:
      // What is reported of a period that is named can only be wrong; all else moves with the time.
      if new.status != .planned, new.hasPeriod { return .contradicted }
      guard let a = old.value, let b = new.value, a != b else { return nil }
      return a < b ? .raised : .lowered
    }
  }

  /// Whether at most some claims are to be held against each other for the changes since a day, those of before among them.
  public static func isQuick(
    since day: Day, by clock: Clock, filter: ReportFilter, most: Int, in store: FactStore
  ) throws -> Bool {
    let (touched, values) = touchedKeys(since: day, by: clock, filter: filter)
    let statement = SQLStatement(
      "SELECT count(*) FROM (SELECT 1 FROM facts WHERE live = 1 AND belief IN (\(touched)) LIMIT ?)",
      values + [.integer(Int64(most) + 1)])
    return try store.mapped(statement) { $0.integer(0) ?? 0 }.first ?? 0 <= Int64(most)
  }

  /// Whether at most some claims came since a day, so that the changes can be told at once.
  public static func isFew(
    since day: Day, by clock: Clock, filter: ReportFilter, most: Int, in store: FactStore
  ) throws -> Bool {
    let (touched, values) = touchedKeys(since: day, by: clock, filter: filter)
    let statement = SQLStatement(
      "SELECT count(*) FROM (\(touched) LIMIT ?)", values + [.integer(Int64(most) + 1)])
    return try store.mapped(statement) { $0.integer(0) ?? 0 }.first ?? 0 <= Int64(most)
  }

  /// A statement for the keys of the claims that came since a day, those of other subjects and kinds left out.
  private static func touchedKeys(since day: Day, by clock: Clock, filter: ReportFilter) -> (
    sql: String, values: [SQLValue]
  ) {
    // The claims of a key have these in common.
    var common = ReportFilter()
    (common.makerKey, common.modelKeys, common.kinds) = (filter.makerKey, filter.modelKeys, filter.kinds)
    let (conditions, values) = common.conditions()
    let condition = (["f.live = 1"] + conditions).joined(separator: " AND ")
    // Whoever is named has an index; else the new articles are few, and SQLite would begin with the facts.
    let join = filter.makerKey == nil && filter.modelKeys == nil ? "CROSS JOIN" : "JOIN"
    let column = clock == .ingested ? "ingested_at" : "published"
    let new = """
      SELECT f.belief FROM article_texts AS a \(join) facts AS f ON f.article_number = a.article_number
      WHERE a.\(column) >= ? AND \(condition)
      """
    let newValues = [.text(day.description)] + values
    guard clock == .ingested else { return (new, newValues) }
    let corrected = """
      SELECT f.belief FROM facts AS f
      WHERE f.correction IN (SELECT correction FROM corrections WHERE made_at >= ?) AND \(condition)
      """
    return (new + " UNION ALL " + corrected, newValues + newValues)
  }
}
