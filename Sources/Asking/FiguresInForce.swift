import Facts

/// Chooses, of the figures for a subject, those that hold now and those of the widest market.
struct FiguresInForce {
  let query: Query

  init(_ query: Query) { self.query = query }

  func of(_ rows: [Candidate]) -> [Candidate] {
    var rows = rows
    if query.includesForecasts { rows = choose(rows, by: \.subject) { preferred($0, \.isTarget) } }
    if query.standing == .planned {
      rows = choose(rows, by: \.subject) { preferred($0) { $0.status == .planned } }
    }
    rows = query.period == nil ? holdingNow(rows) : reportedFirst(rows)
    return query.market == nil || query.market == "001" ? byMarket(rows) : rows
  }

  /// For each subject, market, attribute and unit the undated figures, reported ones before plans; where there are
  /// none, the latest reported one, else the latest.
  private func holdingNow(_ rows: [Candidate]) -> [Candidate] {
    choose(rows, by: { $0.subject + "|" + ($0.market ?? "") + "|" + $0.sort }) { group in
      let undated = group.filter { !$0.isDated }
      if !undated.isEmpty { return preferActual(undated) }
      let dated = preferActual(group)
      let latest = dated.map(age).max()
      return dated.filter { age($0) == latest }
    }
  }

  /// Of figures of one period, the reported ones where there are any.
  private func reportedFirst(_ rows: [Candidate]) -> [Candidate] {
    switch query.kind {
    case .sales, .storeCount, .capacity: break
    default: return rows
    }
    guard query.standing == .any else { return rows }
    return choose(
      rows, by: { $0.subject + "|" + ($0.market ?? "") + "|" + $0.sort + "|" + $0.days }, preferActual)
  }

  /// For each subject, attribute and unit the worldwide figures or those without a market; else those of the markets.
  func byMarket(_ rows: [Candidate]) -> [Candidate] {
    choose(rows, by: { ($0.isTarget ? "target|" : "") + $0.subject + "|" + $0.sort }) { group in
      if query.market == "001" { return preferred(group) { $0.market == "001" } }
      return preferred(group) { $0.market == nil || $0.market == "001" }
    }
  }

  private func preferActual(_ rows: [Candidate]) -> [Candidate] { preferred(rows) { $0.status == .actual } }

  /// Those that pass the test, or all where none does.
  private func preferred(_ rows: [Candidate], _ test: (Candidate) -> Bool) -> [Candidate] {
    let passing = rows.filter(test)
    return passing.isEmpty ? rows : passing
  }

  /// What is chosen of each group, in the order that the rows had.
  private func choose(
    _ rows: [Candidate], by key: (Candidate) -> String, _ pick: ([Candidate]) -> [Candidate]
  )
    -> [Candidate]
  {
    var groups: [String: [Candidate]] = [:]
    for row in rows { groups[key(row), default: []].append(row) }
    guard groups.count < rows.count || rows.isEmpty else { return rows }
    let chosen = Set(groups.values.flatMap(pick).map(\.id))
    return rows.filter { chosen.contains($0.id) }
  }

  /// Later figures are greater; one without an end is latest.
  private func age(_ row: Candidate) -> String { (row.last.isEmpty ? "9999" : row.last) + row.first }
}
