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
    if let slash = text.firstIndex(of: "/") {
      let a = String(text[..<slash])
      let b = String(text[text.index(after: slash)...])
      guard !(a == ".." && b == "..") else { return nil }
      var first: Day?
      var last: Day?
      if a != ".." {
        guard !a.contains("/"), let days = closedDays(of: a) else { return nil }
        first = days.0
      }
      if b != ".." {
        guard !b.contains("/"), let days = closedDays(of: b) else { return nil }
        last = days.1
      }
      if let first, let last, last < first { return nil }
      return (first, last)
    }
    return closedDays(of: text).map { ($0.0, $0.1) }
  }

  private static func closedDays(of text: String) -> (Day, Day)? {
    for (prefix, third) in [("START:", 0), ("MID:", 1), ("END:", 2)] where text.hasPrefix(prefix) {
      guard let (a, b) = simpleDays(of: String(text.dropFirst(prefix.count))) else { return nil }
      let days = b.number - a.number + 1
      let cuts = [0, days / 3, 2 * days / 3, days]
      return (Day(number: a.number + cuts[third]), Day(number: a.number + cuts[third + 1] - 1))
    }
    return simpleDays(of: text)
  }

  private static func simpleDays(of text: String) -> (Day, Day)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ digits($0, 4) }), year >= 1 else { return nil }
    func months(_ from: Int, _ to: Int, endYear: Int? = nil) -> (Day, Day)? {
      let last = endYear ?? year
      guard let a = Day(year: year, month: from, day: 1),
        let b = Day(year: last, month: to, day: Day.length(ofMonth: to, year: last))
      else { return nil }
      return (a, b)
    }
    if parts.count == 1 { return months(1, 12) }
    if parts.count == 2 {
      switch parts[1] {
      case "Q1": return months(1, 3)
      case "Q2": return months(4, 6)
      case "Q3": return months(7, 9)
      case "Q4": return months(10, 12)
      case "H1": return months(1, 6)
      case "H2": return months(7, 12)
      case "SP": return months(3, 5)
      case "SU": return months(6, 8)
      case "FA": return months(9, 11)
      case "WI": return months(12, 2, endYear: year + 1)
      default:
        guard let month = digits(parts[1], 2), (1...12).contains(month) else { return nil }
        return months(month, month)
      }
    }
    guard parts.count == 3, let day = Day(text), text.utf8.count == 10 else { return nil }
    return (day, day)
  }

  private static func digits(_ text: Substring, _ count: Int) -> Int? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
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
