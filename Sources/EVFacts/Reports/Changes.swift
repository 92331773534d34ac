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

  /// What decides whether a claim shows in a digest.
  private struct Mark {
    var id: Int64
    var belief: Int64
    var isNew: Bool
    var isBelieved: Bool
    var low: Int64?
    var high: Int64?
    var published: String
  }

  private struct Claim {
    var row: FactRow
    var isNew: Bool
    var isBelieved: Bool
    var low: Int64?
    var high: Int64?

    init(row: FactRow, _ mark: Mark) {
      self.row = row
      isNew = mark.isNew
      isBelieved = mark.isBelieved
      low = mark.low
      high = mark.high
    }

    /// Whether both can be true, rounding allowed for.
    func agrees(with other: Claim) -> Bool {
      guard let low, let high, let otherLow = other.low, let otherHigh = other.high else { return true }
      return low <= otherHigh && otherLow <= high
    }
  }

  /// The changes since a day, in the order of their sorts, then by subject.
  public static func since(
    _ day: Day, by clock: Clock, scope: FactScope, filter: ReportFilter, in store: FactStore
  ) throws -> [Change] {
    let (touched, touchedValues) = touchedKeys(since: day, by: clock, filter: filter)
    let (isNew, newValues) = newness(since: day, by: clock)
    let (filters, filterValues) = filter.conditions(minConfidence: scope.minConfidence)
    // By number first, so that the rows are read in the order of the table.
    let numbers = """
      SELECT fact_id FROM facts WHERE \((["live = 1", "belief IN (\(touched))"] + filters).joined(separator: " AND "))
      """
    let marks = try store.mapped(
      SQLStatement(
        """
        SELECT f.fact_id, f.belief, \(isNew), f.believed, f.said_low, f.said_high, a.published
        FROM facts AS f JOIN article_texts AS a ON a.article_number = f.article_number
        WHERE f.fact_id IN (\(numbers))
        """, newValues + touchedValues + filterValues)
    ) { row in
      Mark(
        id: row.integer(0) ?? 0, belief: row.integer(1) ?? 0, isNew: row.integer(2) == 1,
        isBelieved: row.integer(3) == 1, low: row.integer(4), high: row.integer(5),
        published: row.text(6) ?? "")
    }
    let keys = Dictionary(grouping: marks, by: \.belief).values.map { $0.sorted { $0.id < $1.id } }
    let rows = try rows(keys.flatMap(telling), in: store)
    let found = keys.flatMap { marks in
      changes(of: marks.compactMap { mark in rows[mark.id].map { Claim(row: $0, mark) } })
    }
    return found.map { (key: order(of: $0), change: $0) }.sorted { $0.key < $1.key }.map(\.change)
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

  /// The claims of a key that can show in a digest: the new ones, what is believed, and what was said last before.
  private static func telling(_ marks: [Mark]) -> [Int64] {
    let last = marks.filter { !$0.isNew }.max { ($0.published, $0.id) < ($1.published, $1.id) }?.id
    return marks.filter { $0.isNew || $0.isBelieved || $0.id == last }.map(\.id)
  }

  private static func rows(_ ids: [Int64], in store: FactStore) throws -> [Int64: FactRow] {
    var rows: [Int64: FactRow] = [:]
    let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
    let statement = SQLStatement(
      "SELECT * FROM claims WHERE fact_id IN (SELECT value FROM json_each(?))", [.text(list)])
    try store.forEachRow(statement) { rows[$0.id] = $0 }
    return rows
  }

  /// What became of one key.
  private static func changes(of claims: [Claim]) -> [Change] {
    let new = claims.filter(\.isNew)
    let old = claims.filter { !$0.isNew }.max { age($0) < age($1) }
    let believed = new.filter(\.isBelieved)
    guard !believed.isEmpty else {
      let latest = new.max { age($0) < age($1) }
      guard let latest else { return [] }
      if latest.row.fact.status == .cancelled {
        return [Change(sort: .cancelled, now: latest.row, before: old?.row)]
      }
      let standing = claims.first { $0.isBelieved } ?? old
      guard let standing, !standing.agrees(with: latest) else { return [] }
      return [Change(sort: .contradicted, now: latest.row, before: standing.row)]
    }
    return believed.compactMap { claim in
      if claim.row.corrected { return Change(sort: .corrected, now: claim.row, before: old?.row) }
      guard let old else { return Change(sort: .new, now: claim.row, before: nil) }
      guard !claim.agrees(with: old), let sort = sort(from: old.row.fact, to: claim.row.fact) else {
        return nil
      }
      return Change(sort: sort, now: claim.row, before: old.row)
    }
  }

  private static func sort(from old: Fact, to new: Fact) -> Change.Sort? {
    switch new.kind {
    case .launch, .marketEntry:
      guard let a = old.when?.first ?? old.when?.last, let b = new.when?.first ?? new.when?.last else {
        return nil
      }
      return a < b ? .postponed : .broughtForward
    case .bodyType: return .contradicted
    case .salesTarget, .sales, .storeCount, .price, .range, .capacity:
      // What is reported of a period that is named can only be wrong; all else moves with the time.
      if new.status != .planned, new.when != nil { return .contradicted }
      guard let a = old.value, let b = new.value, a != b else { return nil }
      return a < b ? .raised : .lowered
    }
  }

  private static func age(_ claim: Claim) -> (String, Int64) {
    (claim.row.article.published?.description ?? "", claim.row.id)
  }

  /// By what changes are sorted: their sort, their subject, the number of what is said now.
  public static func order(of change: Change) -> (sort: Int, subject: String, id: Int64) {
    let fact = change.now.fact
    let sort = Change.Sort.allCases.firstIndex(of: change.sort) ?? 0
    let subject = [fact.kind.rawValue, nameKey(fact.manufacturer ?? ""), nameKey(fact.model ?? "")]
    return (sort, subject.joined(separator: "|"), change.now.id)
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
