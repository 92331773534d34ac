import EVFacts

/// The rows of the lists of names under a query, sorted: the page and the files of it list the same.
struct NameRows {
  let query: QueryItems
  let names: NameListing

  /// What makers are sorted by.
  enum MakerOrder: String { case name, models, claims }
  /// What models are sorted by.
  enum ModelOrder: String { case maker, model, claims }
  /// What markets are sorted by.
  enum MarketOrder: String { case name, makers, facts }

  /// The makers.
  func makers(_ order: MakerOrder, isDescending: Bool) -> [NameListing.Maker] {
    let wanted = query["name"].map(nameKey)
    var makers = names.makers.filter { wanted.map($0.key.contains) ?? true }
    switch order {
    case .name: break
    case .models: makers.sort { ($0.models, $0.key) < ($1.models, $1.key) }
    case .claims: makers.sort { ($0.claims, $1.key) < ($1.claims, $0.key) }
    }
    return isDescending ? makers.reversed() : makers
  }

  /// The models.
  func models(_ order: ModelOrder, isDescending: Bool) -> [NameListing.Model] {
    let wanted = query["name"].map(nameKey)
    let maker = query["maker"].map(nameKey)
    var models = names.models.filter { model in
      (maker.map(model.key.manufacturer.contains) ?? true)
        && (wanted.map((model.key.manufacturer + model.key.model).contains) ?? true)
    }
    switch order {
    case .maker: break
    case .model: models.sort { ($0.key.model, $0.key.manufacturer) < ($1.key.model, $1.key.manufacturer) }
    case .claims: models.sort { ($0.claims, $1.key.model) < ($1.claims, $0.key.model) }
    }
    return isDescending ? models.reversed() : models
  }

  /// The markets, each with its name as `name` has it.
  func markets(_ order: MarketOrder, isDescending: Bool, name: (String) -> String) -> [(
    name: String, market: NameListing.Market
  )] {
    let wanted = query["name"]?.lowercased()
    var markets = names.markets.map { (name: name($0.code), market: $0) }
      .filter { entry in wanted.map { entry.name.lowercased().contains($0) } ?? true }
    markets.sort { a, b in
      switch order {
      case .name: a.name < b.name
      case .makers: (a.market.makers, b.name) < (b.market.makers, a.name)
      case .facts: (a.market.facts, b.name) < (b.market.facts, a.name)
      }
    }
    return isDescending ? markets.reversed() : markets
  }
}
