/// A date or period in TIMEX3 values: `2025-06-26`, `2025-06`, `2025-Q3`, `2025-H1`, `2025`, `2025-SP`, `MID:2025`,
/// `2024-01/2024-09`, `../2027`, `2026/..`.
///
/// Method: the value grammar of TIMEX3 (ISO-TimeML), with spans written as ISO 8601 intervals.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The value in its normal form.
  public let description: String
  /// The first day, `nil` where the period has no beginning (`../2027`).
  public let first: Day?
  /// The last day, `nil` where it has no end (`2026/..`).
  public let last: Day?

  /// Reads a value in normal form; `nil` where it is none.
  public init?(_ text: String) {
    guard let (first, last) = Period.days(of: text) else { return nil }
    description = text
    self.first = first
    self.last = last
  }

  /// Periods differ in their days nearly always.
  public func hash(into hasher: inout Hasher) {
    func packed(_ day: Day?) -> Int { day.map { ($0.year << 4 | $0.month) << 5 | $0.day } ?? 0 }
    hasher.combine(packed(first) << 32 | packed(last))
  }

  /// A whole year.
  public static func year(_ year: Int) -> Period? { Period(Day.pad(year, 4)) }
  /// A month.
  public static func month(_ year: Int, _ month: Int) -> Period? {
    Period(Day.pad(year, 4) + "-" + Day.pad(month, 2))
  }

  /// Whether the period lacks one of its ends.
  public var isOpen: Bool { first == nil || last == nil }

  /// Whether the two spans share a day.
  public func overlaps(_ other: Period) -> Bool {
    if let a = last, let b = other.first, a < b { return false }
    if let a = first, let b = other.last, b < a { return false }
    return true
  }

  /// Whether two closed periods share at least half of the days that either spans; an open one shares nothing.
  public func sharesHalf(with other: Period) -> Bool {
    guard let a0 = first, let a1 = last, let b0 = other.first, let b1 = other.last else { return false }
    // Most periods that are compared lie apart, and that is told without counting days.
    guard a0 <= b1, b0 <= a1 else { return false }
    let both = min(a1, b1).number - max(a0, b0).number + 1
    let either = max(a1, b1).number - min(a0, b0).number + 1
    return both > 0 && 2 * both >= either
  }

  /// Whether every day of this period lies in `other`; an open period lies in none that is closed on that side.
  public func lies(in other: Period) -> Bool {
    if let begin = other.first {
      guard let first, first >= begin else { return false }
    }
    if let end = other.last {
      guard let last, last <= end else { return false }
    }
    return true
  }

  private static func days(of text: String) -> (Day?, Day?)? {
    var text = text
    return text.withUTF8 { days(of: $0[...]) }
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func days(of text: Bytes) -> (Day?, Day?)? {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
      return closedDays(of: text).map { ($0.0, $0.1) }
    }
    let (a, b) = (text[..<slash], text[(slash + 1)...])
    guard !(isOpen(a) && isOpen(b)) else { return nil }
    var first: Day?
    var last: Day?
    if !isOpen(a) {
      guard let days = closedDays(of: a) else { return nil }
      first = days.0
    }
    if !isOpen(b) {
      guard let days = closedDays(of: b) else { return nil }
      last = days.1
    }
    if let first, let last, last < first { return nil }
    return (first, last)
  }

  /// Whether it says that a span has no such end.
  private static func isOpen(_ text: Bytes) -> Bool { text.elementsEqual("..".utf8) }

  private static func closedDays(of text: Bytes) -> (Day, Day)? {
    let third: Int
    switch text.first {
    case UInt8(ascii: "S") where text.starts(with: "START:".utf8): third = 0
    case UInt8(ascii: "M") where text.starts(with: "MID:".utf8): third = 1
    case UInt8(ascii: "E") where text.starts(with: "END:".utf8): third = 2
    default: return simpleDays(of: text)
    }
    let name = text.drop { $0 != UInt8(ascii: ":") }.dropFirst()
    guard let (a, b) = simpleDays(of: name) else { return nil }
    let days = b.number - a.number + 1
    let cuts = (0, days / 3, 2 * days / 3, days)
    let (from, to) = third == 0 ? (cuts.0, cuts.1) : third == 1 ? (cuts.1, cuts.2) : (cuts.2, cuts.3)
    return (Day(number: a.number + from), Day(number: a.number + to - 1))
  }

  /// The days of `2025`, `2025-06`, `2025-Q3` and its like, `2025-06-26`.
  private static func simpleDays(of text: Bytes) -> (Day, Day)? {
    guard let year = digits(text.prefix(4), 4), year >= 1 else { return nil }
    func months(_ from: Int, _ to: Int, endYear: Int? = nil) -> (Day, Day)? {
      let last = endYear ?? year
      guard let a = Day(year: year, month: from, day: 1),
        let b = Day(year: last, month: to, day: Day.length(ofMonth: to, year: last))
      else { return nil }
      return (a, b)
    }
    switch text.count {
    case 4: return months(1, 12)
    case 7:
      let at = text.startIndex
      guard text[at + 4] == UInt8(ascii: "-") else { return nil }
      switch (text[at + 5], text[at + 6]) {
      case (UInt8(ascii: "Q"), UInt8(ascii: "1")): return months(1, 3)
      case (UInt8(ascii: "Q"), UInt8(ascii: "2")): return months(4, 6)
      case (UInt8(ascii: "Q"), UInt8(ascii: "3")): return months(7, 9)
      case (UInt8(ascii: "Q"), UInt8(ascii: "4")): return months(10, 12)
      case (UInt8(ascii: "H"), UInt8(ascii: "1")): return months(1, 6)
      case (UInt8(ascii: "H"), UInt8(ascii: "2")): return months(7, 12)
      case (UInt8(ascii: "S"), UInt8(ascii: "P")): return months(3, 5)
      case (UInt8(ascii: "S"), UInt8(ascii: "U")): return months(6, 8)
      case (UInt8(ascii: "F"), UInt8(ascii: "A")): return months(9, 11)
      case (UInt8(ascii: "W"), UInt8(ascii: "I")): return months(12, 2, endYear: year + 1)
      default:
        guard let month = digits(text.suffix(2), 2), (1...12).contains(month) else { return nil }
        return months(month, month)
      }
    case 10: return Day(UnsafeBufferPointer(rebasing: text)).map { ($0, $0) }
    default: return nil
    }
  }

  private static func digits(_ text: Bytes, _ count: Int) -> Int? {
    guard text.count == count else { return nil }
    var value = 0
    for byte in text {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

extension Period: Codable {
  /// Reads the normal form; throws `DecodingError.dataCorrupted` for anything else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = Period(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no date or period")
    }
    self = period
  }

  /// Writes the normal form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
