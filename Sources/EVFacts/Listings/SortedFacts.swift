import Facts
import Storing

/// Rows that are at hand, sorted as listings are.
public enum SortedFacts {
  /// The rows in an order; equal ones as they stood, and those without the thing last.
  public static func of(_ rows: [FactRow], by order: FactListing.Order, isDescending: Bool) -> [FactRow] {
    rows.sorted(isDescending: isDescending) { key(of: $0.fact, order) }
  }

  private static func key(of fact: Fact, _ order: FactListing.Order) -> SortKey? {
    switch order {
    case .subject:
      .text(
        [fact.kind.rawValue, nameKey(fact.manufacturer ?? ""), nameKey(fact.model ?? "")].joined(
          separator: "|"))
    case .attribute: fact.attribute.map { .text($0) }
    case .value: fact.value.map { .number($0) }
    case .date: (fact.when?.first ?? fact.when?.last).map { .number(Double($0.number)) }
    case .market: fact.market.map { .text($0) }
    case .status: .text(fact.status.rawValue)
    case .confidence: fact.confidence.map { .number($0) }
    }
  }
}
