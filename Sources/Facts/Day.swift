/// A day of the Gregorian calendar.
public struct Day: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// Makes a day, or `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-06-26`; a longer text (`2025-06-26T10:00`) is read by its first ten characters.
  public init?(_ text: String) {
    var text = text
    let day = text.withUTF8 { Day($0) }
    guard let day else { return nil }
    self = day
  }

  /// Reads a day off bytes, as off a text.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      bytes.count == 10 || !(0x30...0x39).contains(bytes[10])
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let y = number(0..<4), let m = number(5..<7), let d = number(8..<10) else { return nil }
    self.init(year: y, month: m, day: d)
  }

  /// The day that lies `number` days after 1970-01-01 (days-from-civil of Howard Hinnant's date algorithms).
  public init(number: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  public var number: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week, 0 for Monday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// The number of days of a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `2025-06-26`.
  public var description: String {
    // Counting days can lead beyond the years that a text may name.
    guard (0...9999).contains(year) else {
      return Day.pad(year, 4) + "-" + Day.pad(month, 2) + "-" + Day.pad(day, 2)
    }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      func write(_ number: Int, to range: Range<Int>) {
        var rest = number
        for place in range.reversed() {
          bytes[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
          rest /= 10
        }
      }
      write(year, to: 0..<4)
      bytes[4] = 0x2D
      write(month, to: 5..<7)
      bytes[7] = 0x2D
      write(day, to: 8..<10)
      return 10
    }
  }

  /// A number with leading zeros to a width.
  public static func padded(_ number: Int, _ width: Int) -> String { pad(number, width) }

  static func pad(_ number: Int, _ width: Int) -> String {
    // Years, months and days, which each date of a text is put together from.
    if width == 4 && (0...9999).contains(number) || width == 2 && (0...99).contains(number) {
      return String(unsafeUninitializedCapacity: width) { bytes in
        var rest = number
        for place in (0..<width).reversed() {
          bytes[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
          rest /= 10
        }
        return width
      }
    }
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// Earlier days come first.
  public static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}
