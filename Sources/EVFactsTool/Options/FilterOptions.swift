import ArgumentParser
import EVFacts

/// Which facts a report lists.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only of this maker, by any of its names.", valueName: "name"))
  var maker: String?

  @Option(help: ArgumentHelp("Only of this model: SU7, \"Xiaomi SU7\".", valueName: "name"))
  var model: String?

  @Option(help: ArgumentHelp("Only of this market and those within it: DE, Europe.", valueName: "market"))
  var market: String?

  @Option(
    help: ArgumentHelp(
      "Only with a date or period that reaches to this day, month or year.", valueName: "date"),
    transform: FilterOptions.period)
  var from: Period?

  @Option(
    help: ArgumentHelp(
      "Only with a date or period that begins by this day, month or year.", valueName: "date"),
    transform: FilterOptions.period)
  var to: Period?

  @Option(
    parsing: .singleValue,
    help: "Only of this status: actual, planned, expected or cancelled; can be given more than once.")
  var status: [Status] = []

  @Option(
    parsing: .singleValue, help: "Only of this kind, such as sales_target; can be given more than once.")
  var kind: [FactKind] = []

  @OptionGroup var confidence: ConfidenceOption

  /// The filter; a name that nobody knows is an error that says so.
  func filter(in store: FactStore) throws -> ReportFilter {
    var filter = ReportFilter()
    filter.from = from?.first ?? from?.last
    filter.to = to?.last ?? to?.first
    filter.statuses = status
    filter.kinds = kind
    guard maker != nil || model != nil || market != nil else { return filter }
    let names = try ReportNames(store: store)
    if let maker { filter.makerKey = try FilterOptions.makerKey(maker, names) }
    if let model { filter.modelKeys = try FilterOptions.modelKeys(model, names) }
    if let market {
      guard let markets = names.markets(market) else { throw LookupError.noMarket(name: market) }
      filter.markets = markets
    }
    return filter
  }

  /// Whether any is given.
  var areGiven: Bool {
    maker != nil || model != nil || market != nil || from != nil || to != nil || !status.isEmpty
      || !kind.isEmpty
      || confidence.minConfidence > 0
  }

  static func makerKey(_ name: String, _ names: ReportNames) throws -> String {
    guard let key = names.makerKey(name) else { throw LookupError.noMaker(name: name) }
    return key
  }

  static func modelKeys(_ name: String, _ names: ReportNames) throws -> [ModelName] {
    let keys = names.modelKeys(name)
    guard !keys.isEmpty else { throw LookupError.noModel(name: name) }
    return keys
  }

  private static func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw ValidationError("'\(text)' is no date. Try: 2025, 2025-06 or 2025-06-30")
    }
    return period
  }
}

extension Status: ExpressibleByArgument {}
