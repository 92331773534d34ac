import Facts
import Lexicon

extension DateFinder {
  /// What a date can be put together from at a token.
  func atoms(at t: Int) -> [Atom] {
    var out: [Atom] = []
    if let full = written(at: t) { out.append(full) }
    digits(at: t, &out)
    chinesePart(at: t, &out)
    for cue in cuesAt[t] ?? [] { word(cue, &out) }
    // Longer words first, so that "first quarter" wins over "first".
    return out.enumerated().sorted { (-$0.element.end, $0.offset) < (-$1.element.end, $1.offset) }.map(
      \.element)
  }

  private func word(_ cue: CueMention, _ out: inout [Atom]) {
    let number = cue.value.flatMap { Int($0) }
    let kind: Atom.Kind? =
      switch cue.cue {
      case .month: number.map { .month($0) } ?? cue.value.flatMap { DateFinder.firstDay($0) }
      case .weekday: cue.value.flatMap { DateFinder.weekday($0) }
      case .season: cue.value.map { .season($0) }
      case .part: cue.value.map { .part($0) }
      case .quarter: cue.value.flatMap { DateFinder.quarter($0) }
      case .half: number.map { .half($0) }
      case .dateUnit: cue.value.flatMap { DateSpec.Unit(rawValue: $0) }.map { .unit($0) }
      case .relative where isLength(cue): nil
      case .relative: cue.value.flatMap { DateFinder.relative($0) }.map { .relative($0) }
      case .last: cue.value == nil ? .turn(-1) : endsClause(cue) ? .anaphor(.before) : nil
      case .this: .turn(0)
      case .next: cue.value == nil ? .turn(1) : .anaphor(.after)
      case .firstN: .firstN
      case .numberWord:
        cue.value.flatMap { Double($0) }.flatMap {
          $0 == $0.rounded() && $0 >= 1 && $0 <= 31 ? .count(Int($0)) : nil
        }
      case .ago: .ago
      case .ahead: .ahead
      case .same: .anaphor(.same)
      case .yearBefore: cue.value == nil ? .anaphor(.yearBefore) : endsClause(cue) ? moved(cue, -1) : nil
      case .yearAfter: cue.value == nil ? .anaphor(.yearAfter) : endsClause(cue) ? moved(cue, 1) : nil
      case .by: .bound(.by)
      case .from: .bound(.from)
      case .since: .bound(.since)
      case .notBefore: .bound(.notBefore)
      case .spanOpen: .spanOpen
      case .spanJoin: .spanJoin
      case .glue: .glue
      default: nil
      }
    if let kind {
      out.append(
        Atom(
          kind: kind, start: cue.start, end: cue.end, tokenEnd: cue.tokenEnd,
          note: number == nil ? cue.value : nil)
      )
    }
  }

  /// 年内 is this year, 两年内 is not.
  private func isLength(_ cue: CueMention) -> Bool {
    guard ideograph(cue.token) == "年", cue.token > 0, tokens[cue.token - 1].end == cue.start else {
      return false
    }
    if tokens[cue.token - 1].sort == .number { return true }
    return ideograph(cue.token - 1).map { "一二两兩三四五六七八九十数數几幾".contains($0) } ?? false
  }

  /// `text` words count from the date before; one with `stop` only where its clause ends: "the September before".
  private func endsClause(_ cue: CueMention) -> Bool {
    cue.value != "stop" || cue.tokenEnd >= tokens.count || tokens[cue.tokenEnd].sort == .mark
  }

  /// `1M` of "a month later"; `n` of "later" behind a number of units.
  private func moved(_ cue: CueMention, _ sign: Int) -> Atom.Kind {
    guard let value = cue.value, let unit = value.last.flatMap({ DateSpec.Unit(rawValue: String($0)) }),
      let number = Int(value.dropLast())
    else { return .shift(sign) }
    return .moved(unit, sign * number)
  }

  /// `10.1`, the first of October in words.
  private static func firstDay(_ text: String) -> Atom.Kind? {
    let parts = text.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    var spec = DateSpec()
    spec.month = parts[0]
    spec.day = parts[1]
    return .full(spec)
  }

  /// `3`, and with its week `3+1`, `3-1`.
  private static func weekday(_ text: String) -> Atom.Kind? {
    guard let day = text.first.flatMap({ Int(String($0)) }) else { return nil }
    return .weekday(day - 1, Int(text.dropFirst()))
  }

  /// `3`, or a span of months `5-8`.
  private static func quarter(_ text: String) -> Atom.Kind? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? .months(parts[0], parts[1]) : parts.first.map { .quarter($0) }
  }

  /// `Y-1`, `M+0`, `END:Y+0`.
  static func relative(_ text: String) -> DateSpec? {
    var spec = DateSpec()
    var rest = Substring(text)
    // `BY:` is a bound, `y` the year before that of the text.
    if rest.hasPrefix("BY:") {
      spec.bound = .by
      rest = rest.dropFirst(3)
    }
    if let colon = rest.firstIndex(of: ":") {
      spec.part = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    // `F` counts fiscal years.
    spec.isFiscal = rest.first == "F"
    spec.isNextToContext = rest.first == "y"
    let isYear = spec.isFiscal || spec.isNextToContext
    guard let unit = rest.first.flatMap({ isYear ? .year : DateSpec.Unit(rawValue: String($0)) }),
      let offset = Int(rest.dropFirst())
    else { return nil }
    spec.relative = (unit, offset)
    return spec
  }
}
