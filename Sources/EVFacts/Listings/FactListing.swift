import Facts
import Storing

/// What is believed, some rows at a time, sorted as a reader wants it.
///
/// The rows are chosen from an index that holds all that filters and orders look at, so that a part of a long listing
/// does not cost the whole of it.
public struct FactListing: Hashable, Sendable {
  /// What rows are sorted by.
  public enum Order: String, CaseIterable, Sendable {
    /// By kind, then by maker and model.
    case subject
    /// By attribute, then by maker and model.
    case attribute
    /// By number; those without one last.
    case value
    /// By the first day of the period; those without one last.
    case date
    /// By the market's code; those without one last.
    case market
    /// By how firmly they stand.
    case status
    /// By how sure the extractor was; what people stated last.
    case confidence
  }

  /// Which facts are listed.
  public var filter: ReportFilter
  /// How sure they must be.
  public var minConfidence: Double
  /// What they are sorted by.
  public var order: Order
  /// Whether the last come first.
  public var isDescending: Bool

  /// Facts that a filter lets through.
  public init(
    _ filter: ReportFilter = ReportFilter(), minConfidence: Double = 0, order: Order = .subject,
    isDescending: Bool = false
  ) {
    self.filter = filter
    self.minConfidence = minConfidence
    self.order = order
    self.isDescending = isDescending
  }

  /// As far as rows are counted: nobody pages through more, and counting all takes long in a large database.
  public static let countedRows = 10_000

  /// The rows from a place on.
  public func page(offset: Int, limit: Int, in store: FactStore) throws -> PageOfRows<FactRow> {
    let numbers = try numbers(offset: offset, limit: limit, in: store)
    // A page that is not full is the last one, and nothing more need be read to know how many there are.
    if numbers.count < limit, offset == 0 || !numbers.isEmpty {
      let total = offset + numbers.count
      return PageOfRows(
        rows: try store.facts(numbered: numbers), total: min(total, Self.countedRows),
        isCountCut: total > Self.countedRows)
    }
    let (condition, values) = condition
    let count = SQLStatement(
      "SELECT count(*) FROM (SELECT 1 FROM believed_figures\(condition) LIMIT \(Self.countedRows + 1))",
      values)
    let total = try store.mapped(count) { Int($0.integer(0) ?? 0) }.first ?? 0
    return PageOfRows(
      rows: try store.facts(numbered: numbers), total: min(total, Self.countedRows),
      isCountCut: total > Self.countedRows)
  }

  /// The rows from a place on, without a count of all.
  public func rows(offset: Int = 0, limit: Int, in store: FactStore) throws -> [FactRow] {
    try store.facts(numbered: try numbers(offset: offset, limit: limit, in: store))
  }

  /// A statement for all of its rows with columns of the view `claims`, in its order.
  public func statement(_ columns: String = "*") -> SQLStatement {
    let (condition, values) = condition
    return SQLStatement(
      "SELECT \(columns) FROM claims WHERE fact_id IN (SELECT fact_id FROM believed_figures\(condition)) ORDER BY \(sorting)",
      values)
  }

  private func numbers(offset: Int, limit: Int, in store: FactStore) throws -> [Int64] {
    let (condition, values) = condition
    let statement = SQLStatement(
      "SELECT fact_id FROM believed_figures\(condition) ORDER BY \(sorting) LIMIT ? OFFSET ?",
      values + [.integer(Int64(limit)), .integer(Int64(offset))])
    return try store.mapped(statement) { $0.integer(0) ?? 0 }
  }

  private var condition: (String, [SQLValue]) {
    var filter = filter
    // The index begins with the kind.
    if filter.kinds.isEmpty, filter.makerKey != nil || filter.modelKeys != nil {
      filter.kinds = FactKind.allCases
    }
    let (conditions, values) = filter.conditions(minConfidence: minConfidence)
    return (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "), values)
  }

  private var sorting: String {
    let subject =
      "kind, manufacturer_key, model_key, attribute, market, unit, value, start_date, end_date, fact_id"
    let last = isDescending ? " DESC NULLS LAST" : " NULLS LAST"
    switch order {
    // As the index has it, forwards or backwards, so that nothing needs sorting.
    case .subject:
      return isDescending
        ? subject.split(separator: ",").map { $0 + " DESC" }.joined(separator: ",") : subject
    case .attribute: return "attribute\(last), \(subject)"
    case .market: return "market\(last), \(subject)"
    case .status: return "status\(last), \(subject)"
    // Few are equal in these, and a short key sorts faster.
    case .value: return "value\(last), fact_id"
    case .date: return "start_date\(last), end_date\(last), fact_id"
    case .confidence: return "confidence\(last), fact_id"
    }
  }
}
