import EVFacts
import HTTPTypes

/// The parameters by which facts are chosen, the same as the options of `evfacts report`.
enum FactParameters {
  /// How sure they must be.
  static let minConfidence = APIParameter(
    "min_confidence", .number(0...1), "Leaves out facts that the extractor is less sure of.")

  /// All of them.
  static let parameters: [APIParameter] = [
    APIParameter(
      "maker", .text(most: 200), "Only of this maker, by any of its names.", example: .string("BYD")),
    APIParameter("model", .text(most: 200), "Only of this model: SU7, Xiaomi SU7."),
    APIParameter(
      "market", .text(most: 200), "Only of this market and those within it, by code or name: DE, Europe.",
      example: .string("Europe")),
    APIParameter(
      "from", .date, "Only with a date or period that reaches to this day, month or year.",
      example: .string("2025")),
    APIParameter("to", .date, "Only with a date or period that begins by this day, month or year."),
    APIParameter("status", .choices(Status.allCases.map(\.rawValue)), "Only of these."),
    APIParameter("kind", .choices(FactKind.allCases.map(\.rawValue)), "Only of these."),
    minConfidence,
  ]

  /// The filter that a request asks for; throws 404 where nobody knows a name.
  static func filter(of arguments: APIArguments, in store: FactStore, of site: Site) throws -> ReportFilter {
    var filter = ReportFilter()
    let (from, to) = (arguments.period("from"), arguments.period("to"))
    filter.from = from?.first ?? from?.last
    filter.to = to?.last ?? to?.first
    filter.statuses = arguments.texts("status").compactMap(Status.init)
    filter.kinds = arguments.texts("kind").compactMap(FactKind.init)
    try choose(
      maker: arguments.text("maker"), model: arguments.text("model"), market: arguments.text("market"),
      names: { try site.reportNames() }, into: &filter)
    return filter
  }

  /// Sets the names of a filter; throws 404 where nobody knows one.
  static func choose(
    maker: String?, model: String?, market: String?, names: () throws -> ReportNames,
    into filter: inout ReportFilter
  ) throws {
    guard maker != nil || model != nil || market != nil else { return }
    let names = try names()
    if let maker {
      guard let key = names.makerKey(maker) else {
        throw Refusal(.notFound, "nobody knows a maker '\(maker)'", hint: "a name of /api/v1/makers")
      }
      filter.makerKey = key
    }
    if let model {
      let keys = names.modelKeys(model)
      guard !keys.isEmpty else {
        throw Refusal(.notFound, "nobody knows a model '\(model)'", hint: "a name of /api/v1/models")
      }
      filter.modelKeys = keys
    }
    if let market {
      guard let markets = names.markets(market) else {
        throw Refusal(
          .notFound, "there is no market '\(market)'",
          hint: "a name or a code, such as Germany, DE, Europe or 150")
      }
      filter.markets = markets
    }
  }
}
