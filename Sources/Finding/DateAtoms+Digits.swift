import Facts
import Lexicon

/// Dates in digits.
extension DateFinder {
  func ideograph(_ t: Int) -> String? {
    guard t >= 0, t < tokens.count, tokens[t].sort == .ideograph else { return nil }
    return String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self)
  }

  func value(_ t: Int) -> Int? {
    guard t >= 0, t < tokens.count, tokens[t].sort == .number, tokens[t].end - tokens[t].start <= 4 else {
      return nil
    }
    var value = 0
    for b in text.bytes[tokens[t].start..<tokens[t].end] { value = value * 10 + Int(b - 0x30) }
    return value
  }

  func digits(at t: Int, _ out: inout [Atom]) {
    let token = tokens[t]
    let s = text.bytes
    // "26th", "1er", "1º"
    if token.sort == .mixed, Letters.isDigit(s[token.start]) {
      let tail = String(decoding: s[token.start..<token.end].drop { Letters.isDigit($0) }, as: UTF8.self)
      var day = 0
      for b in s[token.start..<token.end] where Letters.isDigit(b) { day = min(99, day * 10 + Int(b - 0x30)) }
      if ["st", "nd", "rd", "th", "er", "º"].contains(tail), (1...31).contains(day) {
        out.append(Atom(kind: .day(day), start: token.start, end: token.end, tokenEnd: t + 1))
        if let (spec, end) = dayThenMonth(t, day) {
          out.append(Atom(kind: .full(spec), start: token.start, end: tokens[end - 1].end, tokenEnd: end))
        }
      }
      return
    }
    // "FY27"
    if token.sort == .mixed, s[token.start..<token.end].starts(with: "fy".utf8),
      let year = Int(String(decoding: s[(token.start + 2)..<token.end], as: UTF8.self)),
      (10..<60).contains(year) || (2010..<2060).contains(year)
    {
      out.append(
        Atom(
          kind: .year(year < 100 ? 2000 + year : year), start: token.start, end: token.end, tokenEnd: t + 1,
          note: "F"))
      return
    }
    if let month = chineseMonth(at: t) {
      out.append(month)
      return
    }
    guard let value = value(t) else { return }
    let length = token.end - token.start
    // Digits of a larger number, a decimal or a name are no date.
    if t > 0, !token.spaceBefore, tokens[t - 1].sort == .word || tokens[t - 1].sort == .mixed { return }
    if t > 1, !token.spaceBefore, [0x2C, 0x2E, 0x27].contains(s[tokens[t - 1].start]),
      !tokens[t - 1].spaceBefore, tokens[t - 2].sort == .number
    {
      return
    }
    if t + 2 < tokens.count, [0x2C, 0x2E].contains(s[tokens[t + 1].start]), !tokens[t + 1].spaceBefore,
      !tokens[t + 2].spaceBefore, tokens[t + 2].sort == .number,
      length != 4 || tokens[t + 2].end - tokens[t + 2].start == 3
    {
      return
    }
    if let next = ideograph(t + 1), tokens[t + 1].start == token.end {
      func atom(_ kind: Atom.Kind) {
        out.append(Atom(kind: kind, start: token.start, end: tokens[t + 1].end, tokenEnd: t + 2))
      }
      switch next {
      case "年":
        if length == 4, (1900..<2100).contains(value) { atom(.year(value)) }
        if length == 2, (10..<60).contains(value), ideograph(t + 2) != "来", ideograph(t + 2) != "前",
          ideograph(t + 2) != "后"
        {
          atom(.year(2000 + value))
        }
      case "月":
        if (1...12).contains(value) {
          let end = ideograph(t + 2) == "份" ? t + 3 : t + 2
          out.append(Atom(kind: .month(value), start: token.start, end: tokens[end - 1].end, tokenEnd: end))
          // 1-10月: the number is no day.
          return
        }
      case "日", "号", "號":
        if (1...31).contains(value) { atom(.day(value)) }
      case "-", "至", "到":
        if (1...12).contains(value), let other = self.value(t + 2), (1...12).contains(other),
          ideograph(t + 3) == "月"
        {
          out.append(Atom(kind: .month(value), start: token.start, end: token.end, tokenEnd: t + 1))
        }
      default: break
      }
    }
    if t + 3 < tokens.count, tokens[t + 1].sort == .mark, (1...12).contains(value),
      let other = self.value(t + 2), other > value, (1...12).contains(other), ideograph(t + 3) == "月"
    {
      out.append(Atom(kind: .month(value), start: token.start, end: token.end, tokenEnd: t + 1))
    }
    if length == 4, (1950..<2100).contains(value), isYear(t) {
      out.append(Atom(kind: .year(value), start: token.start, end: token.end, tokenEnd: t + 1))
    } else if length <= 2 {
      out.append(Atom(kind: .count(value), start: token.start, end: token.end, tokenEnd: t + 1))
      if (1...31).contains(value), let (spec, end) = dayThenMonth(t, value) {
        out.append(Atom(kind: .full(spec), start: token.start, end: tokens[end - 1].end, tokenEnd: end))
      }
      if (1...31).contains(value) {
        out.append(Atom(kind: .day(value), start: token.start, end: token.end, tokenEnd: t + 1))
      }
    }
  }

  /// Whether four digits are a year: not a number with a unit, a currency or counted things behind it.
  private func isYear(_ t: Int) -> Bool {
    guard let number = numbers.first(where: { $0.start <= tokens[t].start && tokens[t].end <= $0.end }) else {
      return true
    }
    return number.looksLikeYear && (number.sort == .plain || number.sort == .other) && number.valueMax == nil
      && !(cuesAt[t + 1] ?? []).contains {
        // "2025 registrations" are counted, "in 2025 registrations rose" and "nel 2025 abbiamo immatricolato" not.
        $0.cue == .vehicle || $0.cue == .measureRegistrations && !follows(.glue, t) && !follows(.month, t)
      }
  }

  private func follows(_ cue: Cue, _ t: Int) -> Bool {
    (max(0, t - 3)..<t).contains { cuesAt[$0]?.contains { $0.cue == cue && $0.tokenEnd == t } == true }
  }

  /// A day before its month, in words such as "27 July" and "le 27 juillet"; the year may follow as an atom of its own.
  private func dayThenMonth(_ t: Int, _ day: Int) -> (DateSpec, Int)? {
    var at = t + 1
    if at < tokens.count, [0x2E, 0xC2].contains(text.bytes[tokens[at].start]), tokens[at].sort == .mark,
      !tokens[at].spaceBefore
    {
      at += 1
    }
    if let glue = cuesAt[at]?.first(where: { $0.cue == .glue }),
      cuesAt[at]?.contains(where: { $0.cue == .month }) != true
    {
      at = glue.tokenEnd
    }
    guard let month = cuesAt[at]?.first(where: { $0.cue == .month }),
      let value = month.value.flatMap({ Int($0) })
    else { return nil }
    var spec = DateSpec()
    spec.day = day
    spec.month = value
    return (spec, month.tokenEnd)
  }
}
