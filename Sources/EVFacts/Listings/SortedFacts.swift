import Facts
import Storing

/// Rows that are at hand, sorted as listings are.
public enum SortedFacts {
  /// The rows in an order; equal ones as they stood, and those without the thing last.
  public static func of(_ rows: [FactRow], by order: FactListing.Order, isDescending: Bool) -> [FactRow] {
    let keyed = rows.enumerated().map { (key: key(of: $1.fact, order), place: $0, row: $1) }
    return keyed.sorted { a, b in
      switch (a.key, b.key) {
      case (let x?, let y?) where x != y: isDescending ? x > y : x < y
      case (nil, _?): false
      case (_?, nil): true
      default: a.place < b.place
      }
    }.map(\.row)
  }

  private enum Key: Comparable {
    case number(Double)
    case text(String)
  }

  private static func key(of fact: Fact, _ order: FactListing.Order) -> Key? {
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
