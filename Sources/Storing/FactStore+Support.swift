import GRDB

/// How many claims say the same as a fact, and how many say otherwise.
public struct StoredSupport: Hashable, Sendable {
  /// The live claims under the fact's key, the fact itself among them.
  public var claims: Int
  /// Those that contradict it: their values differ after rounding, or their dates do not overlap.
  public var differing: Int
}

extension FactStore {
  /// The claims that stand behind facts, by their numbers; none for a number that is no live fact.
  public func support(ofFacts numbers: [Int64]) throws -> [Int64: StoredSupport] {
    var found: [Int64: StoredSupport] = [:]
    try read { db in
      for number in numbers {
        guard
          let row = try db.first(
            """
            SELECT count(*), ifnull(sum(o.said_low > f.said_high OR o.said_high < f.said_low), 0)
            FROM facts AS f JOIN facts AS o ON o.belief = f.belief AND o.live = 1
            WHERE f.fact_id = ? AND f.live = 1
            """, [number])
        else { continue }
        let claims: Int = row[0]
        if claims > 0 { found[number] = StoredSupport(claims: claims, differing: row[1]) }
      }
    }
    return found
  }
}
