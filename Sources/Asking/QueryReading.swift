import Facts

extension Query {
  /// How the question was read, in a language: `launches, in 2025, one row a model`.
  public func reading(in language: LanguageCode) -> String {
    let words = QuestionWords.of(language).sayings
    func say(_ key: String, _ value: String = "") -> String? {
      words[key].map { fill($0, value) }
    }
    var parts = [say("kind." + kind.rawValue)]
    if form != .facts { parts.append(say("form." + form.rawValue)) }
    if kind == .bodyType || !attributes.isEmpty && attributes.count < 3 {
      parts.append(attributes.joined(separator: " + "))
    }
    parts += subjects.map { [$0.maker, $0.model].compactMap(\.self).joined(separator: " ") }
    if subjects.isEmpty, kind.countsVehicles, level != .any { parts.append(say("level." + level.rawValue)) }
    if let makerCountry { parts.append(say("origin", makerCountry)) }
    if let period {
      parts.append(say("rel." + period.relation.rawValue, period.period.description))
    } else if kind.isNumeric, form == .facts {
      parts.append(say("now"))
    }
    if let market { parts.append(say("market", market)) }
    if standing != .any { parts.append(say("standing." + standing.rawValue)) }
    if let body { parts.append(say("body", body.rawValue)) }
    parts += comparisonWords(say)
    if let order {
      parts.append(say("order." + order.rawValue))
      if let limit {
        parts.append(say("limit", String(limit)))
      } else if !isRanking {
        parts.append(say("winner"))
      }
    }
    if asked != .facts, asked != .dates { parts.append(say("asked." + asked.rawValue)) }
    if isCount { parts.append(say("count")) }
    if allClaims { parts.append(say("claims")) }
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func comparisonWords(_ say: (String, String) -> String?) -> [String?] {
    guard let comparison else { return [] }
    func number(_ value: Double) -> String {
      FactJSON.number(value) + (comparison.unit.map { " " + $0 } ?? "")
    }
    var out: [String?] = []
    if let low = comparison.low { out.append(say(comparison.includesLow ? "atleast" : "over", number(low))) }
    if let high = comparison.high {
      out.append(say(comparison.includesHigh ? "atmost" : "under", number(high)))
    }
    return out
  }
}

/// A template with its place filled.
func fill(_ template: String, _ value: String) -> String {
  template.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: value)
}
