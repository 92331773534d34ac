import Facts
import Finding

extension Interpretation {
  /// The time that is asked about; a second time is a misfit.
  mutating func readPeriod(_ query: inout Query) {
    var isFound = false
    for (number, piece) in pieces.enumerated() {
      guard case .date(let mention) = piece.meaning else { continue }
      if isFound {
        misfits.insert(number)
        continue
      }
      isFound = true
      var spec = mention.spec
      spec.bound = .none
      // "How many dealers does it have today" asks what holds now.
      if query.kind.isNumeric, let (unit, offset) = spec.relative, unit == .day, offset == 0 { continue }
      let looksBack = query.kind == .sales || has(.actual)
      guard let period = spec.period(published: today, direction: looksBack ? .past : .future, context: nil),
        !period.isOpen
      else {
        misfits.insert(number)
        continue
      }
      query.period = limit(period, mention.spec, at: number)
    }
  }

  private mutating func limit(_ period: Period, _ spec: DateSpec, at number: Int) -> PeriodLimit {
    let isSpan = !spec.spanEnd.isEmpty
    var relation: PeriodLimit.Relation = .within
    if !isSpan {
      if let (said, at) = saidRelation(at: number) {
        relation = said
        if let at { used.insert(at) }
      } else {
        switch spec.bound {
        case .by: relation = .by
        case .from, .since, .notBefore: relation = .from
        case .none: break
        }
      }
    }
    // "Before the end of 2025" is by then.
    if relation == .before, period.description.hasPrefix("END:") { relation = .by }
    return PeriodLimit(period, relation)
  }

  /// What is planned for the end of a year is often told as by then.
  mutating func widenEnds(_ query: inout Query) {
    guard query.kind == .storeCount || query.kind == .capacity, let limit = query.period else { return }
    if limit.relation == .within, limit.period.description.hasPrefix("END:") { query.period?.relation = .by }
  }

  /// How the date lies by the words within its span, or directly before or behind it.
  private func saidRelation(at number: Int) -> (PeriodLimit.Relation, Int?)? {
    if let inner = relations[number] { return (inner, nil) }
    for step in [-1, 1] {
      guard let at = neighbour(of: number, step: step) else { continue }
      let here = roles(at: at)
      let found = here.compactMap(\.relation).filter { $0 != .within }
      // Only Chinese says how the date lies behind it.
      if let relation = found.first, step == -1 || language == .chinese { return (relation, at) }
    }
    return nil
  }
}
