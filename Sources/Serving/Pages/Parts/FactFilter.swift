import EVFacts

/// The filter that an address asks for, and what of it nobody knows.
struct FactFilter {
  /// The filter.
  var filter = ReportFilter()
  /// How sure facts must be.
  var minConfidence = 0.0
  /// What is told about values that are none, as text; nothing is listed then.
  var problems: [String] = []

  /// Reads `maker`, `model`, `market`, `kind`, `status`, `from`, `to` and `min_confidence`.
  init(_ query: QueryItems, _ words: Words, _ site: Site, _ store: FactStore) throws {
    filter.statuses = read(query.all("status"), words) { Status(rawValue: $0) }
    filter.kinds = read(query.all("kind"), words) { FactKind(rawValue: $0) }
    filter.from = period(query["from"], words).flatMap { $0.first ?? $0.last }
    filter.to = period(query["to"], words).flatMap { $0.last ?? $0.first }
    if let text = query["min_confidence"] {
      if let number = Double(text), (0...1).contains(number) {
        minConfidence = number
      } else {
        problems.append(words.filled(.noSuchValue, text))
      }
    }
    guard query["maker"] != nil || query["model"] != nil || query["market"] != nil else { return }
    let names = try site.reportNames()
    if let maker = query["maker"] {
      filter.makerKey = names.makerKey(maker)
      if filter.makerKey == nil { problems.append(words.filled(.noSuchMaker, maker)) }
    }
    if let model = query["model"] {
      let keys = names.modelKeys(model)
      filter.modelKeys = keys
      if keys.isEmpty { problems.append(words.filled(.noSuchModel, model)) }
    }
    if let market = query["market"] {
      filter.markets = names.markets(market) ?? []
      if filter.markets.isEmpty { problems.append(words.filled(.noSuchMarket, market)) }
    }
  }

  private mutating func read<Value>(_ texts: [String], _ words: Words, _ value: (String) -> Value?) -> [Value]
  {
    texts.prefix(10).compactMap { text in
      let value = value(text)
      if value == nil { problems.append(words.filled(.noSuchValue, text)) }
      return value
    }
  }

  private mutating func period(_ text: String?, _ words: Words) -> Period? {
    guard let text else { return nil }
    let period = Period(text)
    if period == nil { problems.append(words.filled(.noSuchDate, text)) }
    return period
  }

  /// What is told, as a list.
  var notice: HTML? {
    guard !problems.isEmpty else { return nil }
    return "<div class=\"notice bad\" role=\"alert\">\(HTML(problems.map { "<p>\($0)</p>" }))</div>"
  }
}
