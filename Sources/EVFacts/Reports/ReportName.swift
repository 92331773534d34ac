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

  /// What stands above it: `Sales targets`.
  public var title: String {
    let words = rawValue.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The statement that gives its rows; articles and names are listed whatever the scope and the filter.
  ///
  /// `columns` are those of conflicts, as SQL has them.
  public func statement(
    _ scope: FactScope = FactScope(), filter: ReportFilter = ReportFilter(), columns: String = "*"
  ) -> SQLStatement {
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
    case .conflicts:
      ReportName.facts(of: "conflicts", scope, filter, order: "belief, published, fact_id", columns: columns)
    case .claims: ReportName.facts(scope, filter)
    default:
      ReportName.facts(
        where: ["kind = '\(kind?.rawValue ?? "")'"] + (scope.allClaims ? [] : ["believed = 1"]),
        scope, filter)
    }
  }

  /// The same facts as a listing that is passed on as bytes; `nil` for reports of other things.
  public func listing(
    _ scope: FactScope = FactScope(), filter: ReportFilter = ReportFilter()
  ) -> ExportListing? {
    guard listsFacts else { return nil }
    var (conditions, values) = filter.conditions(minConfidence: scope.minConfidence)
    if let kind {
      conditions.append("kind = '\(kind.rawValue)'")
      if !scope.allClaims { conditions.append("believed = 1") }
    }
    return self == .conflicts ? .conflicts(conditions, values) : .claims(conditions, values)
  }

  /// A statement for facts that meet conditions, a scope and a filter.
  static func facts(
    of view: String = "claims", where conditions: [String] = [],
    binding values: [SQLValue] = [],
    _ scope: FactScope, _ filter: ReportFilter, order: String = ReportName.order,
    columns: String = "*"
  ) -> SQLStatement {
    let asked = filter.conditions(minConfidence: scope.minConfidence)
    let conditions = conditions + asked.sql
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return SQLStatement("SELECT \(columns) FROM \(view)\(condition) ORDER BY \(order)", values + asked.values)
  }

  /// By subject, then by date, so that what belongs together stands together.
  static let order =
    "kind, manufacturer_key, model_key, attribute, market, start_date, end_date, published, fact_id"

  /// Whether its rows are facts, and not articles or names.
  public var listsFacts: Bool {
    switch self {
    case .articles, .models, .manufacturers: false
    default: true
    }
  }
}
