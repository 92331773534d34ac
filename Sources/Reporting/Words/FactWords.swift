import Facts

/// A fact on one line: `sales target: Xiaomi SU7, 130,000 vehicles, 2024, planned (deliveries)`.
public enum FactWords {
  /// The fact in words, without its sentence.
  public static func of(_ fact: Fact) -> String {
    let subject = [fact.manufacturer, fact.model].compactMap(\.self).joined(separator: " ")
    let parts = [
      subject.isEmpty ? "the market" : subject, ValueWords.of(fact),
      fact.when.map { PeriodWords.of($0) } ?? "",
      fact.market.map { MarketWords.name(of: $0) } ?? "", fact.status.rawValue,
    ]
    let words = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    let attribute = fact.attribute.map { $0 == fact.kind.rawValue ? "" : " (\($0))" } ?? ""
    return TextStyle.harmless(KindWords.of(fact.kind) + ": " + words + attribute)
  }
}

/// Kinds as people read them: `sales target`.
public enum KindWords {
  /// The kind in words.
  public static func of(_ kind: FactKind) -> String {
    kind.rawValue.split(separator: "_").joined(separator: " ")
  }
}
