import Facts
import Lexicon

/// Dates that open a line, and lengths of time that end in a month.
extension DateFinder {
  /// The time of day that opens an entry of a live report, which happens on the day of publication: "08:30 –", "10.32 Uhr:", "08h40 –".
  func clock(at t: Int) -> (DateMention, Int)? {
    guard t == 0 || text.bytes[tokens[t - 1].end..<tokens[t].start].contains(0x0A) else { return nil }
    let s = text.bytes
    var end = t + 1
    var hour = 0
    var minute: Int?
    if tokens[t].sort == .mixed {
      let parts = s[tokens[t].start..<tokens[t].end].split(separator: 0x68, omittingEmptySubsequences: false)
      guard parts.count == 2, let h = Int(String(decoding: parts[0], as: UTF8.self)) else { return nil }
      hour = h
      minute = parts[1].count == 2 ? Int(String(decoding: parts[1], as: UTF8.self)) : nil
    } else {
      guard t + 3 < tokens.count, let h = value(t), !tokens[t + 1].spaceBefore, !tokens[t + 2].spaceBefore,
        [0x3A, 0x2E].contains(s[tokens[t + 1].start]), tokens[t + 2].end - tokens[t + 2].start == 2
      else { return nil }
      hour = h
      minute = value(t + 2)
      end = t + 3
      if s[tokens[t + 1].start] == 0x2E, tokens[end].sort != .mark, s[tokens[end].start] != 0x75 {
        return nil
      }
      if s[tokens[end].start] == 0x25 || s[tokens[end].start] == 0x2C { return nil }
    }
    guard let minute, hour < 24, minute < 60 else { return nil }
    var spec = DateSpec()
    spec.relative = (.day, 0)
    return (DateMention(start: tokens[t].start, end: tokens[end - 1].end, spec: spec), end)
  }

  /// A length to a month, behind up to two small words: "in the ten months to October".
  func lengthToMonth(_ atoms: [[Atom]], at t: Int, depth: Int = 0) -> (DateMention, Int)? {
    if let found = monthsTo(atoms, at: t) { return found }
    guard depth < 2 else { return nil }
    for atom in atoms[t] where atom.tokenEnd < tokens.count && touches(atom.tokenEnd) {
      switch atom.kind {
      case .glue, .ahead, .firstN:
        if let found = lengthToMonth(atoms, at: atom.tokenEnd, depth: depth + 1) { return found }
      default: continue
      }
    }
    return nil
  }

  /// "the ten months to October", "in den neun Monaten bis September": a number of months that ends in a named one.
  private func monthsTo(_ atoms: [[Atom]], at t: Int) -> (DateMention, Int)? {
    for case (.count(let n), let unitAt) in atoms[t].map({ ($0.kind, $0.tokenEnd) })
    where (2...12).contains(n) && unitAt < atoms.count && touches(unitAt) {
      let isMonths = atoms[unitAt].first { if case .unit(.month) = $0.kind { true } else { false } }
      // 8月 is August; eight months are 8个月.
      guard let months = isMonths,
        tokens[months.tokenEnd - 1].sort != .ideograph || months.tokenEnd - unitAt > 1,
        months.tokenEnd < atoms.count, touches(months.tokenEnd)
      else { continue }
      for link in atoms[months.tokenEnd] {
        switch link.kind {
        case .bound(.by): break
        case .spanJoin where !isWeak(link): break
        default: continue
        }
        guard link.tokenEnd < atoms.count, let (last, end) = body(atoms, at: link.tokenEnd),
          let month = last.month,
          last.anaphor == nil, last.spanEnd.isEmpty, var spec = monthsEnding(last, month, n)
        else { continue }
        spec.bound = .none
        return (DateMention(start: tokens[t].start, end: tokens[end - 1].end, spec: spec), end)
      }
    }
    return nil
  }

  private func monthsEnding(_ last: DateSpec, _ month: Int, _ n: Int) -> DateSpec? {
    var spec = last
    spec.day = nil
    spec.part = nil
    if month == n {
      spec.month = nil
      spec.turn = nil
      spec.firstCount = n
      spec.firstUnit = .month
      return spec
    }
    var end = last
    end.day = nil
    end.part = nil
    spec.spanEnd = [end]
    spec.month = month > n ? month - n + 1 : month - n + 13
    if month < n {
      guard let year = last.year else { return nil }
      spec.year = year - 1
    }
    return spec
  }
}
