import Facts
import Storing

/// Where articles disagree, one conflict after another, each with all of its claims.
public enum ConflictGroups {
  /// Claims that contradict each other; the ones that are believed come first.
  public struct Group: Sendable {
    /// The claims.
    public var claims: [(row: FactRow, isBelieved: Bool)]
  }

  /// Conflicts from a place on, those that were decided last first.
  ///
  /// - Parameters:
  ///   - makerKey: only what concerns a maker, by ``nameKey(_:)``.
  ///   - kind: only facts of a kind.
  public static func page(
    makerKey: String? = nil, modelKey: String? = nil, kind: FactKind? = nil, offset: Int, limit: Int,
    in store: FactStore
  ) throws -> PageOfRows<Group> {
    var conditions = ["b.highest_low > b.lowest_high"]
    var values: [SQLValue] = []
    for (column, value) in [
      ("manufacturer_key", makerKey), ("model_key", modelKey), ("kind", kind?.rawValue),
    ] {
      guard let value else { continue }
      // All claims of a key have one kind and one subject.
      conditions.append(
        "(SELECT f.\(column) FROM facts AS f WHERE f.belief = b.belief AND f.live = 1 LIMIT 1) = ?")
      values.append(.text(value))
    }
    let condition = conditions.joined(separator: " AND ")
    let total =
      try store.mapped(
        SQLStatement(
          "SELECT count(*) FROM (SELECT 1 FROM beliefs AS b WHERE \(condition) LIMIT \(FactListing.countedRows + 1))",
          values)
      ) { Int($0.integer(0) ?? 0) }.first ?? 0
    let beliefs = try store.mapped(
      SQLStatement(
        """
        SELECT b.belief FROM beliefs AS b WHERE \(condition)
        ORDER BY b.decided_published DESC, b.belief DESC LIMIT ? OFFSET ?
        """, values + [.integer(Int64(limit)), .integer(Int64(offset))])
    ) { $0.integer(0) ?? 0 }
    var groups: [Group] = []
    for belief in beliefs {
      let claims = try store.mapped(
        SQLStatement(
          """
          SELECT f.fact_id, f.believed FROM facts AS f JOIN beliefs AS b ON b.belief = f.belief
          WHERE f.belief = ? AND f.live = 1 AND (f.said_low > b.lowest_high OR f.said_high < b.highest_low)
          ORDER BY f.believed DESC, f.fact_id LIMIT \(claimsShown)
          """, [.integer(belief)]), isKept: true
      ) { ($0.integer(0) ?? 0, $0.integer(1) == 1) }
      let rows = try store.facts(numbered: claims.map(\.0))
      let believed = Set(claims.filter(\.1).map(\.0))
      groups.append(Group(claims: rows.map { ($0, believed.contains($0.id)) }))
    }
    return PageOfRows(
      rows: groups.filter { !$0.claims.isEmpty }, total: min(total, FactListing.countedRows),
      isCountCut: total > FactListing.countedRows)
  }

  /// The most claims of one conflict that are shown.
  static let claimsShown = 12
}
