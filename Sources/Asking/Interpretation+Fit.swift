import Facts

extension Interpretation {
  /// The last choices, when all else is known.
  mutating func finish(_ query: inout Query) {
    widenEnds(&query)
    if query.kind == .price || query.kind == .range { query.unit = query.comparison?.unit }
    // One of several that are named wins; nothing is counted there.
    if query.order != nil, query.subjects.count > 1 { query.isCount = false }
  }

  /// Finds the pieces that the query has no place for: an answer without them would answer another question.
  mutating func findMisfits(_ query: Query) {
    let allowed = Self.common.union(Self.own(query.kind)).union(
      query.form == .attainment ? [.reach, .target, .sold] : [])
    for (number, piece) in pieces.enumerated() {
      guard case .words(let roles) = piece.meaning else { continue }
      var rest = roles.subtracting(allowed)
      if query.form == .history { rest.remove(.change) }
      // "Hit the road" and "hit its target".
      if roles.contains(.anyMilestone), roles.contains(.reach) {
        rest.remove(query.form == .attainment ? .anyMilestone : .reach)
      }
      // "Kommt der CLA weiter", "à combien sort la Spring": what a car does, and no step of its life.
      if roles.contains(.anyMilestone), isFigureOfSpeech(query) { rest.remove(.anyMilestone) }
      if roles.contains(.filler) { rest = [] }
      if !rest.isEmpty, !used.contains(number) { misfits.insert(number) }
      // "Before" and "after" must have found their date.
      if !roles.isDisjoint(with: [.before, .after]), !roles.contains(.filler), !used.contains(number),
        relations[number] == nil
      {
        misfits.insert(number)
      }
      if roles.contains(.when), query.kind.isNumeric { misfits.insert(number) }
      if !roles.isDisjoint(with: [.most, .least, .ranking]), !roles.contains(.filler), query.order == nil,
        query.comparison == nil
      {
        misfits.insert(number)
      }
    }
    if roles.compactMap(\.bodyType).count > 1 {
      for number in pieces.indices where roles(at: number).contains(where: { $0.bodyType != nil }) {
        misfits.insert(number)
      }
    }
    // "Who has more dealers, A or B" needs the more or less: all figures of both would not say who.
    if query.kind.isNumeric, query.subjects.count > 1, query.order == nil, query.comparison == nil,
      query.form == .facts
    {
      for number in pieces.indices where roles(at: number) == [.who] { misfits.insert(number) }
    }
    // "How much" asks for a figure.
    if query.kind == .launch || query.kind == .marketEntry {
      for number in pieces.indices where roles(at: number) == [.howMuch] { misfits.insert(number) }
    }
    // "Who makes the SU7" asks for no figure.
    if query.kind.countsVehicles, query.asked == .makers, query.order == nil, query.comparison == nil,
      query.subjects.contains(where: { $0.model != nil })
    {
      for number in pieces.indices where roles(at: number).contains(.who) { misfits.insert(number) }
    }
    let wantsSubject = query.form != .facts
    if wantsSubject, query.subjects.isEmpty {
      for number in pieces.indices where !roles(at: number).isDisjoint(with: [.reach, .change]) {
        misfits.insert(number)
      }
    }
  }

  /// Whether a verb of coming and going says what a car costs or how far it goes.
  private func isFigureOfSpeech(_ query: Query) -> Bool {
    guard query.period == nil else { return false }
    return query.kind == .price && has(.howMuch) || query.kind == .range && query.market == nil
  }

  private static let common: Set<QuestionRole> = [
    .filler, .howBig, .doing, .chart, .which, .who, .when, .howMany, .howMuch, .model, .maker, .vehicle,
    .market, .now,
    .actual, .plan,
    .within, .by, .real, .news, .end, .origin,
    .from, .before, .after, .or, .and, .compare, .most, .least, .ranking, .over, .under, .atLeast, .atMost,
    .between, .total,
  ]

  private static let bodies: Set<QuestionRole> = Set(QuestionRole.allCases.filter { $0.bodyType != nil })

  /// The roles that have a place in questions about a kind.
  private static func own(_ kind: FactKind) -> Set<QuestionRole> {
    switch kind {
    case .launch:
      bodies.union([
        .begin, .open, .sold, .deliveries, .produced, .orders, .anyMilestone, .unveil, .presale, .launch,
        .delivery,
        .production, .discontinue, .forecast,
      ])
    case .salesTarget:
      bodies.union([.target, .forecast, .sold, .deliveries, .registrations, .produced, .orders, .exports])
    case .sales: bodies.union([.forecast, .sold, .deliveries, .registrations, .produced, .orders, .exports])
    case .storeCount: [.store, .dealer, .service, .anyOutlet, .outlet, .target, .forecast, .open]
    case .price: bodies.union([.price, .startPrice, .listPrice, .presalePrice])
    case .range: bodies.union([.range, .howFar, .wltp, .cltc, .epa, .nedc])
    case .capacity: [.capacity, .produced, .perYear]
    case .marketEntry: [.entry, .begin, .sold, .anyMilestone, .launch, .forecast]
    case .bodyType: bodies.union([.body])
    }
  }
}
