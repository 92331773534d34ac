import Facts
import Storing

/// The claims about a maker or a model, the last published first; claims of older versions of a page are among them.
public struct HistoryListing: Sendable {
  private let condition: String
  private let values: [SQLValue]

  /// The claims about a model, or about a maker itself where `modelKey` is empty.
  public init(makerKey: String, modelKey: String, kind: FactKind? = nil) {
    condition = "manufacturer_key = ? AND model_key = ?" + (kind == nil ? "" : " AND kind = ?")
    values = [.text(makerKey), .text(modelKey)] + (kind.map { [.text($0.rawValue)] } ?? [])
  }

  /// A statement for all of them with the columns of the view `claim_history`.
  public var statement: SQLStatement {
    SQLStatement(
      "SELECT * FROM claim_history WHERE \(condition) ORDER BY published DESC, fact_id DESC", values)
  }

  /// The claims from a place on.
  public func page(offset: Int, limit: Int, in store: FactStore) throws -> PageOfRows<FactRow> {
    let count = SQLStatement(
      "SELECT count(*) FROM (SELECT 1 FROM claim_history WHERE \(condition) LIMIT \(FactListing.countedRows + 1))",
      values)
    let total = try store.mapped(count) { Int($0.integer(0) ?? 0) }.first ?? 0
    let rows = try store.rows(
      SQLStatement(
        statement.sql + " LIMIT ? OFFSET ?", values + [.integer(Int64(limit)), .integer(Int64(offset))]))
    return PageOfRows(
      rows: rows, total: min(total, FactListing.countedRows), isCountCut: total > FactListing.countedRows)
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
