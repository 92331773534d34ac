import Facts

extension Query {
  /// How the question was read, in a language: `launches, in 2025, one row a model`.
  public func reading(in language: LanguageCode) -> String {
    let words = AnswerWords(language)
    func say(_ key: String, _ value: String = "") -> String? { words[key].map { fill($0, value) } }
    var parts = [say("kind." + kind.rawValue)]
    if form != .facts { parts.append(say("form." + form.rawValue)) }
    if kind == .bodyType || !attributes.isEmpty && attributes.count < 3 {
      parts.append(attributes.map { words.attribute($0, of: kind) }.joined(separator: " + "))
    }
    parts += subjects.map { [$0.maker, $0.model].compactMap(\.self).joined(separator: " ") }
    if subjects.isEmpty, kind.countsVehicles, level != .any { parts.append(say("level." + level.rawValue)) }
    if let makerCountry { parts.append(say("origin", words.place(makerCountry))) }
    if let period {
      parts.append(words.limit(period))
    } else if kind.isNumeric, form == .facts {
      parts.append(say("now"))
    }
    if let market { parts.append(words.place(market)) }
    if standing != .any { parts.append(say("standing." + standing.rawValue)) }
    if let body { parts.append(say("body", words.attribute(body.rawValue, of: .bodyType))) }
    parts += comparisonWords(words, say)
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

  private func comparisonWords(_ words: AnswerWords, _ say: (String, String) -> String?) -> [String?] {
    guard let comparison else { return [] }
    func number(_ value: Double) -> String {
      words.amount(words.number(value), unit: comparison.unit)
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
