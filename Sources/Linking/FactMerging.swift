import Facts

/// One statement is one fact: of facts that say the same, the most complete is kept.
enum FactMerging {
  static func merged(_ facts: [Fact]) -> [Fact] {
    var best: [Key: Int] = [:]
    var out: [Fact?] = []
    for fact in facts {
      let key = Key(fact)
      if let i = best[key], let other = out[i] {
        if rank(fact) > rank(other) { out[i] = fact }
        continue
      }
      best[key] = out.count
      out.append(fact)
    }
    let all = out.compactMap { $0 }
    // A launch without a date says nothing beside one of the same milestone with a date.
    let list = all.filter { fact in
      !(fact.kind == .launch && fact.when == nil && fact.status != .cancelled
        && all.contains {
          $0.kind == .launch && $0.when != nil && $0.manufacturer == fact.manufacturer
            && $0.model == fact.model && $0.attribute == fact.attribute
        })
    }
    return withoutRivals(list).sorted {
      ($0.span?.start ?? 0, $0.kind.rawValue, $0.model ?? "", $0.attribute ?? "", $0.market ?? "") < (
        $1.span?.start ?? 0, $1.kind.rawValue, $1.model ?? "", $1.attribute ?? "", $1.market ?? ""
      )
    }
  }

  /// A model passes a milestone once in a market: of several dates for it only those stay that are about as sure as the surest.
  private static func withoutRivals(_ facts: [Fact]) -> [Fact] {
    facts.filter { fact in
      guard fact.kind == .launch || fact.kind == .marketEntry || fact.kind == .bodyType,
        let confidence = fact.confidence
      else { return true }
      return !facts.contains { other in
        other.kind == fact.kind && other.manufacturer == fact.manufacturer && other.model == fact.model
          && (fact.kind == .launch
            ? other.attribute == fact.attribute
              && (other.market == fact.market || other.market == nil || fact.market == nil)
            : fact.kind == .marketEntry ? other.market == fact.market : true)
          && (other.confidence ?? 1) > confidence + 0.15
      }
    }
  }

  private struct Key: Hashable {
    var kind: FactKind
    var maker: String?
    var model: String?
    var value: Double?
    var valueMax: Double?
    var unit: String?
    var attribute: String?
    var when: String?
    var market: String?
    var cancelled: Bool

    init(_ fact: Fact) {
      kind = fact.kind
      maker = fact.manufacturer
      model = fact.model
      value = fact.value
      valueMax = fact.valueMax
      unit = fact.unit
      cancelled = fact.status == .cancelled
      switch fact.kind {
      case .launch:
        attribute = fact.attribute
        when = fact.when?.description
      case .marketEntry: market = fact.market
      case .bodyType: attribute = fact.attribute
      case .sales, .salesTarget: when = fact.when?.description
      case .capacity, .storeCount: market = nil
      case .price, .range: break
      }
    }
  }

  private static func rank(_ fact: Fact) -> (Double, Double) {
    let complete =
      (fact.when == nil ? 0 : 1) + (fact.market == nil ? 0 : 0.5) + (fact.attribute == nil ? 0 : 0.3)
    return ((fact.confidence ?? 0) + complete * 0.1, complete)
  }
}
