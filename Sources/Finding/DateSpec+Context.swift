import Facts

/// Dates that are told by another date: "the same month", "a year earlier", "the following spring".
extension DateSpec {
  func referred(published: Day?, direction: Direction, context: Period?) -> Period? {
    guard let anaphor else { return nil }
    var bare = self
    bare.anaphor = nil
    guard let context else {
      // "the following spring" with nothing before it counts from the day of publication.
      guard anaphor == .after || anaphor == .before else { return nil }
      bare.turn = anaphor == .after ? 1 : -1
      return bare.period(published: published, direction: direction, context: nil)
    }
    let first = context.first ?? context.last
    if anaphor == .same, let day, month == nil {
      guard let first, Day(year: first.year, month: first.month, day: day) != nil else { return nil }
      bare.year = first.year
      bare.month = first.month
      return bare.period(published: published, direction: direction, context: nil)
    }
    switch anaphor {
    case .same:
      if month != nil || quarter != nil || half != nil || season != nil || part != nil, year == nil {
        bare.year = first?.year
        return bare.period(published: published, direction: direction, context: nil)
      }
      // "the same period of 2024", "in the same month last year": what came before, in the year named.
      if let year = yearNamed(published), let begin = first?.year {
        return DateSpec.shifted(context, by: year - begin)
      }
      if anaphorUnit == .year, let first { return Period.year(first.year) }
      if anaphorUnit == .day { return context }
      // "the same month" after a day is its month.
      if let first, context.first == context.last { return Period.month(first.year, first.month) }
      return context
    case .yearBefore, .yearAfter:
      let step = anaphor == .yearBefore ? -1 : 1
      if month != nil || quarter != nil || half != nil || season != nil, let first {
        bare.year = first.year + step
        return bare.period(published: published, direction: direction, context: nil)
      }
      return DateSpec.shifted(context, by: step)
    case .after, .before: return beside(context, bare, later: anaphor == .after)
    case .shifted: return moved(context)
    }
  }

  private func yearNamed(_ published: Day?) -> Int? {
    if let year { return year }
    if let published, let yearOffset { return published.year + yearOffset }
    return nil
  }

  /// The nearest of the dates of a name before or behind the context.
  private func beside(_ context: Period, _ bare: DateSpec, later: Bool) -> Period? {
    guard let edge = later ? context.last ?? context.first : context.first ?? context.last else { return nil }
    var bare = bare
    for step in 0...1 {
      bare.year = edge.year + (later ? step : -step)
      guard let found = bare.period(published: nil, direction: .nearest, context: nil) else { return nil }
      if later, let begin = found.first ?? found.last, begin > edge { return found }
      if !later, let end = found.last ?? found.first, end < edge { return found }
    }
    return nil
  }

  /// The context some units on: "two years later", "un mes antes".
  private func moved(_ context: Period) -> Period? {
    guard let unit = relativeUnit else { return nil }
    if unit == .year { return DateSpec.shifted(context, by: relativeOffset) }
    guard let start = context.first ?? context.last else { return nil }
    switch unit {
    case .day: return Period(Day(number: start.number + relativeOffset).description)
    case .week: return Period(Day(number: start.number + 7 * relativeOffset).description)
    case .month, .quarter, .half:
      // A month on from a whole year is no month.
      guard let last = context.last, let first = context.first, last.number - first.number < 32 else {
        return nil
      }
      let months = unit == .month ? 1 : unit == .quarter ? 3 : 6
      let index = start.year * 12 + start.month - 1 + months * relativeOffset
      // A month behind the end of March is the end of April.
      if let colon = context.description.firstIndex(of: ":"), unit == .month {
        let name = Day.padded(index / 12, 4) + "-" + Day.padded(index % 12 + 1, 2)
        return Period(context.description[...colon] + name)
      }
      return Period.month(index / 12, index % 12 + 1)
    case .year: return nil
    }
  }

  /// The month that bounds an open span: "since late 2024" begins in December, "by mid-2026" ends in June.
  static func edge(_ value: String, opens: Bool) -> String {
    guard let colon = value.firstIndex(of: ":"),
      let whole = Period(String(value[value.index(after: colon)...])),
      let first = whole.first, let last = whole.last
    else { return value }
    let bare = String(value[value.index(after: colon)...])
    let length = (last.year - first.year) * 12 + last.month - first.month + 1
    var index = first.year * 12 + first.month - 1
    switch value[..<colon] {
    case "END":
      if !opens { return bare }
      index += length - 1
    case "MID": index += max(0, (length + 1) / 2 - 1)
    default: if !opens { index += max(0, length / 3 - 1) }
    }
    return Day.padded(index / 12, 4) + "-" + Day.padded(index % 12 + 1, 2)
  }
}
