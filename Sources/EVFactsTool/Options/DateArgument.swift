import ArgumentParser
import EVFacts

/// Reads a day of the command line.
enum DateArgument {
  /// The day, or a usage error that shows how one is written.
  static func day(_ text: String) throws -> Day {
    guard text.utf8.count == 10, let day = Day(text) else {
      throw ValidationError("'\(text)' is no date. Try: 2024-11-30")
    }
    return day
  }
}
