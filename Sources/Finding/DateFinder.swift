import Facts
import Lexicon

/// A date or period in the text.
public struct DateMention: Sendable {
  /// The folded bytes.
  public var start: Int
  /// The byte past the last.
  public var end: Int
  /// What it says.
  public var spec: DateSpec
}

/// Finds dates: the words of the language's date classes, digits and the Chinese signs, put together by one grammar.
///
/// Method: a small grammar over typed atoms as in HeidelTime (Strötgen and Gertz 2013), but with one list of words a
/// class and no rules per language.
struct DateFinder {
  let text: FoldedText
  let tokens: [Token]
  let cuesAt: [Int: [CueMention]]
  let numbers: [NumberMention]

  struct Atom {
    enum Kind {
      case year(Int), month(Int), day(Int), season(String), quarter(Int), half(Int), part(String), weekday(Int)
      case relative(DateSpec), turn(Int), firstN, count(Int), unit(DateSpec.Unit), ago, ahead
      case anaphor(DateSpec.Anaphor), bound(DateSpec.Bound), spanOpen, spanJoin, glue, full(DateSpec)
    }
    var kind: Kind
    var start: Int
    var end: Int
    var tokenEnd: Int
  }

  func find() -> [DateMention] {
    let atoms = tokens.indices.map { self.atoms(at: $0) }
    var out: [DateMention] = []
    var t = 0
    while t < tokens.count {
      if let (mention, next) = parse(atoms, at: t) {
        out.append(mention)
        t = max(next, t + 1)
      } else {
        t += 1
      }
    }
    return out
  }

  // MARK: Grammar

  /// What stands before a date: its bound, and whether a span is opened.
  private struct Opening {
    var bound: DateSpec.Bound?
    var opened = false
    /// The token that the date itself begins with.
    var body: Int
  }

  /// "by the end of", "from": up to three words of bounds before a date; longer words first, shorter ones where no date follows those.
  private func openings(_ atoms: [[Atom]], at t: Int, _ so: Opening, depth: Int) -> [Opening] {
    guard depth < 3, so.body < atoms.count else { return [so] }
    var out: [Opening] = []
    for atom in atoms[so.body] {
      var next = so
      next.body = atom.tokenEnd
      switch atom.kind {
      case .bound(let value):
        next.bound = so.bound == .notBefore ? .notBefore : value
        if atoms[so.body].contains(where: { if case .spanOpen = $0.kind { $0.tokenEnd == atom.tokenEnd } else { false } }) { next.opened = true }
      case .spanOpen where !so.opened: next.opened = true
      case .glue where so.bound != nil || so.opened: break
      default: continue
      }
      out += openings(atoms, at: t, next, depth: depth + 1)
    }
    return out + [so]
  }

  private func parse(_ atoms: [[Atom]], at t: Int) -> (DateMention, Int)? {
    for opening in openings(atoms, at: t, Opening(body: t), depth: 0) {
      if let found = parse(atoms, at: t, opening) { return found }
    }
    return nil
  }

  private func parse(_ atoms: [[Atom]], at t: Int, _ opening: Opening) -> (DateMention, Int)? {
    var bound = opening.bound
    let opened = opening.opened
    let at = opening.body
    var start = tokens[t].start
    guard at < atoms.count, isAdjacent(t, at, t) else { return nil }
    let bodyStart = at
    guard var (spec, next) = body(atoms, at: at) else { return nil }
    if bound == nil, !opened { start = tokens[bodyStart].start }
    // A span.
    if let (join, after) = joint(atoms, at: next, opened: opened, first: spec), let (second, end) = body(atoms, at: after), canSpan(spec, second, join: join) {
      var first = spec
      first.bound = .none
      var last = second
      last.bound = .none
      if last.month == nil, last.day == nil, last.year != nil || last.yearOffset != nil, first.year == nil, last.quarter == nil, last.half == nil, last.season == nil, last.part == nil {
        // "March to 2026" is no span.
      } else {
        first.spanEnd = [last]
        return (DateMention(start: start, end: tokens[end - 1].end, spec: first), end)
      }
    }
    // Bounds behind: "2029 an", "2026起", "6月前".
    if next < atoms.count {
      for atom in atoms[next] {
        if case .bound(let value) = atom.kind, isTrailing(value, atom, next) {
          if bound == nil || (bound == .from && value == .from) {
            bound = value
            next = atom.tokenEnd
            break
          }
        }
      }
    }
    if let bound { spec.bound = bound == .by && isDenied(t) ? .notBefore : bound }
    return (DateMention(start: start, end: tokens[next - 1].end, spec: spec), next)
  }

  /// "not before 2028": a word of denial shortly before the bound.
  private func isDenied(_ t: Int) -> Bool {
    for at in stride(from: t - 1, through: max(0, t - 4), by: -1) {
      if tokens[at].sort == .mark, text.bytes[tokens[at].start] != 0x27 { return false }
      if (cuesAt[at] ?? []).contains(where: { $0.cue == .negation }) { return true }
    }
    return false
  }

