import Facts
import Reporting
import Testing

@Suite struct JSONFormatTests {
  static let report = ValueReport.of(
    columns: ["x", "y"], rows: [[.text("a\"\n"), .null], [.integer(2), .real(0.5)]])

  @Test func writesAnArray() throws {
    #expect(
      try JSONFormat().text(of: Self.report) == """
        [
        {"x": "a\\"\\n", "y": null},
        {"x": 2, "y": 0.5}
        ]

        """)
  }

  @Test func writesAnEmptyArray() throws {
    #expect(try JSONFormat().text(of: FactReport.of([])) == "[]\n")
  }

  @Test func writesALineARow() throws {
    #expect(
      try JSONLinesFormat().text(of: Self.report) == """
        {"x": "a\\"\\n", "y": null}
        {"x": 2, "y": 0.5}

        """)
  }

  @Test func writesCodesAndNotWords() throws {
    let line = try JSONLinesFormat().text(of: FactReport.of([Samples.launch]))
    #expect(
      line.contains("\"when\": \"MID:2025\", \"start_date\": \"2025-05-02\", \"end_date\": \"2025-08-31\""))
  }
}
