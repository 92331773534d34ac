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

  /// The most that is looked at for an answer that comes at once.
  public struct Limits: Sendable {
    /// The most claims that came since the day.
    public var new: Int
    /// The most claims that are held against each other, those of before among them.
    public var compared: Int

    /// Sets both.
    public init(new: Int, compared: Int = .max) {
      self.new = new
      self.compared = compared
    }
  }

  /// The changes since a day, in the order of their sorts, then by subject.
  public static func since(
    _ day: Day, by clock: Clock, scope: FactScope, filter: ReportFilter, in store: FactStore
  ) throws -> [Change] {
    let listed = try list(since: day, by: clock, scope: scope, filter: filter, in: store)
    return try rows(of: listed ?? [], in: store)
  }

  /// The same by numbers alone, as what is held against each other needs no sentences; `nil` where it is more than the limits
  /// allow.
  public static func list(
    since day: Day, by clock: Clock, scope: FactScope, filter: ReportFilter, limits: Limits? = nil,
    in store: FactStore
  ) throws -> [ListedChange]? {
    guard let touched = try touchedKeys(since: day, by: clock, filter: filter, most: limits?.new, in: store)
    else { return nil }
    let keys = SQLValue.text("[" + touched.map(String.init).joined(separator: ",") + "]")
    let isTouched = "live = 1 AND belief IN (SELECT value FROM json_each(?))"
    if let limits, limits.compared < .max {
      let counted = SQLStatement(
        "SELECT count(*) FROM (SELECT 1 FROM facts WHERE \(isTouched) LIMIT ?)",
        [keys, .integer(Int64(limits.compared) + 1)])
      let count = try store.mapped(counted) { Int($0.integer(0) ?? 0) }.first ?? 0
      guard count <= limits.compared else { return nil }
    }
    let (isNew, newValues) = newness(since: day, by: clock)
    let (filters, filterValues) = filter.conditions(minConfidence: scope.minConfidence)
    // By number first, so that the rows are read in the order of the table.
    let numbers = "SELECT fact_id FROM facts WHERE \(([isTouched] + filters).joined(separator: " AND "))"
    var claims: [Int64: [ComparedClaim]] = [:]
    try store.forEachRawRow(
      SQLStatement(
        """
        SELECT \(ComparedClaim.columns(isNew: isNew))
        FROM facts AS f JOIN article_texts AS a ON a.article_number = f.article_number
        WHERE f.fact_id IN (\(numbers))
        """, newValues + [keys] + filterValues), isKept: false
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

  /// The keys of the claims that came since a day, those of other subjects and kinds left out; `nil` where more than `most`
  /// claims came.
  private static func touchedKeys(
    since day: Day, by clock: Clock, filter: ReportFilter, most: Int?, in store: FactStore
  ) throws -> Set<Int64>? {
    // The claims of a key have these in common.
    var common = ReportFilter()
    (common.makerKey, common.modelKeys, common.kinds) = (filter.makerKey, filter.modelKeys, filter.kinds)
    let (conditions, values) = common.conditions()
    let condition = (["f.live = 1"] + conditions).joined(separator: " AND ")
    let column = clock == .ingested ? "ingested_at" : "published"
    let first = SQLValue.text(day.description)
    // Whoever is named has an index, from which SQLite begins; where the new articles are few, they are the better beginning.
    let articles = SQLStatement(
      "SELECT count(*) FROM (SELECT 1 FROM article_texts WHERE \(column) >= ? LIMIT \(fewArticles + 1))",
      [first])
    let isNamed = filter.makerKey != nil || filter.modelKeys != nil
    let isFew = try store.mapped(articles) { Int($0.integer(0) ?? 0) }.first ?? 0 <= fewArticles
    let join = isNamed && !isFew ? "JOIN" : "CROSS JOIN"
    var sql = """
      SELECT f.belief FROM article_texts AS a \(join) facts AS f ON f.article_number = a.article_number
      WHERE a.\(column) >= ? AND \(condition)
      """
    var bound = [first] + values
    if clock == .ingested {
      sql += """
         UNION ALL SELECT f.belief FROM facts AS f
        WHERE f.correction IN (SELECT correction FROM corrections WHERE made_at >= ?) AND \(condition)
        """
      bound += [first] + values
    }
    if let most {
      sql += " LIMIT ?"
      bound.append(.integer(Int64(most) + 1))
    }
    var keys: Set<Int64> = []
    var count = 0
    try store.forEachRawRow(SQLStatement(sql, bound), isKept: false) { row in
      count += 1
      if let key = row.integer(0) { keys.insert(key) }
    }
    return count > most ?? .max ? nil : keys
  }

  /// So few articles are read through rather than all that is said of a maker.
  private static let fewArticles = 8_000
}
