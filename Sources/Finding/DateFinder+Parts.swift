import Facts
import Lexicon

/// What a part adds to the date that stands so far, and whether it belongs to it at all.
extension DateFinder {
  func take(_ atom: Atom, _ spec: inout DateSpec, _ count: inout Int?, _ ago: inout Bool, _ ahead: inout Bool)
    -> Bool
  {
    switch atom.kind {
    case .full(let full):
      guard spec.part == nil, spec.isEmpty || (spec.weekday != nil && spec.month == nil) else { return false }
      spec = full
    case .year(let year):
      // "by the end of the year 2026", "over the whole of the year 2026".
      if let relative = spec.relative, relative == (.year, 0) { spec.relative = nil }
      if spec.yearOffset == 0 { spec.yearOffset = nil }
      if spec.anaphor == .after || spec.anaphor == .before { spec.anaphor = nil }
      guard spec.year == nil, spec.yearOffset == nil, spec.relative == nil,
        spec.anaphor == nil || spec.anaphor == .same
      else { return false }
      spec.year = year
      if atom.note == "F" { spec.isFiscal = true }
    case .month(let month):
      // 前4月 are the first four months; "en avril" is April.
      if spec.firstCount == 0, count == nil, Letters.sort(text.bytes, atom.start).0 == .letter {
        spec.firstCount = nil
      }
      if spec.firstCount == 0, count == nil {
        spec.firstCount = month
        spec.firstUnit = .month
        return true
      }
      guard spec.month == nil, spec.quarter == nil, spec.half == nil, spec.season == nil, takesYear(spec),
        spec.firstCount == nil
      else { return false }
      if let relative = spec.relative {
        guard relative.unit == .year else { return false }
        spec.relative = nil
        spec.yearOffset = relative.offset
      }
      spec.month = month
    case .day(let day):
      // "the 9th of this month"
      if spec.day == nil, let relative = spec.relative, relative.unit == .month, spec.part == nil,
        !Letters.isDigit(text.bytes[atom.end - 1])
      {
        spec.relative = nil
        spec.monthOffset = relative.offset
        spec.day = day
        return true
      }
      // 15日 behind another day is in its month.
      if spec.isEmpty, spec.part == nil, count == nil, tokens[atom.tokenEnd - 1].sort == .ideograph {
        takeBareDay(day, &spec)
        return true
      }
      guard spec.day == nil, spec.month != nil else { return false }
      spec.day = day
    case .season(let season):
      // "last fall" is one word with its turn: `FA-1`.
      if let turn = Int(season.dropFirst(2)), spec.isEmpty, spec.turn == nil {
        spec.season = String(season.prefix(2))
        spec.turn = turn
        return true
      }
      guard takesYear(spec), season.utf8.count == 2, spec.season == nil, spec.month == nil,
        spec.quarter == nil, spec.half == nil
      else { return false }
      if let relative = spec.relative {
        guard relative.unit == .year else { return false }
        spec.relative = nil
        spec.yearOffset = relative.offset
      }
      spec.season = season
    case .quarter(let quarter):
      // 前三季度
      if spec.firstCount == 0, count == nil, spec.isQuiet, tokens[atom.tokenEnd - 1].sort == .ideograph {
        spec.firstCount = quarter
        spec.firstUnit = .quarter
        return true
      }
      guard spec.quarter == nil, spec.month == nil, spec.half == nil, spec.season == nil, count == nil,
        spec.firstCount == nil
      else { return false }
      takeYear(&spec)
      spec.quarter = quarter
    case .half(let half):
      guard spec.half == nil, spec.month == nil, spec.quarter == nil, spec.season == nil else { return false }
      takeYear(&spec)
      spec.half = half
    case .part(let part):
      guard spec.part == nil, spec.anaphor == nil, spec.day == nil, count == nil else { return false }
      spec.part = part
    case .weekday(let weekday, let week):
      guard spec.weekday == nil, spec.month == nil, spec.year == nil else { return false }
      if let relative = spec.relative {
        guard relative.unit == .week, week == nil else { return false }
        spec.relative = nil
        spec.week = relative.offset
      }
      spec.weekday = weekday
      if let week { spec.week = week }
    case .months(let from, let to):
      guard spec.month == nil, spec.quarter == nil, spec.half == nil, spec.season == nil, count == nil,
        spec.firstCount == nil, spec.anaphor == nil
      else { return false }
      takeYear(&spec)
      spec.month = from
      var end = DateSpec()
      end.month = to
      spec.spanEnd = [end]
    case .relative(let relative):
      // "this year ... year-end": the second only adds its part.
      if let part = relative.part, relative.relative?.unit == .year,
        spec.relative?.unit == .year || spec.year != nil || spec.yearOffset != nil, spec.part == nil
      {
        spec.part = part
        return true
      }
      guard spec.relative == nil, spec.year == nil, spec.yearOffset == nil, spec.anaphor == nil else {
        return false
      }
      if relative.isFiscal { spec.isFiscal = true }
      if relative.isNextToContext { spec.isNextToContext = true }
      if relative.bound == .by { spec.bound = .by }
      if let part = relative.part { if spec.part == nil { spec.part = part } }
      if let (unit, offset) = relative.relative {
        if unit == .year,
          spec.month != nil || spec.quarter != nil || spec.half != nil || spec.season != nil
            || spec.firstCount != nil || count != nil
        {
          spec.yearOffset = offset
        } else if spec.month != nil || spec.season != nil || spec.quarter != nil || spec.half != nil {
          return false
        } else {
          spec.relative = (unit, offset)
        }
      }
    case .turn(let turn):
      // "on Friday that the first cars …" is no turn.
      guard spec.turn == nil, turn != 0 || spec.isEmpty else { return false }
      // "per l'anno prossimo"
      if let relative = spec.relative, relative == (.year, 0), turn != 0, spec.part == nil {
        spec.relative = (.year, turn)
        return true
      }
      spec.turn = turn
    case .firstN:
      // 前 behind a length is "ago".
      guard spec.weekday != -1, spec.firstCount == nil,
        spec.isEmpty || spec.year != nil || spec.relative != nil
      else {
        return false
      }
      spec.firstCount = 0
    case .count(let n):
      guard count == nil, spec.firstCount == 0 || spec.isEmpty else { return false }
      count = n
    case .unit(let unit):
      if spec.firstCount == 0, count == nil, unit == .month, spec.month == nil {
        // "the first month of the year"
        spec.firstCount = nil
        spec.month = 1
      } else if spec.firstCount == 0, count == nil, unit == .quarter || unit == .half, spec.isQuiet {
        // "the first quarter of 2020"
        spec.firstCount = nil
        takeYear(&spec)
        if unit == .quarter { spec.quarter = 1 } else { spec.half = 1 }
      } else if let anaphor = spec.anaphor, anaphor == .after || anaphor == .before, spec.isQuiet {
        // "the following month"
        spec.anaphor = .shifted
        spec.relative = (unit, anaphor == .after ? 1 : -1)
      } else if spec.firstCount == 0, let n = count {
        spec.firstCount = n
        spec.firstUnit = unit
        count = nil
      } else if let n = count, ago || ahead || spec.isEmpty {
        // Decided at the end: "three years ago", "in three months".
        pendingUnit(&spec, unit, n, &count, ago: ago, ahead: ahead)
      } else if let turn = spec.turn, count == nil, spec.relative == nil, spec.month == nil, spec.year == nil,
        spec.weekday == nil
      {
        spec.relative = (unit, turn)
        spec.turn = nil
      } else if spec.part != nil, spec.isEmpty, unit != .week, unit != .day {
        spec.relative = (unit, 0)
      } else if unit == .year, spec.year == nil, !spec.isEmpty, spec.yearOffset == nil, spec.relative == nil {
        spec.yearOffset = spec.turn ?? 0
        spec.turn = nil
      } else {
        return false
      }
    case .ago:
      guard !ago else { return false }
      if let (unit, offset) = spec.relative, offset > 0, count == nil {
        spec.relative = (unit, -offset)
        return true
      }
      guard spec.isEmpty else { return false }
      ago = true
    case .ahead:
      // 三年后
      if spec.weekday == -1, count == nil, tokens[atom.tokenEnd - 1].sort == .ideograph,
        ["后", "後"].contains(ideograph(atom.tokenEnd - 1))
      {
        spec.weekday = nil
        return true
      }
      guard spec.isEmpty, !ahead, count == nil else { return false }
      ahead = true
    case .shift(let sign):
      // "two years later"
      guard spec.weekday == -1, let (unit, offset) = spec.relative, spec.anaphor == nil else { return false }
      spec.weekday = nil
      spec.anaphor = .shifted
      spec.relative = (unit, sign * offset)
    case .moved(let unit, let number):
      guard spec.isEmpty, spec.part == nil, count == nil, !ago, !ahead else { return false }
      spec.anaphor = .shifted
      spec.relative = (unit, number)
    case .anaphor(let anaphor):
      guard spec.anaphor == nil, spec.year == nil, spec.yearOffset == nil, spec.relative == nil,
        spec.turn == nil,
        spec.firstCount == nil, count == nil
      else { return false }
      let named = atom.note == "span" ? nil : unit(within: atom)
      spec.refersToMonths = atom.note == "span"
      if !spec.isEmpty {
        // "spring of the same year", "October of the year before", "ottobre successivo"
        let isBeside = anaphor == .after || anaphor == .before
        guard spec.day == nil || isBeside, isBeside || named == .year else { return false }
      }
      if spec.part != nil, spec.isEmpty, named != .year || anaphor != .same { return false }
      spec.anaphor = anaphor
      // "a year earlier" asks for the same period, however long it is.
      spec.anaphorUnit =
        anaphor == .yearBefore || anaphor == .yearAfter ? named == .year ? nil : named : named
    case .bound, .spanOpen, .spanJoin, .glue: return false
    }
    return true
  }

