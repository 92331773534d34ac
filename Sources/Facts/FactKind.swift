/// What a fact says of its subject.
public enum FactKind: String, CaseIterable, Codable, Sendable, Hashable {
  /// A model is shown, put on sale, delivered, built or dropped; `attribute` is a ``Milestone``.
  case launch
  /// Vehicles that a maker means to sell in a period; `attribute` is a ``Measure``.
  case salesTarget = "sales_target"
  /// Vehicles sold in a period, or forecast by a third party; `attribute` is a ``Measure``.
  case sales
  /// Shops, dealers or workshops of a maker; `attribute` is an ``Outlet``.
  case storeCount = "store_count"
  /// What a model costs; `attribute` is `start`, `list` or `presale`.
  case price
  /// How far a model goes on a charge; `attribute` is the test cycle.
  case range
  /// Vehicles a year that a plant can build.
  case capacity
  /// A maker begins to sell in a market.
  case marketEntry = "market_entry"
  /// The sort of car that a model is; `attribute` is a ``BodyType``.
  case bodyType = "body_type"

  /// Whether facts of the kind carry a number.
  public var isNumeric: Bool {
    switch self {
    case .launch, .marketEntry, .bodyType: false
    case .salesTarget, .sales, .storeCount, .price, .range, .capacity: true
    }
  }
}

/// The steps of a model's life that `launch` facts tell of.
public enum Milestone: String, CaseIterable, Codable, Sendable {
  case unveil, presale, launch, delivery, production, discontinue
}

/// What is counted where vehicles are counted.
public enum Measure: String, CaseIterable, Codable, Sendable {
  case sales, deliveries, registrations, production, orders, exports
}

/// The sorts of outlet that `store_count` facts count; `any` is sales and service together.
public enum Outlet: String, CaseIterable, Codable, Sendable { case store, dealer, service, any }

/// The sorts of car.
public enum BodyType: String, CaseIterable, Codable, Sendable {
  case sedan, suv, hatchback, wagon, coupe, mpv, pickup, van, roadster
}

/// How a stated value relates to the true one.
public enum Qualifier: String, CaseIterable, Codable, Sendable {
  case exact, about
  case moreThan = "more_than"
  case lessThan = "less_than"
  case atLeast = "at_least"
  case atMost = "at_most"
  case between
}

/// How firmly a fact stands: it holds, it is the company's plan, others expect it, or it was dropped.
public enum Status: String, CaseIterable, Codable, Sendable { case actual, planned, expected, cancelled }
