import Facts

extension Query {
  /// The facts that answer the question, in the order asked for, of the rows that ``candidates(catalogue:)`` gives.
  public func choice(of candidates: [Candidate]) -> [Int64] { chosen(of: candidates).map(\.id) }

  func chosen(of candidates: [Candidate]) -> [Candidate] {
    switch form {
    case .history: return candidates
    case .attainment: return attainment(of: candidates.sorted(by: precedes))
    case .facts: break
    }
    var rows = candidates
    if kind.isNumeric {
      rows.removeAll { $0.value == nil }
      if !allClaims { rows = FiguresInForce(self).of(rows) }
      if let comparison {
        rows.removeAll { row in row.value.map { !comparison.admits($0, unit: row.unit) } ?? true }
      }
    }
    if asked == .models || asked == .makers, kind == .launch || kind == .bodyType || kind == .marketEntry {
      // The order does not change which row stands for a subject, and few rows are put in order faster than many.
      rows = onePerSubject(rows)
    }
    rows.sort(by: precedes)
    if asked == .dates, rows.contains(where: \.isDated) { rows.removeAll { !$0.isDated } }
    if let order { return Ranking(query: self, order: order).of(rows) }
    return asked == .models || asked == .makers || asked == .markets ? onePerSubject(rows) : rows
  }

  /// What a row is counted by.
  func subjectKey(of row: Candidate) -> String {
    switch asked {
    case .makers: row.maker
    case .markets: row.market ?? ""
    case .facts, .models, .dates: row.subject
    }
  }

  /// The first row of each subject; of a model's steps, going on sale says most.
  private func onePerSubject(_ rows: [Candidate]) -> [Candidate] {
    var places: [String: Int] = [:]
    var out: [Candidate] = []
    for row in rows where asked != .markets || row.market != nil {
      let key = subjectKey(of: row)
      guard let place = places[key] else {
        places[key] = out.count
        out.append(row)
        continue
      }
      let ranks = kind == .launch ? (Self.rank(row), Self.rank(out[place])) : (0, 0)
      if ranks.0 < ranks.1 || ranks.0 == ranks.1 && precedes(row, out[place]) { out[place] = row }
    }
    return out
  }

  /// The order that answers have; later equal ones are told apart by their numbers.
  private func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    func byName() -> Bool {
      (a.maker, a.model, dated ? "" : a.first, a.id) < (b.maker, b.model, dated ? "" : b.first, b.id)
    }
    let dated = kind == .launch || kind == .marketEntry
    if dated {
      if a.first.isEmpty != b.first.isEmpty { return b.first.isEmpty }
      if a.first != b.first { return a.first < b.first }
      return a.last == b.last ? byName() : a.last < b.last
    }
    let (x, y) = (a.value ?? 0, b.value ?? 0)
    guard let order, x != y else { return byName() }
    return order == .ascending ? x < y : x > y
  }

  private static func rank(_ row: Candidate) -> Int { ranks[row.attribute] ?? ranks.count }

  private static let ranks: [String: Int] = {
    let order: [Milestone] = [.launch, .delivery, .presale, .unveil, .production, .discontinue]
    return Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element.rawValue, $0.offset) })
  }()

  /// Targets that have a reported figure of their very period, and these figures.
  private func attainment(of rows: [Candidate]) -> [Candidate] {
    func key(_ row: Candidate) -> String { row.subject + "|" + row.days }
    let targets = rows.filter(\.isTarget)
    let reported = rows.filter { !$0.isTarget }
    let both = Set(targets.map(key)).intersection(reported.map(key))
    guard !both.isEmpty else { return period == nil ? [] : targets + reported }
    let inForce = FiguresInForce(self)
    return inForce.byMarket(targets.filter { both.contains(key($0)) })
      + inForce.byMarket(reported.filter { both.contains(key($0)) })
  }
}
