import Facts
import Synchronization

/// Periods as people say them: `MID:2025` is "mid 2025", `../2027` is "by 2027".
public enum PeriodWords {
  /// The period in words.
  public static func of(_ period: Period) -> String {
    let code = period.description
    return found.withLock { found in
      if let words = found[code] { return words }
      let words = sentence(of: code)
      // A report of many rows has few periods; a program that runs for long may meet more.
      if found.count >= 10_000 { found.removeAll() }
      found[code] = words
      return words
    }
  }

  /// The words of the codes that were met.
  private static let found = Mutex<[String: String]>([:])

  private static func sentence(of code: String) -> String {
    guard let slash = code.firstIndex(of: "/") else { return words(code[...]) }
    let from = code[..<slash]
    let to = code[code.index(after: slash)...]
    if from == ".." { return "by " + words(to) }
    if to == ".." { return "from " + words(from) }
    return words(from) + " to " + words(to)
  }

  private static func words(_ code: Substring) -> String {
    for (prefix, word) in [("START:", "early "), ("MID:", "mid "), ("END:", "late ")]
    where code.hasPrefix(prefix) {
      return word + words(code.dropFirst(prefix.count))
    }
    let parts = code.split(separator: "-")
    guard let year = parts.first, parts.count > 1 else { return String(code) }
    if let part = partsOfYear[String(parts[1])] { return part + " " + year }
    guard let number = Int(parts[1]), months.indices.contains(number - 1) else { return String(code) }
    let month = months[number - 1] + " " + year
    guard parts.count == 3, let day = Int(parts[2]) else { return month }
    return "\(day) \(month)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  private static let partsOfYear = [
    "Q1": "Q1", "Q2": "Q2", "Q3": "Q3", "Q4": "Q4", "H1": "first half of", "H2": "second half of",
    "SP": "spring",
    "SU": "summer", "FA": "autumn", "WI": "winter",
  ]
}
