import Facts
import Lexicon

extension Query {
  /// The statement that gives the facts among which ``choice(of:)`` chooses; all values are bound.
  public func statement(catalogue: Catalogue) -> SQLStatement {
    select("*", from: source, figures: "body_types", catalogue, order: " ORDER BY " + ordering)
  }

  /// The same facts with only the columns that decide; their order is left to ``choice(of:)``, save that of a history.
  public func candidates(catalogue: Catalogue) -> SQLStatement {
    // What is believed is told from an index alone, without a look at the sentences and the articles.
    let isBelieved = form != .history && !allClaims
    return select(
      Candidate.columns, from: isBelieved ? "believed_figures" : source, figures: "believed_figures",
      catalogue,
      order: form == .history ? " ORDER BY " + ordering : "")
  }

  private func select(
    _ columns: String, from source: String, figures: String, _ catalogue: Catalogue, order: String
  ) -> SQLStatement {
    var conditions: [String] = []
    var arguments: [SQLValue] = []
    func add(_ condition: String, _ values: [SQLValue] = []) {
      conditions.append(condition)
      arguments += values
    }
    if source == "claims" { addKinds(add) }
    if source == "believed_figures" { addKinds(add, isBelieved: true) }
    addSubjects(add)
    if let makerCountry {
      let keys = catalogue.makers.filter { $0.country == makerCountry }.map { nameKey($0.name) }
      add("manufacturer_key IN (\(marks(keys.count)))", keys.map(SQLValue.text))
    }
    if !attributes.isEmpty {
      add("attribute IN (\(marks(attributes.count)))", attributes.map(SQLValue.text))
    }
    addMarket(add)
    addPeriod(add)
    addStanding(add)
    if minConfidence > 0 {
      add("(confidence IS NULL OR confidence >= ?)", [.real(minConfidence)])
    }
    if let unit, kind == .price { add("unit = ?", [.text(unit)]) }
    if let body {
      add(
        "EXISTS (SELECT 1 FROM \(figures) AS b WHERE b.kind = 'body_type' "
          + "AND b.manufacturer_key = c.manufacturer_key AND b.model_key = c.model_key AND b.attribute = ?)",
        [.text(body.rawValue)])
    }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return SQLStatement("SELECT \(columns) FROM \(source) AS c\(filter)\(order)", arguments)
  }

  /// The view of what is believed of the kind, or of all claims.
  private var source: String {
    if allClaims || form != .facts || includesForecasts { return "claims" }
    return switch kind {
    case .launch: "launches"
    case .salesTarget: "sales_targets"
    case .sales: "sales"
    case .storeCount: "store_counts"
    case .price: "prices"
    case .range: "ranges"
    case .capacity: "capacities"
    case .marketEntry: "market_entries"
    case .bodyType: "body_types"
    }
  }

  private typealias Adding = (String, [SQLValue]) -> Void

  private func addKinds(_ add: Adding, isBelieved: Bool = false) {
    if form == .attainment {
      add("kind IN ('sales', 'sales_target') AND (kind = 'sales_target' OR status = 'actual')", [])
    } else if includesForecasts {
      add("kind IN ('sales', 'sales_target') AND (kind = 'sales_target' OR status = 'expected')", [])
    } else {
      add("kind = ?", [.text(kind.rawValue)])
    }
    if form != .history, !allClaims, !isBelieved { add("believed = 1", []) }
  }

  private func addSubjects(_ add: Adding) {
    let named = subjects.map { subject -> (String, [SQLValue]) in
      let maker = SQLValue.text(nameKey(subject.maker))
      if let model = subject.model {
        return ("(manufacturer_key = ? AND model_key = ?)", [maker, .text(nameKey(model))])
      }
      switch level {
      case .model: return ("(manufacturer_key = ? AND model_key <> '')", [maker])
      case .maker: return ("(manufacturer_key = ? AND model_key = '')", [maker])
      case .any where kind.countsVehicles: return ("(manufacturer_key = ? AND model_key = '')", [maker])
      case .any, .market: return ("manufacturer_key = ?", [maker])
      }
    }
    if !named.isEmpty {
      let condition = named.map(\.0).joined(separator: " OR ")
      return add(named.count == 1 ? condition : "(\(condition))", named.flatMap(\.1))
    }
    switch level {
    // The whole market is no winner of its own.
    case .any where order != nil: add("manufacturer_key <> ''", [])
    case .any: break
    case .model: add("model_key <> ''", [])
    case .maker: add("manufacturer_key <> '' AND model_key = ''", [])
    case .market: add("manufacturer_key = ''", [])
    }
  }

  private func addMarket(_ add: Adding) {
    guard let market else { return }
    if market == "001" {
      add(kind.isNumeric ? "(market = '001' OR market IS NULL)" : "market = '001'", [])
    } else if marketCodes.count == 1 {
      add("market = ?", [.text(market)])
    } else {
      add("market IN (\(marks(marketCodes.count)))", marketCodes.map(SQLValue.text))
    }
  }

  private func addPeriod(_ add: Adding) {
    guard let limit = period, let first = limit.period.first, let last = limit.period.last else { return }
    let from = SQLValue.text(first.description)
    let to = SQLValue.text(last.description)
    switch limit.relation {
    case .within where kind.isNumeric: add("start_date = ? AND end_date = ?", [from, to])
    case .within: add("start_date >= ? AND end_date <= ?", [from, to])
    case .by where kind.isNumeric: add("end_date = ?", [to])
    case .by: add("end_date <= ?", [to])
    case .before: add("end_date < ?", [from])
    case .after: add("start_date > ?", [to])
    case .from: add("start_date >= ?", [from])
    }
  }

  private func addStanding(_ add: Adding) {
    guard form == .facts else { return }
    switch standing {
    case .any: break
    case .actual: add("status = 'actual'", [])
    case .planned: add("status IN ('planned', 'expected')", [])
    case .forecast: add("status = 'expected'", [])
    }
  }

  private var ordering: String {
    if form == .history { return "published IS NOT NULL, published, fact_id" }
    if kind == .launch || kind == .marketEntry {
      return "start_date IS NULL, start_date, end_date, manufacturer_key, model_key, fact_id"
    }
    // The plus keeps SQLite from walking through a whole index for the order's sake.
    switch order {
    case .ascending: return "+value, manufacturer_key, model_key, fact_id"
    case .descending: return "+value DESC, manufacturer_key, model_key, fact_id"
    case nil: return "+manufacturer_key, model_key, start_date, fact_id"
    }
  }

  private func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}