  /// "the 18th" alone, in the month of the date before.
  func takeBareDay(_ day: Int, _ spec: inout DateSpec) {
    spec.day = day
    spec.anaphor = .same
    spec.anaphorUnit = .month
  }

  /// The unit that a word such as "the same month" or 当月 holds; that of "the same month last year" is the month.
  private func unit(within atom: Atom) -> DateSpec.Unit? {
    var found: DateSpec.Unit?
    var t = atom.tokenEnd - 1
    while t >= 0, tokens[t].start >= atom.start {
      for cue in cuesAt[t] ?? [] where cue.cue == .dateUnit && cue.end <= atom.end {
        // "the same three months" are a span.
        if t > 0, cuesAt[t - 1]?.contains(where: { $0.cue == .numberWord }) == true { continue }
        if let unit = cue.value.flatMap({ DateSpec.Unit(rawValue: $0) }) {
          if unit != .year { return unit }
          found = unit
        }
      }
      if tokens[t].sort == .ideograph {
        switch ideograph(t) {
        case "月": return .month
        case "年": found = .year
        case "季": return .quarter
        case "日", "天": return .day
        default: break
        }
      }
      t -= 1
    }
    return found
  }

  /// Whether a month may still be named: beside no date that is told by another, but for "the same year", "the following".
  private func takesYear(_ spec: DateSpec) -> Bool {
    switch spec.anaphor {
    case nil, .after, .before: true
    case .same: spec.anaphorUnit == .year && spec.year == nil
    case .yearBefore, .yearAfter: spec.anaphorUnit == nil
    case .shifted: false
    }
  }

  func takeYear(_ spec: inout DateSpec) {
    if let (unit, offset) = spec.relative, unit == .year {
      spec.relative = nil
      spec.yearOffset = offset
    }
  }
}
