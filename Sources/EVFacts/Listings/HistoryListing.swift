import Facts
import Storing

/// The claims about a maker or a model, the last published first unless asked otherwise; claims of older versions of a page
/// are among them.
public struct HistoryListing: Sendable {
  /// What claims are sorted by; equal ones by publication, the last first, and what has none of it last.
  public enum Order: String, CaseIterable, Sendable {
    /// By the day on which the article appeared.
    case published
    /// By kind.
    case kind
    /// By attribute.
    case attribute
    /// By number.
    case value
    /// By the first day of the period.
    case date
    /// By the market's code.
    case market
    /// By how firmly they stand.
    case status

    fileprivate var column: String { self == .date ? "start_date" : rawValue }
  }

  private let makerKey: String
  private let modelKey: String
  private let kind: FactKind?
  private let order: Order
  private let isDescending: Bool

  /// The claims about a model, or about a maker itself where `modelKey` is empty.
  public init(
    makerKey: String, modelKey: String, kind: FactKind? = nil, order: Order = .published,
    isDescending: Bool = true
  ) {
    self.makerKey = makerKey
    self.modelKey = modelKey
    self.kind = kind
    self.order = order
    self.isDescending = isDescending
  }

  /// A statement for all of them with the columns of the view `claim_history`.
  public var statement: SQLStatement {
    SQLStatement("SELECT * FROM claim_history AS f WHERE \(condition) ORDER BY \(sorting)", values)
  }

  private var sorting: String {
    let direction = isDescending ? "DESC" : "ASC"
    let last = "published DESC, fact_id DESC"
    guard order != .published else { return isDescending ? last : "published, fact_id" }
    return "\(order.column) \(direction) NULLS LAST, \(last)"
  }

  private var condition: String {
    "f.manufacturer_key = ?1 AND f.model_key = ?2" + (kind == nil ? "" : " AND f.kind = ?3")
  }

  private var values: [SQLValue] {
    [.text(makerKey), .text(modelKey)] + (kind.map { [.text($0.rawValue)] } ?? [])
  }

  /// The claims from a place on.
  public func page(offset: Int, limit: Int, in store: FactStore) throws -> PageOfRows<FactRow> {
    // What the view says, without the sentences; and the articles of which there are newer versions, being few, are
    // looked at first, as no index has their claims by subject.
    let column = order == .published ? "" : ", f.\(order.column)"
    let numbers = """
      SELECT f.fact_id, a.published\(column) FROM facts AS f JOIN article_texts AS a ON a.article_number = f.article_number
      WHERE f.live = 1 AND \(condition)
      UNION ALL
      SELECT f.fact_id, a.published\(column) FROM article_texts AS a CROSS JOIN facts AS f ON f.article_number = a.article_number
      WHERE a.superseded_by IS NOT NULL AND f.live = 0 AND (f.origin = 'human' OR f.correction IS NULL) AND \(condition)
      """
    var total = 0
    let chosen = try store.mapped(
      SQLStatement(
        "SELECT fact_id, count(*) OVER () FROM (\(numbers)) ORDER BY \(sorting) LIMIT \(limit) OFFSET \(offset)",
        values)
    ) { row in
      total = Int(row.integer(1) ?? 0)
      return row.integer(0) ?? 0
    }
    let marks = Array(repeating: "?", count: chosen.count).joined(separator: ", ")
    // To have the view sorted, SQLite would read all articles by their days.
    let rows = try store.rows(
      SQLStatement(
        "SELECT * FROM claim_history WHERE fact_id IN (\(marks))", chosen.map { .integer($0) }))
    let places = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    return PageOfRows(rows: rows.sorted { places[$0.id] ?? 0 < places[$1.id] ?? 0 }, total: total)
  }
}

extension FactStore {
  /// A model's name as it is written, by its keys; `nil` where no article names it.
  public func modelName(_ key: ModelName) throws -> ModelName? {
    try mapped(
      SQLStatement(
        "SELECT manufacturer, model FROM model_names WHERE manufacturer_key = ? AND model_key = ?",
        [.text(key.manufacturer), .text(key.model)]), isKept: true
    ) { ModelName(manufacturer: $0.text(0) ?? "", model: $0.text(1) ?? "") }.first
  }
}
