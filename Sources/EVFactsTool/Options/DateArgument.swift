import ArgumentParser
import EVFacts
import Foundation

/// Reads a day of the command line.
enum DateArgument {
  /// The day, or a usage error that shows how one is written.
  static func day(_ text: String) throws -> Day {
    guard text.utf8.count == 10, let day = Day(text) else {
      throw ValidationError("'\(text)' is no date. Try: 2024-11-30")
    }
    return day
  }

  /// The day that it is here.
  static var today: Day {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? Day(number: Int(now) / 86_400)
  }
}
