import Facts
import Reporting
import Testing

@Suite struct PeriodWordsTests {
  @Test(arguments: [
    ("2025-06-26", "26 June 2025"), ("2025-06", "June 2025"), ("2025", "2025"), ("2025-Q3", "Q3 2025"),
    ("2025-H1", "first half of 2025"), ("2025-WI", "winter 2025"), ("MID:2025", "mid 2025"),
    ("END:2025-06", "late June 2025"), ("../2027", "by 2027"), ("2026/..", "from 2026"),
    ("2024-01/2024-09", "January 2024 to September 2024"), ("../END:2025", "by late 2025"),
  ])
  func saysPeriods(code: String, words: String) throws {
    let period = try #require(Period(code))
    #expect(PeriodWords.of(period) == words)
  }
}
