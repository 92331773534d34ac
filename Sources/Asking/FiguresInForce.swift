import Facts

/// Chooses, of the figures for a subject, those that hold now and those of the widest market.
struct FiguresInForce {
  let query: Query

  init(_ query: Query) { self.query = query }

  func of(_ rows: [FactRow]) -> [FactRow] {
    var rows = rows
    if query.includesForecasts { rows = targetsBeforeForecasts(rows) }
    if query.standing == .planned { rows = plansBeforeForecasts(rows) }
    rows = query.period == nil ? holdingNow(rows) : reportedFirst(rows)
    return query.market == nil || query.market == "001" ? byMarket(rows) : rows
  }

  /// For each subject, market, attribute and unit the undated figures, reported ones before plans; where there are
  /// none, the latest reported one, else the latest.
  private func holdingNow(_ rows: [FactRow]) -> [FactRow] {
    choose(rows, by: { subject($0) + "|" + ($0.fact.market ?? "") + "|" + sort($0) }) { group in
      let undated = group.filter { $0.fact.when == nil }
      if !undated.isEmpty { return preferActual(undated) }
      let reported = group.filter { $0.fact.status == .actual }
      let dated = reported.isEmpty ? group : reported
      let latest = dated.map(age).max { $0.lexicographicallyPrecedes($1) }
      return dated.filter { age($0) == latest }
    }
  }

  /// Of figures of one period, the reported ones where there are any.
  private func reportedFirst(_ rows: [FactRow]) -> [FactRow] {
    guard query.standing == .any, query.kind != .salesTarget, query.kind != .price, query.kind != .range
    else { return rows }
    return choose(
      rows,
      by: { row in
        subject(row) + "|" + (row.fact.market ?? "") + "|" + sort(row) + "|" + age(row).joined(separator: "/")
      }, preferActual)
  }

  /// For each subject, attribute and unit the worldwide figures or those without a market; else those of the markets.
  func byMarket(_ rows: [FactRow]) -> [FactRow] {
    choose(rows, by: { subject($0) + "|" + $0.fact.kind.rawValue + "|" + sort($0) }) { group in
      if query.market == "001" {
        let worldwide = group.filter { $0.fact.market == "001" }
        return worldwide.isEmpty ? group : worldwide
      }
      let wide = group.filter { $0.fact.market == nil || $0.fact.market == "001" }
      return wide.isEmpty ? group : wide
    }
  }

  private func targetsBeforeForecasts(_ rows: [FactRow]) -> [FactRow] {
    choose(rows, by: subject) { group in
      let targets = group.filter { $0.fact.kind == .salesTarget }
      return targets.isEmpty ? group : targets
    }
  }

  private func plansBeforeForecasts(_ rows: [FactRow]) -> [FactRow] {
    choose(rows, by: subject) { group in
      let plans = group.filter { $0.fact.status == .planned }
      return plans.isEmpty ? group : plans
    }
  }

  private func preferActual(_ rows: [FactRow]) -> [FactRow] {
    let actual = rows.filter { $0.fact.status == .actual }
    return actual.isEmpty ? rows : actual
  }

  /// What is chosen of each group, in the order that the rows had.
  private func choose(_ rows: [FactRow], by key: (FactRow) -> String, _ pick: ([FactRow]) -> [FactRow])
    -> [FactRow]
  {
    var groups: [String: [FactRow]] = [:]
    for row in rows { groups[key(row), default: []].append(row) }
    guard groups.count < rows.count else {
      return rows.isEmpty ? [] : groups.values.flatMap(pick).sorted(like: rows)
    }
    return groups.values.flatMap(pick).sorted(like: rows)
  }

  private func subject(_ row: FactRow) -> String {
    nameKey(row.fact.manufacturer ?? "") + "|" + nameKey(row.fact.model ?? "")
  }

  private func sort(_ row: FactRow) -> String { (row.fact.attribute ?? "") + "|" + (row.fact.unit ?? "") }

  private func age(_ row: FactRow) -> [String] {
    [row.fact.when?.last?.description ?? "9999", row.fact.when?.first?.description ?? ""]
  }
}

extension [FactRow] {
  /// The rows in the order that they have in `other`.
  fileprivate func sorted(like other: [FactRow]) -> [FactRow] {
    let places = Dictionary(
      other.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    return sorted { (places[$0.id] ?? 0) < (places[$1.id] ?? 0) }
  }
}
