import Facts

/// Finds whole dates in a short text, as datelines and bylines write them.
///
/// - Finds: "13. November 2025", "26 September 2025", "November 26th, 2025", "1er mars 2025", "6 de enero de 2026",
///   "2026年1月6日", "2025-11-13", "13.11.2025", "28/11/2025".
/// - Leaves alone: "13. November", "im November 2025", "03/04/2025" where day and month could be either.
struct DateFinder {
  /// A date with the bytes of the text that it covers.
  struct Found: Equatable {
    var day: Day
    var range: Range<Int>
  }

  /// Whether "03/04/2025" is the third of April; `nil` where the language does not say.
  var dayComesFirst: Bool?

  /// All dates, in order.
  func dates(in text: some StringProtocol) -> [Found] {
    let tokens = DateFinder.tokens(of: text)
    var found: [Found] = []
    var at = 0
    while at < tokens.count {
      if let (day, count) = date(tokens[at...]) {
        found.append(
          Found(day: day, range: tokens[at].range.lowerBound..<tokens[at + count - 1].range.upperBound))
        at += count
      } else {
        at += 1
      }
    }
    return found
  }

  private struct Token {
    enum Kind: Equatable {
      case number(Int, digits: Int)
      case word(String)
      case mark(UInt8)
    }
    var kind: Kind
    var range: Range<Int>
    /// Whether it follows the one before without a space.
    var isJoined: Bool
  }

  private func date(_ tokens: ArraySlice<Token>) -> (Day, Int)? {
    guard case .number(let first, let digits) = tokens.first?.kind else {
      return monthFirst(tokens)
    }
    if digits == 4 { return yearFirst(first, tokens) }
    guard digits <= 2 else { return nil }
    return dayMonthYear(first, tokens) ?? numeric(first, tokens)
  }

  /// "2025-11-13", "2025/11/13", "2026年1月6日".
  private func yearFirst(_ year: Int, _ tokens: ArraySlice<Token>) -> (Day, Int)? {
    let list = Array(tokens.prefix(6))
    guard list.count >= 5, case .number(let month, let m) = list[2].kind,
      case .number(let day, let d) = list[4].kind,
      m <= 2, d <= 2, let value = Day(year: year, month: month, day: day)
    else { return nil }
    if list[1].kind == .word("年"), list[3].kind == .word("月") {
      let closed = list.count > 5 && (list[5].kind == .word("日") || list[5].kind == .word("号"))
      return (value, closed ? 6 : 5)
    }
    guard case .mark(let a) = list[1].kind, list[3].kind == .mark(a), "-/.".utf8.contains(a),
      list[1...4].allSatisfy(\.isJoined)
    else { return nil }
    return (value, 5)
  }

  /// Such as "13. November 2025", "6 de enero de 2026", "26th of September, 2025" or "1er mars 2025"
  private func dayMonthYear(_ day: Int, _ tokens: ArraySlice<Token>) -> (Day, Int)? {
    var at = tokens.startIndex + 1
    var month: Int?
    while at < tokens.endIndex, at < tokens.startIndex + 8 {
      switch tokens[at].kind {
      case .word(let word):
        if month == nil, let value = MonthNames.month(word) {
          month = value
        } else if !["de", "del", "of", "er", "st", "nd", "rd", "th", "º", "°"].contains(word) {
          return nil
        }
      case .mark(let mark):
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") || mark == UInt8(ascii: "-") else {
          return nil
        }
      case .number(let year, let digits):
        guard let month, digits == 4, let value = Day(year: year, month: month, day: day) else { return nil }
        return (value, at - tokens.startIndex + 1)
      }
      at += 1
    }
    return nil
  }

  /// "November 26th, 2025".
  private func monthFirst(_ tokens: ArraySlice<Token>) -> (Day, Int)? {
    guard case .word(let name) = tokens.first?.kind, let month = MonthNames.month(name) else { return nil }
    var at = tokens.startIndex + 1
    var day: Int?
    while at < tokens.endIndex, at < tokens.startIndex + 6 {
      switch tokens[at].kind {
      case .number(let number, let digits):
        guard day == nil, digits <= 2 else {
          guard let day, digits == 4, let value = Day(year: number, month: month, day: day) else {
            return nil
          }
          return (value, at - tokens.startIndex + 1)
        }
        day = number
      case .word(let word): guard ["st", "nd", "rd", "th"].contains(word) else { return nil }
      case .mark(let mark): guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else { return nil }
      }
      at += 1
    }
    return nil
  }

  /// "13.11.2025", "28/11/2025", "11/28/2025".
  private func numeric(_ first: Int, _ tokens: ArraySlice<Token>) -> (Day, Int)? {
    let list = Array(tokens.prefix(5))
    guard list.count == 5, case .mark(let a) = list[1].kind, list[3].kind == .mark(a), "./-".utf8.contains(a),
      case .number(let second, let digits) = list[2].kind, digits <= 2,
      case .number(let year, 4) = list[4].kind,
      list[1...4].allSatisfy({ $0.isJoined || a == UInt8(ascii: ".") })
    else { return nil }
    // The dot is written day first everywhere.
    let dayFirst =
      a == UInt8(ascii: ".") || first > 12 || first == second ? true : second > 12 ? false : dayComesFirst
    guard let dayFirst,
      let day = Day(year: year, month: dayFirst ? second : first, day: dayFirst ? first : second)
    else { return nil }
    return (day, 5)
  }

  private static func tokens(of text: some StringProtocol) -> [Token] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var at = 0
    var end = -1
    while at < bytes.count {
      let start = at
      let byte = bytes[at]
      let kind: Token.Kind
      if byte <= 0x20 || byte == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0 {
        at += byte == 0xC2 ? 2 : 1
        continue
      } else if (0x30...0x39).contains(byte) {
        var value = 0
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
          value = min(value * 10 + Int(bytes[at] - 0x30), 1_000_000)
          at += 1
        }
        kind = .number(value, digits: at - start)
      } else if byte != 0xC2, isLetter(byte) {
        if (0xE2...0xE9).contains(byte) {
          at = min(at + 3, bytes.count)
        } else {
          while at < bytes.count, isLetter(bytes[at]), bytes[at] != 0xC2, !(0xE2...0xE9).contains(bytes[at]) {
            at += 1
          }
        }
        kind = .word(String(decoding: bytes[start..<at], as: UTF8.self).lowercased())
      } else {
        kind = .mark(byte)
        at += 1
      }
      tokens.append(Token(kind: kind, range: start..<at, isJoined: start == end))
      end = at
    }
    return tokens
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