  /// Whether a bound word stands directly behind the date and belongs to it: Chinese 起, 前, 以后; German "an", "ab".
  private func isTrailing(_ bound: DateSpec.Bound, _ atom: Atom, _ t: Int) -> Bool {
    if tokens[t].sort == .ideograph { return tokens[t].start == tokens[t - 1].end }
    let word = String(decoding: text.bytes[atom.start..<atom.end], as: UTF8.self)
    return word == "an" || word == "onwards" || word == "on" || word == "onward"
  }

  private func isAdjacent(_ from: Int, _ to: Int, _ origin: Int) -> Bool {
    guard to > from else { return true }
    return !text.bytes[tokens[from].start..<tokens[to].start].contains(0x0A)
  }

  private func joint(_ atoms: [[Atom]], at t: Int, opened: Bool, first: DateSpec) -> (String, Int)? {
    guard t < tokens.count else { return nil }
    let mark = String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self)
    if ["-", "–", "—", "～", "~"].contains(mark), !first.isEmpty, t + 1 < tokens.count { return ("-", t + 1) }
    guard let atom = atoms[t].first(where: { if case .spanJoin = $0.kind { true } else { false } }) else { return nil }
    let word = String(decoding: text.bytes[atom.start..<atom.end], as: UTF8.self)
    var next = atom.tokenEnd
    while next < atoms.count, let glue = atoms[next].first(where: { if case .glue = $0.kind { true } else { false } }), body(atoms, at: next) == nil { next = glue.tokenEnd }
    // "and" and its like join only what "between" has opened.
    let weak = ["and", "und", "et", "e", "y", "和", "与"].contains(word)
    if weak, !opened { return nil }
    return (word, next)
  }

  private func canSpan(_ a: DateSpec, _ b: DateSpec, join: String) -> Bool {
    func level(_ s: DateSpec) -> Int {
      if s.firstCount != nil || s.anaphor != nil || s.weekday != nil { return -1 }
      if s.day != nil { return 1 }
      if s.month != nil { return 2 }
      if s.quarter != nil || s.half != nil || s.season != nil { return 3 }
      if s.year != nil || s.yearOffset != nil { return 4 }
      return -2
    }
    if level(a) < 0 || level(b) < 0 { return false }
    if level(a) == level(b) { return join != "-" || level(a) != 4 || (a.year ?? 0) < (b.year ?? 0) }
    return a.month != nil && b.month != nil
  }

  private func body(_ atoms: [[Atom]], at t: Int) -> (DateSpec, Int)? {
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
          if mark == 0x2D || mark == 0x2E || (mark == 0x2C && (spec.day != nil || (spec.weekday ?? -1) >= 0)) {
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
  private func touches(_ t: Int) -> Bool {
    tokens[t].start - tokens[t - 1].end <= 2 && !text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A)
  }

  private func take(_ atom: Atom, _ spec: inout DateSpec, _ count: inout Int?, _ ago: inout Bool, _ ahead: inout Bool) -> Bool {
    switch atom.kind {
    case .full(let full):
      guard spec.part == nil, spec.isEmpty || (spec.weekday != nil && spec.month == nil) else { return false }
      spec = full
    case .year(let year):
      guard spec.year == nil, spec.yearOffset == nil, spec.relative == nil, spec.anaphor == nil else { return false }
      spec.year = year
    case .month(let month):
      // 前4月 are the first four months; "en avril" is April.
      if spec.firstCount == 0, count == nil, Letters.sort(text.bytes, atom.start).0 == .letter { spec.firstCount = nil }
      if spec.firstCount == 0, count == nil {
        spec.firstCount = month
        spec.firstUnit = .month
        return true
      }
      guard spec.month == nil, spec.quarter == nil, spec.half == nil, spec.season == nil, spec.anaphor == nil, spec.firstCount == nil else { return false }
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
      guard spec.quarter == nil, spec.month == nil, spec.half == nil, spec.season == nil, count == nil, spec.firstCount == nil else { return false }
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
      if let part = relative.part, relative.relative?.unit == .year, spec.relative?.unit == .year || spec.year != nil || spec.yearOffset != nil, spec.part == nil {
        spec.part = part
        return true
      }
      guard spec.relative == nil, spec.year == nil, spec.yearOffset == nil, spec.anaphor == nil else { return false }
      if let part = relative.part { if spec.part == nil { spec.part = part } }
      if let (unit, offset) = relative.relative {
        if unit == .year, spec.month != nil || spec.quarter != nil || spec.half != nil || spec.season != nil || spec.firstCount != nil || count != nil {
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
      guard spec.firstCount == nil, spec.isEmpty || spec.year != nil || spec.relative != nil else { return false }
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
      } else if let turn = spec.turn, count == nil, spec.relative == nil, spec.month == nil, spec.year == nil {
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
    case .bound, .spanOpen, .spanJoin, .glue: return false
    }
    return true
  }

  private func takeYear(_ spec: inout DateSpec) {
    if let (unit, offset) = spec.relative, unit == .year {
      spec.relative = nil
      spec.yearOffset = offset
    }
  }

  private func pendingUnit(_ spec: inout DateSpec, _ unit: DateSpec.Unit, _ n: Int, _ count: inout Int?, ago: Bool, ahead: Bool) {
    spec.relative = (unit, ago ? -n : n)
    if !ago, !ahead { spec.weekday = -1 }
    count = nil
  }

  private func finish(_ spec: inout DateSpec, _ count: Int?, ago: Bool, ahead: Bool) {
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
