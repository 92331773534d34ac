import Facts
import GRDB

extension FactStore {
  /// The keys under which independent articles contradict each other, by their numbers, and how many there are.
  ///
  /// - Parameters:
  ///   - kind: only of this kind.
  ///   - makerKey: only about this maker, by ``nameKey(_:)``, and its models.
  ///   - modelKey: only about this model of the maker.
  ///   - counted: how many are counted at most.
  /// - Returns: the numbers from a place on, those that were decided last first.
  public func conflicts(
    kind: FactKind?, makerKey: String?, modelKey: String?, offset: Int, limit: Int, counted: Int
  ) throws -> (beliefs: [Int64], total: Int) {
    var condition = "highest_low > lowest_high"
    var values: Bound = []
    // A key begins with the kind, the maker and the model, so that an index finds those of a subject.
    if kind != nil || makerKey != nil {
      let kinds = kind.map { [$0] } ?? FactKind.allCases
      let parts = kinds.map { kind -> String in
        let key = [kind.rawValue, makerKey, makerKey == nil ? nil : modelKey].compactMap(\.self).joined(
          separator: "|")
        values += [key, key + "|", key + "}"]
        // Very many are of a kind; these are looked for among the conflicts instead, as the sign keeps SQLite from the index.
        let column = makerKey == nil ? "+key" : "key"
        return "\(column) = ? OR (\(column) >= ? AND \(column) < ?)"
      }
      condition += " AND (" + parts.joined(separator: " OR ") + ")"
    }
    return try read { db in
      let total =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM (SELECT 1 FROM beliefs WHERE \(condition) LIMIT ?)",
          arguments: StatementArguments(values + [counted])) ?? 0
      let beliefs = try Int64.fetchAll(
        db,
        sql: """
          SELECT belief FROM beliefs WHERE \(condition)
          ORDER BY decided_published DESC, belief DESC LIMIT ? OFFSET ?
          """, arguments: StatementArguments(values + [limit, offset]))
      return (beliefs, total)
    }
  }
}
