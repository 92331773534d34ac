import Facts
import Finding
import Lexicon

/// The period of a date, and of the dates before that it is told by.
extension PeriodCandidates {
  /// The period of a date; "the same month" looks back for the date before it.
  func resolve(_ i: Int, _ direction: DateSpec.Direction) -> Period? {
    resolve(scene.mentions.dates[i].spec, i, direction)
  }

  func resolve(_ spec: DateSpec, _ i: Int, _ direction: DateSpec.Direction) -> Period? {
    let published = scene.article.published ?? (spec.countsYears ? dayOfText : nil)
    let context = spec.anaphor.flatMap { referent($0, spec, i, direction, published) }
    return spec.period(published: published, direction: direction, context: context)
  }

  /// The period that "the same month" and its like refer to.
  private func referent(
    _ anaphor: DateSpec.Anaphor, _ spec: DateSpec, _ i: Int, _ direction: DateSpec.Direction,
    _ published: Day?
  ) -> Period? {
    let reach = spec.anaphorUnit == nil ? 6 : PeriodCandidates.anaphorReach
    for j in stride(from: i - 1, to: max(-1, i - reach), by: -1) {
      let other = scene.mentions.dates[j].spec
      if other.anaphor == nil, other.canStand(for: spec),
        let found = resolve(j, anaphor == .yearBefore ? .past : direction)
      {
        // Nothing that has happened is told by a date to come.
        if direction == .past, let published, let begin = found.first, begin > published { continue }
        return found
      }
    }
    let titled = scene.title?.dates.first {
      $0.spec.anaphor == nil && $0.spec.canStand(for: spec)
    }
    if let found = titled?.spec.period(published: published, direction: .past, context: nil) { return found }
    guard anaphor == .same, let unit = spec.anaphorUnit, let published else { return nil }
    if let day = spec.day {
      var month = DateSpec()
      let passed = direction == .past ? day > published.day : false
      month.relative = (.month, passed ? -1 : direction == .future && day < published.day ? 1 : 0)
      return month.period(published: published, direction: direction, context: nil)
    }
    // "in the half-year" behind June, or with nothing before it, the last one that is over.
    for j in stride(from: i - 1, to: max(-1, i - 4), by: -1) where unit == .half || unit == .quarter {
      let other = scene.mentions.dates[j].spec
      if other.month != nil || other.quarter != nil, other.anaphor == nil,
        let last = resolve(j, direction)?.last
      {
        let name = unit == .half ? "-H\((last.month + 5) / 6)" : "-Q\((last.month + 2) / 3)"
        return Period(Day.padded(last.year, 4) + name)
      }
    }
    var whole = DateSpec()
    whole.relative = (unit, direction == .future ? 0 : -1)
    return unit == .month || unit == .quarter || unit == .half
      ? whole.period(published: published, direction: direction, context: nil) : nil
  }

  /// The last day that the text writes out in full, which stands for the day of publication where that is unknown.
  private var dayOfText: Day? {
    let days = scene.mentions.dates.compactMap { date -> Day? in
      guard let year = date.spec.year, let month = date.spec.month, let day = date.spec.day else {
        return nil
      }
      return Day(year: year, month: month, day: day)
    }
    return days.max()
  }
}

extension DateSpec {
  /// Whether it needs only the year of publication, not the day.
  fileprivate var countsYears: Bool {
    guard let relative else { return weekday == nil || month != nil }
    return relative.unit == .year
  }
}
