import Facts

/// What a claim speaks of, without what it says of it: claims with one key compete.
///
/// - launch: manufacturer, model, milestone, market
/// - market_entry: manufacturer, market
/// - body_type: manufacturer, model
/// - numbers: kind, manufacturer, model, attribute, unit, market, the days of the period, and whether the figure is
///   reported, planned (or cancelled), or forecast
enum BeliefKey {
  /// The key as text.
  static func key(of fact: Fact) -> String {
    key(of: fact, maker: fact.manufacturer.map(nameKey), model: fact.model.map(nameKey))
  }

  /// The key as text, with names that are folded already; `nil` for none.
  static func key(of fact: Fact, maker: String?, model: String?) -> String {
    let kind = fact.kind.rawValue
    let maker = maker ?? none
    let model = model ?? none
    let market = fact.market ?? none
    let attribute = fact.attribute ?? none
    let parts: [String] =
      switch fact.kind {
      case .launch: [kind, maker, model, attribute, market]
      case .marketEntry: [kind, maker, market]
      case .bodyType: [kind, maker, model]
      case .salesTarget, .sales, .storeCount, .price, .range, .capacity:
        [kind, maker, model, attribute, fact.unit ?? none, market, days(fact.when), standing(fact.status)]
      }
    return parts.joined(separator: "|")
  }

  /// Stands for what a fact does not have; no folded name, code or date looks like it.
  private static let none = "-"

  private static func days(_ period: Period?) -> String {
    guard let period else { return none }
    return (period.first?.description ?? "..") + "/" + (period.last?.description ?? "..")
  }

  private static func standing(_ status: Status) -> String {
    switch status {
    case .actual: "reported"
    case .planned, .cancelled: "planned"
    case .expected: "forecast"
    }
  }
}

extension Status {
  /// The better of two claims of one day has the lower rank.
  var rank: Int {
    switch self {
    case .actual: 0
    case .planned: 1
    case .expected: 2
    case .cancelled: 3
    }
  }
}
