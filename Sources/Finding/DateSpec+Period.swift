import Facts

/// What a date means once the day of publication is known.
extension DateSpec {
  /// Where a date without a year lies, seen from the day of publication.
  public enum Direction: Sendable { case past, future, nearest }

  /// The period it means.
  ///
  /// - Parameters:
  ///   - published: the day that relative dates count from; without it they are `nil`.
  ///   - direction: which year a month without one lies in.
  ///   - context: the period before it in the text, for "the same month".
  public func period(published: Day?, direction: Direction, context: Period?) -> Period? {
    if anaphor != nil { return referred(published: published, direction: direction, context: context) }
    if let end = spanEnd.first { return span(to: end, published, direction, context) }
    guard let value = value(published, direction, context) else { return nil }
    switch bound {
    case .none: return Period(value)
    case .by: return Period("../" + DateSpec.edge(value, opens: false))
    case .from, .since, .notBefore: return Period(DateSpec.edge(value, opens: true) + "/..")
    }
  }

  func span(to end: DateSpec, _ published: Day?, _ direction: Direction, _ context: Period?)
    -> Period?
  {
    var begin = self
    begin.spanEnd = []
    var last = end
    if begin.year == nil, begin.yearOffset == nil, begin.relativeUnit == nil {
      begin.year = end.year
      begin.yearOffset = end.yearOffset
    }
    if last.year == nil, last.yearOffset == nil, last.relativeUnit == nil {
      last.year = begin.year
      last.yearOffset = begin.yearOffset
    }
    guard let b = last.value(published, direction, context), let ending = Period(b)?.last else { return nil }
    guard let a = begin.value(published, .past, context), var beginning = Period(a)?.first else { return nil }
    var from = a
    // "from January to September", both without a year: the beginning lies before the end.
    while beginning > ending, begin.year == nil, begin.yearOffset == nil,
      let earlier = Period(from).flatMap({ DateSpec.shifted($0, by: -1) }), let day = earlier.first
    {
      from = earlier.description
      beginning = day
    }
    if begin.year == nil, begin.yearOffset == nil, begin.relativeUnit == nil,
      ending.year - beginning.year >= 1, begin.month != nil, last.month != nil,
      (begin.month ?? 0) <= (last.month ?? 0),
      let later = Period(from).flatMap({ DateSpec.shifted($0, by: ending.year - beginning.year) })
    {
      from = later.description
    }
    return Period(from + "/" + b)
  }

  func value(_ published: Day?, _ direction: Direction, _ context: Period?) -> String? {
    guard var bare = bareValue(published, direction, context) else { return nil }
    // What has happened at "year-end" has not happened at one to come.
    if part != nil, relativeUnit == .year, relativeOffset == 0, direction == .past, let published,
      let year = Int(bare), let start = Period((part ?? "") + ":" + bare)?.first, start > published
    {
      bare = pad(year - 1)
    }
    guard let part else { return bare }
    return bare.hasPrefix("START:") || bare.hasPrefix("MID:") || bare.hasPrefix("END:")
      ? bare : part + ":" + bare
  }

  func bareValue(_ published: Day?, _ direction: Direction, _ context: Period?) -> String? {
    if let relativeUnit, let published {
      return relativeValue(relativeUnit, published)
    }
    if relativeUnit != nil { return nil }
    if let firstCount, let firstUnit {
      guard let y = yearValue(published, direction, context, month: nil) else { return nil }
      let months = firstUnit == .quarter ? firstCount * 3 : firstUnit == .half ? firstCount * 6 : firstCount
      guard firstUnit != .year, firstUnit != .day, firstUnit != .week, (1...12).contains(months) else {
        return nil
      }
      if firstUnit == .quarter, firstCount == 1 { return pad(y) + "-Q1" }
      return months == 6 ? pad(y) + "-H1" : pad(y) + "-01/" + pad(y) + "-" + pad2(months)
    }
    if let weekday, month == nil { return weekdayValue(weekday, published, direction) }
    if let monthOffset, let day, let published {
      let index = published.year * 12 + published.month - 1 + monthOffset
      return Day(year: index / 12, month: index % 12 + 1, day: day)?.description
    }
    if let month {
      guard let y = yearValue(published, direction, context, month: month) else { return nil }
      if let day, Day(year: y, month: month, day: day) != nil {
        return pad(y) + "-" + pad2(month) + "-" + pad2(day)
      }
      return pad(y) + "-" + pad2(month)
    }
    if let quarter {
      return yearValue(published, direction, context, month: quarter * 3).map { pad($0) + "-Q\(quarter)" }
    }
    if let half {
      return yearValue(published, direction, context, month: half * 6).map { pad($0) + "-H\(half)" }
    }
    if let season {
      let middle = season == "SP" ? 4 : season == "SU" ? 7 : season == "FA" ? 10 : 12
      return yearValue(published, direction, context, month: middle).map { pad($0) + "-" + season }
    }
    return yearValue(published, direction, context, month: nil).map(pad)
  }

