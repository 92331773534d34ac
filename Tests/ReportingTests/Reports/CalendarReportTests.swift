import Facts
import Reporting
import Testing

@Suite struct CalendarReportTests {
  @Test(arguments: [
    ("2025-05-17", "2025-Q2"), ("2025-Q3", "2025-Q3"), ("2025-01/2025-03", "2025-Q1"), ("2025-SP", "2025-H1"),
    ("END:2025", "2025-H2"), ("MID:2025", "2025"), ("2025", "2025"), ("../2027", "../2027"),
    ("2025/2026", "2025/2026"),
  ])
  func aLaunchStandsInItsQuarter(when: String, quarter: String) {
    let row = ChartTests.fact(.launch, when: when)
    #expect(CalendarReport.entries(of: [row]).map(\.quarter.description) == [quarter])
  }

  @Test func earlierQuartersComeFirst() {
    let rows = ["2026", "2025-Q4", "2025", "2025-02"].map { ChartTests.fact(.launch, when: $0) }
    #expect(
      CalendarReport.entries(of: rows + [ChartTests.fact(.launch)]).map(\.quarter.description) == [
        "2025-Q1", "2025", "2025-Q4", "2026",
      ])
  }
}
