import Facts
import Finding

extension Interpretation {
  /// Bounds of values, and how many rows of an order are wanted.
  mutating func readNumbers(_ query: inout Query) {
    var bounds: [(number: Int, value: Double)] = []
    for (number, piece) in pieces.enumerated() {
      guard case .number(let found) = piece.meaning else { continue }
      if case .percent = found.sort { misfits.insert(number) }
      let sign = comparator(of: number)
      // Another unit than those of the facts is a word of its own, and is placed or not.
      if sign == nil, found.sort == .plain || found.sort == .other, found.valueMax == nil, found.value >= 1,
        found.value <= 100,
        found.value == found.value.rounded(), query.order != nil, query.limit == nil
      {
        query.limit = Int(found.value)
        continue
      }
      guard query.kind.isNumeric, query.form == .facts else {
        misfits.insert(number)
        continue
      }
      var comparison = query.comparison ?? Comparison()
      if let unit = unit(of: found.sort, in: query) { comparison.unit = unit }
      if let high = found.valueMax {
        comparison.low = found.value
        comparison.high = high
        use(.between)
      } else {
        apply(sign?.role, found.value, to: &comparison)
        if let at = sign?.number { used.insert(at) }
        if sign?.role == .between || sign?.role == .and { bounds.append((number, found.value)) }
      }
      query.comparison = comparison
    }
    if bounds.count == 2 {
      query.comparison?.low = min(bounds[0].value, bounds[1].value)
      query.comparison?.high = max(bounds[0].value, bounds[1].value)
    } else if bounds.count == 1 {
      misfits.insert(bounds[0].number)
    }
    // "Five cars cost more than 30,000": a bound and an order are two questions.
    if query.comparison != nil, query.order != nil, query.limit == nil, !query.isRanking,
      query.subjects.count < 2, !hasPlainOrder
    {
      query.order = nil
    }
    for (number, piece) in pieces.enumerated() {
      guard case .words(let roles) = piece.meaning, !used.contains(number) else { continue }
      guard !roles.isDisjoint(with: [.over, .under, .atLeast, .atMost, .between]) else { continue }
      // "Entre" is "enters" as well as "between".
      if query.kind == .marketEntry, roles.contains(.entry) {
        used.insert(number)
        continue
      }
      // "Between BYD and Tesla, who sold more".
      if query.subjects.count >= 2, roles.contains(.between), bounds.isEmpty {
        used.insert(number)
        continue
      }
      // "Did BYD sell more than Tesla": two that are compared with each other.
      if query.subjects.count >= 2, query.kind.isNumeric, query.order == nil,
        roles.contains(.over) || roles.contains(.under)
      {
        query.order = roles.contains(.over) ? .descending : .ascending
      } else {
        misfits.insert(number)
      }
    }
  }

  /// Whether a word of order stands in the question that is no part of a comparison.
  private var hasPlainOrder: Bool {
    pieces.indices.contains { number in
      let here = roles(at: number)
      return !here.isDisjoint(with: [.most, .least]) && here.isDisjoint(with: [.over, .under])
    }
  }

  private func apply(_ role: QuestionRole?, _ value: Double, to comparison: inout Comparison) {
    switch role {
    case .over: (comparison.low, comparison.includesLow) = (value, false)
    case .atLeast: (comparison.low, comparison.includesLow) = (value, true)
    case .under: (comparison.high, comparison.includesHigh) = (value, false)
    case .atMost: (comparison.high, comparison.includesHigh) = (value, true)
    case .between, .and: break
    default: (comparison.low, comparison.high) = (value, value)
    }
  }

  private static let comparators: [QuestionRole] = [.over, .under, .atLeast, .atMost, .between]

  /// The word that compares with a number: before it, else behind it ("or more", 以上).
  private func comparator(of number: Int) -> (role: QuestionRole, number: Int)? {
    if let before = neighbour(of: number, step: -1) {
      let here = roles(at: before)
      if let role = Self.comparators.first(where: { here.contains($0) }) { return (role, before) }
      if here.contains(.and), has(.between) { return (.and, before) }
      if here.contains(.from), case .number(let found) = pieces[number].meaning, found.sort != .plain,
        found.sort != .other
      {
        return (.atLeast, before)
      }
    }
    // Counted things may stand between: "500,000 cars or more".
    var at = number + 1
    while pieces.indices.contains(at), at <= number + 3 {
      let here = roles(at: at)
      if let role = Self.comparators.first(where: { here.contains($0) && $0 != .between }), !isNumber(at + 1)
      {
        return (role, at)
      }
      guard here == [.filler] || here.contains(.vehicle) else { return nil }
      at += 1
    }
    return nil
  }

  private func isNumber(_ number: Int) -> Bool {
    guard pieces.indices.contains(number), case .number = pieces[number].meaning else { return false }
    return true
  }

  private mutating func use(_ role: QuestionRole) {
    for number in pieces.indices where roles(at: number).contains(role) { used.insert(number) }
  }

  /// The unit that a number is written with.
  private func unit(of sort: NumberMention.Sort, in query: Query) -> String? {
    switch sort {
    case .amount("$"):
      return ["CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD"][query.market ?? ""] ?? "USD"
    case .amount("¥"): return query.market == "JP" ? "JPY" : "CNY"
    case .amount(let code): return code
    case .distance(let unit): return unit
    default: return nil
    }
  }
}
