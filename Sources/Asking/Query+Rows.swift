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
    let isOnePerSubject = asked == .models || asked == .makers || asked == .markets
    // Few rows are put in order faster than many, so those that stand for nobody go first.
    if order == nil, isOnePerSubject { rows = onePerSubject(rows) }
    if asked == .dates, rows.contains(where: \.isDated) { rows.removeAll { !$0.isDated } }
    if let order { return Ranking(query: self, order: order).of(rows) }
    return rows.sorted(by: precedes)
  }

  /// What a row is counted by.
  func rowSubject(of row: Candidate) -> RowSubject {
    switch asked {
    case .makers: RowSubject(maker: row.maker, model: "")
    case .markets: RowSubject(maker: row.market ?? "", model: "")
    case .facts, .models, .dates: RowSubject(maker: row.maker, model: row.model)
    }
  }

  /// The first row of each subject; of a model's steps, going on sale says most.
  private func onePerSubject(_ rows: [Candidate]) -> [Candidate] {
    var places: [RowSubject: Int] = [:]
    var out: [Candidate] = []
    for row in rows where asked != .markets || row.market != nil {
      let key = rowSubject(of: row)
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
    guard kind == .launch || kind == .marketEntry else { return precedesByName(a, b) }
    if a.first.isEmpty != b.first.isEmpty { return b.first.isEmpty }
    if a.first != b.first { return a.first < b.first }
    if a.last != b.last { return a.last < b.last }
    return precedesByName(a, b)
  }

  /// The order by maker, model, and, of figures, date.
  func precedesByName(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.maker != b.maker { return a.maker < b.maker }
    if a.model != b.model { return a.model < b.model }
    if order == nil, a.first != b.first { return a.first < b.first }
    return a.id < b.id
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

/// Whom or what a row of an answer stands for.
struct RowSubject: Hashable {
  var maker: String
  var model: String
}
