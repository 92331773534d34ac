import Facts

/// Which facts a report lists; what is empty or `nil` leaves nothing out.
public struct ReportFilter: Hashable, Sendable {
  /// The maker, by `nameKey(_:)`.
  public var makerKey: String?
  /// The models, each by the keys of its maker and its own; several where makers share a name.
  public var modelKeys: [ModelName]?
  /// The markets, by code: one and those within it.
  public var markets: [String] = []
  /// Facts whose period ends before this day are left out, and those without one.
  public var from: Day?
  /// Facts whose period begins after this day are left out, and those without one.
  public var to: Day?
  /// How firmly the facts stand.
  public var statuses: [Status] = []
  /// Their kinds.
  public var kinds: [FactKind] = []

  /// A filter that lets everything through.
  public init() {}

  /// Whether it leaves anything out.
  public var isEmpty: Bool { self == ReportFilter() }

  /// The conditions on the columns of the views of facts, and the values bound in them; `minConfidence` as in ``FactScope``.
  func conditions(minConfidence: Double = 0) -> (sql: [String], values: [SQLValue]) {
    var sql: [String] = []
    var values: [SQLValue] = []
    func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
    if let makerKey {
      sql.append("manufacturer_key = ?")
      values.append(.text(makerKey))
    }
    if let modelKeys {
      // Unlike a comparison of pairs, these comparisons use the index.
      let each = Array(repeating: "(manufacturer_key = ? AND model_key = ?)", count: modelKeys.count)
      sql.append(each.isEmpty ? "0" : "(" + each.joined(separator: " OR ") + ")")
      values += modelKeys.flatMap { [.text($0.manufacturer), .text($0.model)] }
    }
    if !markets.isEmpty {
      sql.append("market IN (\(marks(markets.count)))")
      values += markets.map { .text($0) }
    }
    if from != nil || to != nil { sql.append("\"when\" IS NOT NULL") }
    if let from {
      sql.append("(end_date IS NULL OR end_date >= ?)")
      values.append(.text(from.description))
    }
    if let to {
      sql.append("(start_date IS NULL OR start_date <= ?)")
      values.append(.text(to.description))
    }
    if !statuses.isEmpty {
      sql.append("status IN (\(marks(statuses.count)))")
      values += statuses.map { .text($0.rawValue) }
    }
    if !kinds.isEmpty {
      sql.append("kind IN (\(marks(kinds.count)))")
      values += kinds.map { .text($0.rawValue) }
    }
    if minConfidence > 0 {
      sql.append("(confidence IS NULL OR confidence >= ?)")
      values.append(.real(minConfidence))
    }
    return (sql, values)
  }
}
