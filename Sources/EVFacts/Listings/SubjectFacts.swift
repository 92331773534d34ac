import Facts
import Storing

/// What is believed of a maker or a model: of each kind the newest facts, and how many there are.
public struct SubjectFacts: Sendable {
  /// The facts of one kind.
  public struct Group: Sendable {
    /// The kind.
    public var kind: FactKind
    /// How many are believed.
    public var total: Int
    /// The first of them, those of the latest period first.
    public var rows: [FactRow]
  }

  /// The groups that have facts, in the order of the kinds.
  public var groups: [Group]

  /// All rows that were read.
  public var rows: [FactRow] { groups.flatMap(\.rows) }

  /// How many facts are believed.
  public var total: Int { groups.reduce(0) { $0 + $1.total } }

  /// Reads what is said of a maker or a model; nothing where nobody has the name.
  ///
  /// - Parameters:
  ///   - makerKey: the maker, by `nameKey(_:)`.
  ///   - modelKey: the model; `nil` for all that is said of the maker and its models.
  ///   - perKind: the most rows of a kind.
  ///   - store: the database.
  public init(makerKey: String, modelKey: String?, perKind: Int, in store: FactStore) throws {
    try self.init(
      where: "manufacturer_key = ?1" + (modelKey == nil ? "" : " AND model_key = ?2"),
      [.text(makerKey)] + (modelKey.map { [.text($0)] } ?? []), perKind: perKind, in: store)
  }

  /// Reads what is said of a market, by its code.
  public init(market: String, perKind: Int, in store: FactStore) throws {
    try self.init(where: "market = ?1", [.text(market)], perKind: perKind, in: store)
  }

  private init(where condition: String, _ values: [SQLValue], perKind: Int, in store: FactStore) throws {
    // Kind by kind, so that an index that holds all that is looked at gives each by itself.
    let kinds = FactKind.allCases.map { "'\($0.rawValue)'" }
    let counts = SQLStatement(
      """
      SELECT kind, count(*) FROM believed_figures WHERE kind IN (\(kinds.joined(separator: ", "))) AND \(condition)
      GROUP BY kind
      """, values)
    var totals: [String: Int] = [:]
    for (kind, count) in try store.mapped(
      counts, isKept: true, { ($0.text(0) ?? "", Int($0.integer(1) ?? 0)) })
    {
      totals[kind] = count
    }
    // The sign keeps SQLite from reading all facts of a kind by their dates where the index by subject has these few
    // together; those of a market lie apart in both.
    let date = condition.contains("manufacturer_key") ? "+start_date" : "start_date"
    let some = kinds.map { kind in
      """
      SELECT * FROM (SELECT fact_id FROM believed_figures WHERE kind = \(kind) AND \(condition)
        ORDER BY \(date) DESC, fact_id DESC LIMIT \(perKind))
      """
    }
    let statement = SQLStatement(some.joined(separator: "\nUNION ALL\n"), values)
    let numbers = try store.mapped(statement, isKept: true) { $0.integer(0) ?? 0 }
    let rows = Dictionary(grouping: try store.facts(numbered: numbers), by: \.fact.kind)
    groups = FactKind.allCases.compactMap { kind in
      totals[kind.rawValue].map { Group(kind: kind, total: $0, rows: rows[kind] ?? []) }
    }
  }

  /// The claims about a maker or a model that came in last, believed or not.
  public static func latest(makerKey: String, modelKey: String?, limit: Int, in store: FactStore) throws
    -> [FactRow]
  {
    // The index of models ends with the claims' numbers, so that those of one model need no sorting.
    let condition = modelKey == nil ? "" : " AND model_key = ?"
    let order =
      modelKey == nil ? "ORDER BY fact_id DESC" : "ORDER BY manufacturer_key, model_key, fact_id DESC"
    let statement = SQLStatement(
      "SELECT fact_id FROM facts WHERE live = 1 AND manufacturer_key = ?\(condition) \(order) LIMIT ?",
      [.text(makerKey)] + (modelKey.map { [.text($0)] } ?? []) + [.integer(Int64(limit))])
    return try store.facts(numbered: try store.mapped(statement, isKept: true) { $0.integer(0) ?? 0 })
  }
}
