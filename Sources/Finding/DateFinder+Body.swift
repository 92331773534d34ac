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
    var namesDay = false
    var gluesUnit = false
    while at < atoms.count {
      if at > t, !touches(at) { break }
      var matched = false
      if namesDay, spec.isEmpty, spec.part == nil, let (day, end) = bareDay(atoms[at]) {
        takeBareDay(day, &spec)
        consumed = end
        break
      }
      namesDay = false
      for atom in atoms[at] {
        // "on 20 December for the last time": what stands behind small words turns no date.
        if glued > 0, !gluesUnit, !spec.isEmpty, case .turn = atom.kind { continue }
        // "fourteen at the end of the year": a number before small words counts something else.
        if glued > 0, pendingCount != nil, spec.firstCount == nil, !atom.isCounted { continue }
        if take(atom, &spec, &pendingCount, &ago, &ahead) {
          at = atom.tokenEnd
          matched = true
          if case .ago = atom.kind { consumed = at }
          if case .ahead = atom.kind {
            if !spec.isEmpty { consumed = at }
            break
          }
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
        if let glue = atoms[at].first(where: {
          if case .glue = $0.kind { $0.note != "nth" || at == t } else { false }
        }) {
          gluesUnit = (at..<glue.tokenEnd).contains { cuesAt[$0]?.contains { $0.cue == .dateUnit } == true }
          at = glue.tokenEnd
          glued += 1
          if glue.note == "F" { spec.isFiscal = true }
          namesDay =
            glue.note == "day" || glue.note == "nth" && at < tokens.count && tokens[at].sort == .mixed
          continue
        }
        if tokens[at].sort == .mark, at > t {
          let mark = text.bytes[tokens[at].start]
          // A full stop ends the sentence; that of an abbreviation is a part of its word.
          if mark == 0x2D || (mark == 0x2C && (spec.day != nil || (spec.weekday ?? -1) >= 0)) {
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

  /// A day without its month, behind words such as "el día".
  private func bareDay(_ atoms: [Atom]) -> (Int, Int)? {
    var found: (Int, Int)?
    for atom in atoms {
      if case .full = atom.kind { return nil }
      if case .day(let day) = atom.kind { found = (day, atom.tokenEnd) }
    }
    return found
  }

  /// Whether nothing but a blank stands before the token on the same line.
  func touches(_ t: Int) -> Bool {
    tokens[t].start - tokens[t - 1].end <= 2
      && !text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A)
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
    if spec.anaphor == .after || spec.anaphor == .before, spec.isQuiet, spec.weekday == nil {
      spec = DateSpec()
    }
    if let (unit, _) = spec.relative, let turn = spec.turn, unit == .year, spec.month != nil {
      spec.yearOffset = turn
      spec.relative = nil
    }
    if spec.part == nil || !spec.isEmpty { return }
    spec = DateSpec()
  }
}
