import Facts

/// Chooses, of the figures for a subject, those that hold now and those of the widest market.
struct FiguresInForce {
  let query: Query

  init(_ query: Query) { self.query = query }

  func of(_ rows: [Candidate]) -> [Candidate] {
    var rows = rows
    if query.includesForecasts {
      rows = choose(rows, { $0.isSameSubject(as: $1) }) { preferred($0, \.isTarget) }
    }
    if query.standing == .planned {
      rows = choose(rows, { $0.isSameSubject(as: $1) }) { preferred($0) { $0.status == .planned } }
    }
    rows = query.period == nil ? holdingNow(rows) : reportedFirst(rows)
    return query.market == nil || query.market == "001" ? byMarket(rows) : rows
  }

  /// For each subject, market, attribute and unit the undated figures, reported ones before plans; where there are
  /// none, the latest reported one, else the latest.
  private func holdingNow(_ rows: [Candidate]) -> [Candidate] {
    choose(rows, { $0.market == $1.market && $0.isSameSort(as: $1) }) { group in
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
      rows, { $0.market == $1.market && $0.first == $1.first && $0.last == $1.last && $0.isSameSort(as: $1) },
      preferActual)
  }

  /// For each subject, attribute and unit the worldwide figures or those without a market; else those of the markets.
  func byMarket(_ rows: [Candidate]) -> [Candidate] {
    choose(rows, { $0.isTarget == $1.isTarget && $0.isSameSort(as: $1) }) { group in
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

  /// What is chosen of each group, in the order that the rows had; rows of one group have one subject.
  private func choose(
    _ rows: [Candidate], _ areOneGroup: (Candidate, Candidate) -> Bool, _ pick: ([Candidate]) -> [Candidate]
  ) -> [Candidate] {
    var isChosen = [Bool](repeating: true, count: rows.count)
    var places: [RowSubject: [Int]] = [:]
    for (place, row) in rows.enumerated() {
      places[RowSubject(maker: row.maker, model: row.model), default: []].append(place)
    }
    // A subject has few figures, so they are compared with each other and not looked up.
    for ofSubject in places.values where ofSubject.count > 1 {
      var groups: [[Int]] = []
      for place in ofSubject {
        if let group = groups.firstIndex(where: { areOneGroup(rows[$0[0]], rows[place]) }) {
          groups[group].append(place)
        } else {
          groups.append([place])
        }
      }
      for group in groups where group.count > 1 {
        let chosen = Set(pick(group.map { rows[$0] }).map(\.id))
        for place in group where !chosen.contains(rows[place].id) { isChosen[place] = false }
      }
    }
    return isChosen.contains(false) ? rows.indices.filter { isChosen[$0] }.map { rows[$0] } : rows
  }

  /// Later figures are greater; one without an end is latest.
  private func age(_ row: Candidate) -> String { (row.last.isEmpty ? "9999" : row.last) + row.first }
}
