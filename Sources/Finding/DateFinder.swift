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
      case year(Int), month(Int), day(Int), season(String), quarter(Int), half(Int), part(String)
      /// The day of the week, and the week if the word names it.
      case weekday(Int, Int?)
      /// Units later or earlier than the date before: "two years later".
      case shift(Int)
      /// "a month later"
      case moved(DateSpec.Unit, Int)
      /// A span of months in a year, such as its second third.
      case months(Int, Int)
      case relative(DateSpec), turn(Int), firstN, count(Int), unit(DateSpec.Unit), ago, ahead
      case anaphor(DateSpec.Anaphor), bound(DateSpec.Bound), spanOpen, spanJoin, glue, full(DateSpec)
    }
    var kind: Kind
    var start: Int
    var end: Int
    var tokenEnd: Int
    /// What the language file adds to a bound: `behind` the date it may stand, `until`.
    var note: String?

    /// Whether a number of something may stand before it.
    var isCounted: Bool {
      switch kind {
      case .unit, .firstN, .month, .full, .day: true
      default: false
      }
    }
  }

  func find() -> [DateMention] {
    let atoms = tokens.indices.map { self.atoms(at: $0) }
    var out: [DateMention] = []
    var t = 0
    while t < tokens.count {
      if let (mention, next) = clock(at: t) ?? lengthToMonth(atoms, at: t) ?? parse(atoms, at: t) {
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
  struct Opening {
    var bound: DateSpec.Bound?
    var opened = false
    var isUntil = false
    /// The token that the date itself begins with.
    var body: Int
  }

  /// "by the end of", "from": up to three words of bounds before a date; longer words first, shorter ones where no date follows those.
  func openings(_ atoms: [[Atom]], at t: Int, _ so: Opening, depth: Int) -> [Opening] {
    guard depth < 3, so.body < atoms.count else { return [so] }
    var out: [Opening] = []
    for atom in atoms[so.body] {
      var next = so
      next.body = atom.tokenEnd
      switch atom.kind {
      case .bound(let value):
        if closes(atom) || atom.note == "then" { continue }
        // "no llegará antes de 2028" is both "before" and "not before".
        if value == .by, isDenying(atoms[so.body], atom.tokenEnd) { continue }
        if atom.note == "until" { next.isUntil = true }
        next.bound = so.bound == .notBefore ? .notBefore : value
        if atoms[so.body].contains(where: {
          if case .spanOpen = $0.kind { $0.tokenEnd == atom.tokenEnd } else { false }
        }) {
          next.opened = true
        }
      case .spanOpen where !so.opened: next.opened = true
      case .glue where so.bound != nil || so.opened: break
      default: continue
      }
      out += openings(atoms, at: t, next, depth: depth + 1)
    }
    return out + [so]
  }

  private func isDenying(_ atoms: [Atom], _ end: Int) -> Bool {
    atoms.contains { atom in
      if case .bound(.notBefore) = atom.kind { atom.tokenEnd == end } else { false }
    }
  }

  func parse(_ atoms: [[Atom]], at t: Int) -> (DateMention, Int)? {
    for opening in openings(atoms, at: t, Opening(body: t), depth: 0) {
      if let found = parse(atoms, at: t, opening) { return found }
    }
    return nil
  }

  func parse(_ atoms: [[Atom]], at t: Int, _ opening: Opening) -> (DateMention, Int)? {
    var bound = opening.bound
    let opened = opening.opened
    let at = opening.body
    var start = tokens[t].start
    guard at < atoms.count, isAdjacent(t, at, t) else { return nil }
    let bodyStart = at
    guard var (spec, next) = body(atoms, at: at) else { return nil }
    if bound == nil, !opened { start = tokens[bodyStart].start }
    // A span.
    if let (join, after) = joint(atoms, at: next, opened: opened, first: spec),
      let (second, end) = body(atoms, at: after), canSpan(spec, second, join: join)
    {
      var first = spec
      first.bound = .none
      var last = second
      last.bound = .none
      guard last.month == nil, last.day == nil, last.year != nil || last.yearOffset != nil, first.year == nil,
        last.quarter == nil, last.half == nil, last.season == nil, last.part == nil
      else {
        first.spanEnd = [last]
        return (DateMention(start: start, end: tokens[end - 1].end, spec: first), end)
      }
    }
    // "11月10日至16日", "November 10-16"
    if spec.day != nil, spec.month != nil, let (_, after) = joint(atoms, at: next, opened: true, first: spec),
      let (day, end) = laterDay(atoms, at: after, spec)
    {
      var first = spec
      first.spanEnd = [day]
      return (DateMention(start: start, end: tokens[end - 1].end, spec: first), end)
    }
    // Bounds behind: "2029 an", "2026起", "6月前".
    if next < atoms.count {
      for atom in atoms[next] {
        if case .bound(let value) = atom.kind, isTrailing(atom, next), !begins(atoms, at: atom.tokenEnd) {
          if bound == nil || bound == .from || bound == value {
            bound = value
            next = atom.tokenEnd
            break
          }
        }
      }
    }
    if let bound {
      spec.isUntil = opening.isUntil
      spec.bound = bound == .by && isDenied(t, within: opening.isUntil ? 8 : 4) ? .notBefore : bound
    }
    return (DateMention(start: start, end: tokens[next - 1].end, spec: spec), next)
  }

  /// "not before 2028": a word of denial shortly before the bound.
  func isDenied(_ t: Int, within reach: Int) -> Bool {
    for at in stride(from: t - 1, through: max(0, t - reach), by: -1) {
      if tokens[at].sort == .mark, text.bytes[tokens[at].start] != 0x27 { return false }
      if (cuesAt[at] ?? []).contains(where: { $0.cue == .negation }) { return true }
    }
    return false
  }

  /// Whether a bound word stands directly behind the date and belongs to it: Chinese 起, 前, 以后; German "an", "ab"; "at the earliest".
  func isTrailing(_ atom: Atom, _ t: Int) -> Bool {
    if tokens[t].sort == .ideograph { return tokens[t].start == tokens[t - 1].end && closes(atom) }
    let word = String(decoding: text.bytes[atom.start..<atom.end], as: UTF8.self)
    return atom.note == "behind" && touches(t) || word == "an" || word == "on"
  }

  /// Whether a Chinese bound is one that stands only behind its date.
  func closes(_ atom: Atom) -> Bool {
    guard tokens[atom.tokenEnd - 1].sort == .ideograph, let last = ideograph(atom.tokenEnd - 1) else {
      return false
    }
    return ["前", "止", "起", "后", "後", "始", "来", "來", "今"].contains(last)
  }

  private func laterDay(_ atoms: [[Atom]], at t: Int, _ first: DateSpec) -> (DateSpec, Int)? {
    guard t < atoms.count, touches(t) else { return nil }
    for atom in atoms[t] {
      guard case .day(let day) = atom.kind, day > first.day ?? 31 else { continue }
      // "on 10 November and 16 thousand" is no span.
      let isBare = atom.tokenEnd >= tokens.count || tokens[atom.tokenEnd - 1].sort == .ideograph
      guard isBare || tokens[atom.tokenEnd].sort == .mark || cuesAt[atom.tokenEnd]?.isEmpty != false else {
        return nil
      }
      var last = first
      last.day = day
      return (last, atom.tokenEnd)
    }
    return nil
  }

  /// Whether a date begins at a token, or behind a small word there.
  private func begins(_ atoms: [[Atom]], at t: Int) -> Bool {
    guard t < tokens.count, touches(t) else { return false }
    if body(atoms, at: t) != nil { return true }
    let glue = atoms[t].first { if case .glue = $0.kind { true } else { false } }
    return glue.map { $0.tokenEnd < tokens.count && body(atoms, at: $0.tokenEnd) != nil } ?? false
  }

  func isAdjacent(_ from: Int, _ to: Int, _ origin: Int) -> Bool {
    guard to > from else { return true }
    return !text.bytes[tokens[from].start..<tokens[to].start].contains(0x0A)
  }

  func joint(_ atoms: [[Atom]], at t: Int, opened: Bool, first: DateSpec) -> (String, Int)? {
    guard t < tokens.count else { return nil }
    let mark = String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self)
    if ["-", "–", "—", "～", "~"].contains(mark), !first.isEmpty, t + 1 < tokens.count { return ("-", t + 1) }
    guard let atom = atoms[t].first(where: { if case .spanJoin = $0.kind { true } else { false } }) else {
      return nil
    }
    let word = String(decoding: text.bytes[atom.start..<atom.end], as: UTF8.self)
    var next = atom.tokenEnd
    while next < atoms.count,
      let glue = atoms[next].first(where: { if case .glue = $0.kind { true } else { false } }),
      body(atoms, at: next) == nil
    { next = glue.tokenEnd }
    // "and" and its like join only what "between" has opened.
    if isWeak(atom), !opened { return nil }
    return (word, next)
  }

  func isWeak(_ atom: Atom) -> Bool {
    let word = String(decoding: text.bytes[atom.start..<atom.end], as: UTF8.self)
    return ["and", "und", "et", "e", "y", "和", "与"].contains(word)
  }

  func canSpan(_ a: DateSpec, _ b: DateSpec, join: String) -> Bool {
    func level(_ s: DateSpec) -> Int {
      if s.firstCount != nil || s.anaphor != nil || s.weekday != nil || !s.spanEnd.isEmpty { return -1 }
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
}