  /// "this Friday" lies in the week of publication, "next Friday" behind it, and a bare one on the side of the direction.
  private func weekdayValue(_ weekday: Int, _ published: Day?, _ direction: Direction) -> String? {
    guard let published else { return nil }
    let monday = published.number - published.weekday
    if let week { return Day(number: monday + 7 * week + weekday).description }
    var back = (published.weekday - weekday + 7) % 7
    switch turn {
    case 1: back -= 7
    case 0:
      back = published.weekday - weekday
      if direction == .past, back < 0 { back += 7 }
      if direction == .future, back > 0 { back -= 7 }
    case -1: if back == 0 { back = 7 }
    default: if direction == .future, back > 0 { back -= 7 }
    }
    return Day(number: published.number - back).description
  }

  func relativeValue(_ unit: Unit, _ published: Day) -> String? {
    let offset = relativeOffset
    switch unit {
    case .day: return Day(number: published.number + offset).description
    case .week:
      let monday = published.number - published.weekday + 7 * offset
      return Day(number: monday).description + "/" + Day(number: monday + 6).description
    case .month:
      let index = published.year * 12 + published.month - 1 + offset
      return pad(index / 12) + "-" + pad2(index % 12 + 1)
    case .quarter:
      let index = published.year * 4 + (published.month - 1) / 3 + offset
      return pad(index / 4) + "-Q\(index % 4 + 1)"
    case .half:
      let index = published.year * 2 + (published.month - 1) / 6 + offset
      return pad(index / 2) + "-H\(index % 2 + 1)"
    case .year: return pad(published.year + offset)
    }
  }

  func yearValue(_ published: Day?, _ direction: Direction, _ context: Period?, month: Int?) -> Int? {
    if let year { return year }
    guard let published else { return nil }
    if let yearOffset { return published.year + yearOffset }
    guard let month else { return published.year }
    let here = published.month
    if let turn {
      // "next summer" in June is that of the next year.
      if season != nil, season != "WI", turn > 0 {
        return month - 1 <= here ? published.year + 1 : published.year
      }
      if season != nil, season != "WI", turn < 0 {
        return month + 1 >= here ? published.year - 1 : published.year
      }
      if turn == 0 { return published.year }
      // "last March" in November is this year's, in March or before the one before.
      if turn < 0 { return month >= here ? published.year - 1 : published.year }
      return month <= here ? published.year + 1 : published.year
    }
    switch direction {
    case .past:
      return (quarter != nil || half != nil ? month - (half != nil ? 5 : 2) > here : month > here)
        ? published.year - 1 : published.year
    case .future: return month < here ? published.year + 1 : published.year
    case .nearest:
      if month > here + 6 { return published.year - 1 }
      if month < here - 8 { return published.year + 1 }
      return published.year
    }
  }

  func pad(_ year: Int) -> String { Day.padded(year, 4) }
  func pad2(_ number: Int) -> String { Day.padded(number, 2) }

  /// The same period some years earlier or later.
  public static func shifted(_ period: Period, by years: Int) -> Period? {
    var out = ""
    var digits = ""
    // Every run of four digits in a value in normal form is a year.
    for character in period.description + "\n" {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if digits.count == 4, let year = Int(digits) {
        out += Day.padded(year + years, 4)
      } else {
        out += digits
      }
      digits = ""
      if character != "\n" { out.append(character) }
    }
    return Period(out)
  }
}
