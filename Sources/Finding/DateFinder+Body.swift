import Facts
import Lexicon

/// The body of a date: its parts in any order, small words between them.
extension DateFinder {
  func body(_ atoms: [[Atom]], at t: Int) -> (DateSpec, Int)? {
    var spec = DateSpec()
    var at = t
    var consumed = t
    var pendingCount: Int?
    var ago = false
    var ahead = false
    var glued = 0
    while at < atoms.count {
      if at > t, !touches(at) { break }
      var matched = false
      for atom in atoms[at] {
        if take(atom, &spec, &pendingCount, &ago, &ahead) {
          at = atom.tokenEnd
          matched = true
          if case .ago = atom.kind { consumed = at }
          if case .ahead = atom.kind { break }
          if case .count = atom.kind { break }
          if case .firstN = atom.kind { break }
          if case .turn = atom.kind, spec.isEmpty { break }
          if case .part = atom.kind, spec.isEmpty { break }
          consumed = at
          break
        }
      }
      if matched {
        glued = 0
        continue
      }
      if glued < 2, at < tokens.count {
        // Small words and the comma or hyphen between the parts of one date.
        if let glue = atoms[at].first(where: { if case .glue = $0.kind { true } else { false } }) {
          at = glue.tokenEnd
          glued += 1
          continue
        }
        if tokens[at].sort == .mark, at > t {
          let mark = text.bytes[tokens[at].start]
          if mark == 0x2D || mark == 0x2E || (mark == 0x2C && (spec.day != nil || (spec.weekday ?? -1) >= 0))
          {
            at += 1
            glued += 1
            continue
          }
        }
      }
      break
    }
    finish(&spec, pendingCount, ago: ago, ahead: ahead)
    guard !spec.isEmpty, consumed > t else { return nil }
    return (spec, consumed)
  }

  /// Whether nothing but a blank stands before the token on the same line.
  func touches(_ t: Int) -> Bool {
    tokens[t].start - tokens[t - 1].end <= 2
      && !text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A)
  }

  func take(_ atom: Atom, _ spec: inout DateSpec, _ count: inout Int?, _ ago: inout Bool, _ ahead: inout Bool)
    -> Bool
  {
    switch atom.kind {
    case .full(let full):
      guard spec.part == nil, spec.isEmpty || (spec.weekday != nil && spec.month == nil) else { return false }
      spec = full
    case .year(let year):
      guard spec.year == nil, spec.yearOffset == nil, spec.relative == nil, spec.anaphor == nil else {
        return false
      }
      spec.year = year
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
      guard spec.month == nil, spec.quarter == nil, spec.half == nil, spec.season == nil, spec.anaphor == nil,
        spec.firstCount == nil
      else { return false }
      if let relative = spec.relative {
        guard relative.unit == .year else { return false }
        spec.relative = nil
        spec.yearOffset = relative.offset
      }
      spec.month = month
    case .day(let day):
      guard spec.day == nil, spec.month != nil || count == nil else { return false }
      if spec.month == nil { return false }
      spec.day = day
    case .season(let season):
      guard spec.season == nil, spec.month == nil, spec.quarter == nil, spec.half == nil else { return false }
      if let relative = spec.relative {
        guard relative.unit == .year else { return false }
        spec.relative = nil
        spec.yearOffset = relative.offset
      }
      spec.season = season
    case .quarter(let quarter):
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
      guard spec.part == nil, spec.anaphor == nil, spec.day == nil else { return false }
      spec.part = part
    case .weekday(let weekday):
      guard spec.weekday == nil, spec.month == nil, spec.year == nil else { return false }
      spec.weekday = weekday
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
      guard spec.turn == nil else { return false }
      spec.turn = turn
    case .firstN:
      guard spec.firstCount == nil, spec.isEmpty || spec.year != nil || spec.relative != nil else {
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
      } else if spec.firstCount == 0, let n = count {
        spec.firstCount = n
        spec.firstUnit = unit
        count = nil
      } else if let n = count, ago || ahead || spec.isEmpty {
        // Decided at the end: "three years ago", "in three months".
        pendingUnit(&spec, unit, n, &count, ago: ago, ahead: ahead)
      } else if let turn = spec.turn, count == nil, spec.relative == nil, spec.month == nil, spec.year == nil
      {
        spec.relative = (unit, turn)
        spec.turn = nil
      } else if spec.part != nil, spec.isEmpty {
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
      guard spec.isEmpty, !ahead, count == nil else { return false }
      ahead = true
    case .anaphor(let anaphor):
      guard spec.isEmpty else { return false }
      spec.anaphor = anaphor
      spec.anaphorUnit = unit(within: atom)
    case .bound, .spanOpen, .spanJoin, .glue: return false
    }
    return true
  }

  /// The unit that a word such as "the same month" or 当月 holds.
  private func unit(within atom: Atom) -> DateSpec.Unit? {
    var t = atom.tokenEnd - 1
    while t >= 0, tokens[t].start >= atom.start {
      for cue in cuesAt[t] ?? [] where cue.cue == .dateUnit && cue.end <= atom.end {
        if let unit = cue.value.flatMap({ DateSpec.Unit(rawValue: $0) }) { return unit }
      }
      if tokens[t].sort == .ideograph {
        switch String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self) {
        case "月": return .month
        case "年": return .year
        case "季": return .quarter
        case "日", "天": return .day
        default: break
        }
      }
      t -= 1
    }
    return nil
  }

  func takeYear(_ spec: inout DateSpec) {
    if let (unit, offset) = spec.relative, unit == .year {
      spec.relative = nil
      spec.yearOffset = offset
    }
  }

  func pendingUnit(
    _ spec: inout DateSpec, _ unit: DateSpec.Unit, _ n: Int, _ count: inout Int?, ago: Bool, ahead: Bool
  ) {
    spec.relative = (unit, ago ? -n : n)
    if !ago, !ahead { spec.weekday = -1 }
    count = nil
  }

  func finish(_ spec: inout DateSpec, _ count: Int?, ago: Bool, ahead: Bool) {
    if spec.firstCount == 0 { spec.firstCount = nil }
    // A number of units without "ago" or "in" is a length of time, no date.
    if spec.weekday == -1 {
      spec.weekday = nil
      if let (_, offset) = spec.relative, offset > 0 { spec.relative = nil }
    }
    if let (unit, _) = spec.relative, let turn = spec.turn, unit == .year, spec.month != nil {
      spec.yearOffset = turn
      spec.relative = nil
    }
    if spec.part == nil || !spec.isEmpty { return }
    spec = DateSpec()
  }
}
