import Facts

/// A fact's value in words: `130,000 vehicles`, `more than 100 stores`, `100,000 to 120,000 vehicles`.
public enum ValueWords {
  /// The value with its qualifier and unit; empty where the fact has no value.
  public static func of(_ fact: Fact) -> String {
    guard let value = fact.value else { return "" }
    var words = fact.qualifier.map { prefix(of: $0, unit: fact.unit) } ?? ""
    words += NumberWords.grouped(value)
    if let valueMax = fact.valueMax { words += " to " + NumberWords.grouped(valueMax) }
    if let unit = fact.unit { words += " " + unit }
    return words
  }

  private static func prefix(of qualifier: Qualifier, unit: String?) -> String {
    switch qualifier {
    case .exact, .between: ""
    case .about: "about "
    case .moreThan: "more than "
    case .lessThan: "less than "
    case .atLeast: isCurrency(unit) ? "from " : "at least "
    case .atMost: "up to "
    }
  }

  private static func isCurrency(_ unit: String?) -> Bool {
    guard let unit else { return false }
    return unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
