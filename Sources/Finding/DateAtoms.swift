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
      case .month: number.map { .month($0) }
      case .weekday: number.map { .weekday($0 - 1) }
      case .season: cue.value.map { .season($0) }
      case .part: cue.value.map { .part($0) }
      case .quarter: number.map { .quarter($0) }
      case .half: number.map { .half($0) }
      case .dateUnit: cue.value.flatMap { DateSpec.Unit(rawValue: $0) }.map { .unit($0) }
      case .relative: cue.value.flatMap { DateFinder.relative($0) }.map { .relative($0) }
      case .last: .turn(-1)
      case .this: .turn(0)
      case .next: .turn(1)
      case .firstN: .firstN
      case .numberWord:
        cue.value.flatMap { Double($0) }.flatMap {
          $0 == $0.rounded() && $0 >= 1 && $0 <= 31 ? .count(Int($0)) : nil
        }
      case .ago: .ago
      case .ahead: .ahead
      case .same: .anaphor(.same)
      case .yearBefore: .anaphor(.yearBefore)
      case .yearAfter: .anaphor(.yearAfter)
      case .by: .bound(.by)
      case .from: .bound(.from)
      case .since: .bound(.since)
      case .notBefore: .bound(.notBefore)
      case .spanOpen: .spanOpen
      case .spanJoin: .spanJoin
      case .glue: .glue
      default: nil
      }
    if let kind { out.append(Atom(kind: kind, start: cue.start, end: cue.end, tokenEnd: cue.tokenEnd)) }
  }

  /// `Y-1`, `M+0`, `END:Y+0`.
  static func relative(_ text: String) -> DateSpec? {
    var spec = DateSpec()
    var rest = Substring(text)
    if let colon = rest.firstIndex(of: ":") {
      spec.part = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    guard let unit = rest.first.flatMap({ DateSpec.Unit(rawValue: String($0)) }),
      let offset = Int(rest.dropFirst())
    else { return nil }
    spec.relative = (unit, offset)
    return spec
  }

  private func ideograph(_ t: Int) -> String? {
    guard t >= 0, t < tokens.count, tokens[t].sort == .ideograph else { return nil }
    return String(decoding: text.bytes[tokens[t].start..<tokens[t].end], as: UTF8.self)
  }

  private func value(_ t: Int) -> Int? {
    guard t >= 0, t < tokens.count, tokens[t].sort == .number, tokens[t].end - tokens[t].start <= 4 else {
      return nil
    }
    var value = 0
    for b in text.bytes[tokens[t].start..<tokens[t].end] { value = value * 10 + Int(b - 0x30) }
    return value
  }

  private func digits(at t: Int, _ out: inout [Atom]) {
    let token = tokens[t]
    let s = text.bytes
    // "26th", "1er", "1º"
    if token.sort == .mixed, Letters.isDigit(s[token.start]) {
      let tail = String(decoding: s[token.start..<token.end].drop { Letters.isDigit($0) }, as: UTF8.self)
      var day = 0
      for b in s[token.start..<token.end] where Letters.isDigit(b) { day = min(99, day * 10 + Int(b - 0x30)) }
      if ["st", "nd", "rd", "th", "er", "º"].contains(tail), (1...31).contains(day) {
        out.append(Atom(kind: .day(day), start: token.start, end: token.end, tokenEnd: t + 1))
      }
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
      && !(cuesAt[t + 1] ?? []).contains { $0.cue == .vehicle || $0.cue == .measureRegistrations }
  }

  /// A day before its month, in words such as "27 July" and "le 27 juillet"; the year may follow as an atom of its own.
  private func dayThenMonth(_ t: Int, _ day: Int) -> (DateSpec, Int)? {
    var at = t + 1
    if at < tokens.count, text.bytes[tokens[at].start] == 0x2E, !tokens[at].spaceBefore { at += 1 }
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

  /// A month in Chinese numerals: 六月, 十二月.
  private func chineseMonth(at t: Int) -> Atom? {
    let months = ["一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10]
    guard let first = ideograph(t), let value = months[first], let next = ideograph(t + 1) else { return nil }
    if next == "月" {
      return ideograph(t - 1) == "十"
        ? nil : Atom(kind: .month(value), start: tokens[t].start, end: tokens[t + 1].end, tokenEnd: t + 2)
    }
    if value == 10, let unit = months[next], unit <= 2, ideograph(t + 2) == "月" {
      return Atom(kind: .month(10 + unit), start: tokens[t].start, end: tokens[t + 2].end, tokenEnd: t + 3)
    }
    return nil
  }

  /// 底, 末, 初, 中 behind 年 or 月: "6月底", "2025年初", "去年底".
  private func chinesePart(at t: Int, _ out: inout [Atom]) {
    guard let here = ideograph(t), let before = ideograph(t - 1),
      before == "月" || before == "年" || before == "份"
    else { return }
    let next = ideograph(t + 1)
    var end = t + 1
    let part: String?
    switch here {
    case "底", "末": part = "END"
    case "初": part = "START"
    case "中":
      part = ["国", "國", "型", "期", "心", "央", "级", "間", "间", "高"].contains(next) ? nil : "MID"
      if next == "旬" { end += 1 }
    case "上", "下":
      part = next == "旬" ? (here == "上" ? "START" : "END") : nil
      end += 1
    case "前", "以前", "之前":
      out.append(Atom(kind: .bound(.by), start: tokens[t].start, end: tokens[t].end, tokenEnd: t + 1))
      part = nil
    case "起", "后", "後":
      out.append(Atom(kind: .bound(.from), start: tokens[t].start, end: tokens[t].end, tokenEnd: t + 1))
      part = nil
    default: part = nil
    }
    if let part {
      out.append(Atom(kind: .part(part), start: tokens[t].start, end: tokens[end - 1].end, tokenEnd: end))
    }
  }

  /// `2025-09-26`, `13.11.2025`, `26/09/2025`; with dots and strokes the day stands first where both readings are possible.
  private func written(at t: Int) -> Atom? {
    guard t + 4 < tokens.count, let a = value(t), let b = value(t + 2), let c = value(t + 4) else {
      return nil
    }
    for i in 1...4 where tokens[t + i].spaceBefore { return nil }
    let mark = text.bytes[tokens[t + 1].start]
    guard mark == text.bytes[tokens[t + 3].start], mark == 0x2D || mark == 0x2E || mark == 0x2F else {
      return nil
    }
    let day: Day?
    if tokens[t].end - tokens[t].start == 4 {
      day = Day(year: a, month: b, day: c)
    } else if tokens[t + 4].end - tokens[t + 4].start == 4, mark != 0x2D {
      day = Day(year: c, month: b, day: a) ?? Day(year: c, month: a, day: b)
    } else {
      day = nil
    }
    guard let day else { return nil }
    var spec = DateSpec()
    spec.year = day.year
    spec.month = day.month
    spec.day = day.day
    return Atom(kind: .full(spec), start: tokens[t].start, end: tokens[t + 4].end, tokenEnd: t + 5)
  }
}
