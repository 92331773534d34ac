import Facts
import Reporting
import Storing

/// The reports by the names that `export` takes: the database's views with hyphens.
public enum ReportName: String, CaseIterable, Sendable {
  case launches
  case salesTargets = "sales-targets"
  case sales
  case storeCounts = "store-counts"
  case prices
  case ranges
  case capacities
  case marketEntries = "market-entries"
  case bodyTypes = "body-types"
  case claims, conflicts, articles, models, manufacturers

  /// The kind of fact that it lists, `nil` where it lists several or none.
  public var kind: FactKind? {
    switch self {
    case .launches: .launch
    case .salesTargets: .salesTarget
    case .sales: .sales
    case .storeCounts: .storeCount
    case .prices: .price
    case .ranges: .range
    case .capacities: .capacity
    case .marketEntries: .marketEntry
    case .bodyTypes: .bodyType
    case .claims, .conflicts, .articles, .models, .manufacturers: nil
    }
  }

  /// The statement that gives its rows; articles and names are listed whatever the scope.
  public func statement(_ scope: FactScope = FactScope()) -> SQLStatement {
    switch self {
    case .articles:
      SQLStatement(
        """
        SELECT article, title, publisher, published, url, language, facts FROM articles
        ORDER BY published IS NULL, published, article_number
        """)
    case .models:
      SQLStatement(
        "SELECT manufacturer, model, articles, facts FROM models ORDER BY manufacturer_key, model_key")
    case .manufacturers:
      SQLStatement("SELECT manufacturer, models, facts FROM manufacturers ORDER BY manufacturer_key")
    case .conflicts: facts("conflicts", [], scope, order: "belief, published, fact_id")
    case .claims: facts("claims", [], scope, order: ReportName.order)
    default:
      facts(
        "claims", ["kind = '\(kind?.rawValue ?? "")'"] + (scope.allClaims ? [] : ["believed = 1"]), scope,
        order: ReportName.order)
    }
  }

  private func facts(_ view: String, _ conditions: [String], _ scope: FactScope, order: String)
    -> SQLStatement
  {
    let isSure = scope.minConfidence > 0
    let conditions = conditions + (isSure ? ["(confidence IS NULL OR confidence >= ?)"] : [])
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return SQLStatement(
      "SELECT * FROM \(view)\(filter) ORDER BY \(order)", isSure ? [.real(scope.minConfidence)] : [])
  }

  /// By subject, then by date, so that what belongs together stands together.
  private static let order =
    "kind, manufacturer_key, model_key, attribute, market, start_date, end_date, published, fact_id"

  /// Whether its rows are facts, and not articles or names.
  public var listsFacts: Bool {
    switch self {
    case .articles, .models, .manufacturers: false
    default: true
    }
  }
}
