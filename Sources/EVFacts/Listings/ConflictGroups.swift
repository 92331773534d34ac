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
  ///   - makerKey: only what concerns a maker, by `nameKey(_:)`.
  ///   - modelKey: only what concerns a model of it.
  ///   - kind: only facts of a kind.
  ///   - offset: the place of the first conflict, from 0.
  ///   - limit: the most conflicts.
  ///   - store: the database.
  public static func page(
    makerKey: String? = nil, modelKey: String? = nil, kind: FactKind? = nil, offset: Int, limit: Int,
    in store: FactStore
  ) throws -> PageOfRows<Group> {
    let (beliefs, total) = try store.conflicts(
      kind: kind, makerKey: makerKey, modelKey: modelKey, offset: offset, limit: limit,
      counted: FactListing.countedRows + 1)
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
