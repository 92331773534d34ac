import Facts

/// From where to where a claim says the value or the date to be; claims whose ranges meet agree.
///
/// Values are in thousandths and reach as far as rounding does: "130,000" is anything that rounds to it by ten
/// thousands, so 129,800 agrees with it. A bare number is taken to be meant to two digits at least ("700 km" is not
/// 650), a hedged one ("about 5 million") as far as its zeros go. Dates are in days, body types are apart from each
/// other. Cancelled claims say nothing, nor do launches and entries without a date.
struct SaidRange: Equatable {
  var low: Int64
  var high: Int64

  /// What `fact` says, or `nil` where it says nothing that another could contradict.
  init?(_ fact: Fact) {
    guard fact.status != .cancelled else { return nil }
    switch fact.kind {
    case .launch, .marketEntry:
      guard let when = fact.when else { return nil }
      low = when.first.map { Int64($0.number) } ?? Self.farthest.low
      high = when.last.map { Int64($0.number) } ?? Self.farthest.high
    case .bodyType:
      guard let attribute = fact.attribute, let type = BodyType(rawValue: attribute),
        let place = BodyType.allCases.firstIndex(of: type)
      else { return nil }
      low = Int64(place)
      high = low
    case .salesTarget, .sales, .storeCount, .price, .range, .capacity:
      guard let value = fact.value, let number = Self.thousandths(value) else { return nil }
      let grain = Self.grain(of: number, qualifier: fact.qualifier)
      let top = fact.valueMax.flatMap(Self.thousandths) ?? number
      let topGrain = top == number ? grain : Self.grain(of: top, qualifier: fact.qualifier)
      // "More than" reaches a whole step up, "less than" a whole step down.
      let reachesUp = fact.qualifier == .moreThan || fact.qualifier == .atLeast
      let reachesDown = fact.qualifier == .lessThan || fact.qualifier == .atMost
      low = number - (reachesDown ? grain : grain / 2)
      high = max(number, top) + (reachesUp ? topGrain : (topGrain + 1) / 2) - 1
    }
  }

  init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }

  /// The range from the lower beginning to the higher end.
  func joined(_ other: SaidRange) -> SaidRange {
    SaidRange(low: min(low, other.low), high: max(high, other.high))
  }

  /// Beyond every date.
  private static let farthest = SaidRange(low: -1_000_000_000, high: 1_000_000_000)

  private static func thousandths(_ value: Double) -> Int64? {
    // Beyond 10^12 no vehicle, shop, price or distance is counted.
    guard value.isFinite, abs(value) < 1e12 else { return nil }
    return Int64((value * 1000).rounded())
  }

  /// The step that a number is rounded to: as many zeros as it ends in.
  private static func grain(of number: Int64, qualifier: Qualifier?) -> Int64 {
    guard number != 0 else { return 1 }
    var grain: Int64 = 1
    while number % (grain * 10) == 0 { grain *= 10 }
    let isBare = qualifier == nil || qualifier == .exact || qualifier == .atLeast || qualifier == .between
    // "5,000" has one digit before its zeros: a bare one is exact to the hundred.
    if isBare, grain > 1, abs(number) / grain < 10 { grain /= 10 }
    return grain
  }
}
