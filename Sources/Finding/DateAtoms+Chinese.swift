import Facts
import Lexicon

/// Chinese signs behind digits and dates, and dates all in digits.
extension DateFinder {
  /// A month in Chinese numerals: 六月, 十二月.
  func chineseMonth(at t: Int) -> Atom? {
    guard tokens[t].sort == .ideograph else { return nil }
    let months = DateFinder.chineseNumbers
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

  private static let chineseNumbers = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// 底, 末, 初, 中 behind 年 or 月: "6月底", "2025年初", "去年底".
  func chinesePart(at t: Int, _ out: inout [Atom]) {
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
  func written(at t: Int) -> Atom? {
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
