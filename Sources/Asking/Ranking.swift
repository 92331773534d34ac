import Facts

/// Puts figures in order and keeps the winners, each currency by itself.
struct Ranking {
  let query: Query
  let order: Query.Order

  func of(_ rows: [Candidate]) -> [Candidate] {
    let units = units(of: rows)
    // The best row of each subject comes first: few are left to be put in order.
    var best: [String: [RowSubject: Candidate]] = [:]
    for unit in units { best[unit] = [:] }
    for row in rows {
      let league = league(row)
      guard best[league] != nil else { continue }
      let subject = query.rowSubject(of: row)
      if let old = best[league]?[subject], !beats(row, old) { continue }
      best[league]?[subject] = row
    }
    return units.flatMap { kept((best[$0] ?? [:]).values.sorted(by: beats)) }
  }

  /// Distances are one league, every currency is its own; in a country its own currency counts.
  private func league(_ row: Candidate) -> String { query.kind == .price ? row.unit : "" }

  private func units(of rows: [Candidate]) -> [String] {
    let units = Set(rows.map(league))
    if query.kind == .price, let market = query.market, units.count > 1, let own = HomeCurrency.of(market),
      units.contains(own)
    {
      return [own]
    }
    return units.sorted()
  }

  private func beats(_ a: Candidate, _ b: Candidate) -> Bool {
    let (x, y) = (value(a), value(b))
    if x == y { return query.precedesByName(a, b) }
    return order == .ascending ? x < y : x > y
  }

  private func value(_ row: Candidate) -> Double {
    let value = row.value ?? 0
    return Distance.converted(value, from: row.unit, to: row.unit == "mi" ? "km" : nil) ?? value
  }

  /// Of the best rows of all subjects, as many as are asked for; those who share the first place all win.
  private func kept(_ rows: [Candidate]) -> [Candidate] {
    if query.isRanking, query.limit == nil { return rows }
    if let limit = query.limit { return Array(rows.prefix(limit)) }
    guard let best = rows.first.map(value) else { return [] }
    return rows.filter { value($0) == best }
  }
}

/// The currencies that cars are priced in at home.
enum HomeCurrency {
  /// The currency of a market, `nil` where it has several or is not listed.
  static func of(_ market: String) -> String? { currencies[market] }

  private static let currencies: [String: String] = {
    var out = [
      "CN": "CNY", "US": "USD", "GB": "GBP", "JP": "JPY", "KR": "KRW", "IN": "INR", "AU": "AUD", "CA": "CAD",
      "NZ": "NZD",
      "CH": "CHF", "SE": "SEK", "NO": "NOK", "DK": "DKK", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "RO": "RON",
      "TR": "TRY",
      "BR": "BRL", "MX": "MXN", "ZA": "ZAR", "TH": "THB", "ID": "IDR", "MY": "MYR", "SG": "SGD", "HK": "HKD",
      "TW": "TWD",
      "VN": "VND", "PH": "PHP", "AE": "AED", "SA": "SAR", "IL": "ILS", "EG": "EGP", "RU": "RUB", "UA": "UAH",
      "150": "EUR",
    ]
    for market in "EU AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(separator: " ") {
      out[String(market)] = "EUR"
    }
    return out
  }()
}
