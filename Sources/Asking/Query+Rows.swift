import Facts

extension Query {
  /// The rows that answer the question, in the order asked for, of those that the statement gives.
  public func rows(of candidates: [FactRow]) -> [FactRow] {
    switch form {
    case .history: return candidates
    case .attainment: return attainment(of: candidates)
    case .facts: break
    }
    var rows = candidates
    if kind.isNumeric {
      if !allClaims { rows = FiguresInForce(self).of(rows) }
      if let comparison {
        rows.removeAll { row in row.fact.value.map { !comparison.admits($0, unit: row.fact.unit) } ?? true }
      }
    }
    if asked == .dates, rows.contains(where: { $0.fact.when != nil }) {
      rows.removeAll { $0.fact.when == nil }
    }
    if let order { return Ranking(query: self, order: order).of(rows) }
    return asked == .models || asked == .makers || asked == .markets ? onePerSubject(rows) : rows
  }

  /// What a row is counted by.
  func subjectKey(of row: FactRow) -> String {
    let maker = nameKey(row.fact.manufacturer ?? "")
    return switch asked {
    case .makers: maker
    case .markets: row.fact.market ?? ""
    case .facts, .models, .dates: maker + "|" + nameKey(row.fact.model ?? "")
    }
  }

  /// The first row of each subject; of a model's steps, going on sale says most.
  private func onePerSubject(_ rows: [FactRow]) -> [FactRow] {
    var places: [String: Int] = [:]
    var out: [FactRow] = []
    for row in rows where asked != .markets || row.fact.market != nil {
      let key = subjectKey(of: row)
      guard let place = places[key] else {
        places[key] = out.count
        out.append(row)
        continue
      }
      if kind == .launch, rank(row) < rank(out[place]) { out[place] = row }
    }
    return out
  }

  private func rank(_ row: FactRow) -> Int {
    let order: [Milestone] = [.launch, .delivery, .presale, .unveil, .production, .discontinue]
    return order.firstIndex { $0.rawValue == row.fact.attribute } ?? order.count
  }

  /// Targets that have a reported figure of their very period, and these figures.
  private func attainment(of rows: [FactRow]) -> [FactRow] {
    func key(_ row: FactRow) -> String {
      let days =
        row.fact.when.map { ($0.first?.description ?? "") + "/" + ($0.last?.description ?? "") } ?? ""
      return nameKey(row.fact.manufacturer ?? "") + "|" + nameKey(row.fact.model ?? "") + "|" + days
    }
    let targets = rows.filter { $0.fact.kind == .salesTarget }
    let reported = rows.filter { $0.fact.kind == .sales }
    let both = Set(targets.map(key)).intersection(reported.map(key))
    guard !both.isEmpty else { return period == nil ? [] : targets + reported }
    let inForce = FiguresInForce(self)
    return inForce.byMarket(targets.filter { both.contains(key($0)) })
      + inForce.byMarket(reported.filter { both.contains(key($0)) })
  }
}
