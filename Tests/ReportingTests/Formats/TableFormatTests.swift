import Facts
import Reporting
import Testing

@Suite struct TableFormatTests {
  @Test func alignsChineseByDoubleWidth() throws {
    let report = ValueReport.of(
      columns: ["maker", "cars"], rows: [[.text("小米"), .integer(5)], [.text("BYD"), .integer(1234)]])
    #expect(
      try TableFormat().text(of: report) == """
        maker   cars
        ─────  ─────
        小米       5
        BYD    1,234

        """)
  }

  @Test func leavesOutEmptyColumnsAndSetsTheSentenceBelow() throws {
    #expect(
      try TableFormat().text(of: FactReport.of([Samples.target])) == """
        manufacturer  model  attribute              value  when  market  status
        ────────────  ─────  ──────────  ────────────────  ────  ──────  ───────
        Xiaomi        SU7    deliveries  130,000 vehicles  2024  China   planned
          “Für 2024 gilt ein Ziel von ⟦130.000⟧ Fahrzeugen.”
          Der "Stromfahrer", 2024-11-30, a1

        """)
  }

  @Test func saysTheKindWhereThereAreSeveral() throws {
    let table = try TableFormat().text(of: FactReport.of([Samples.target, Samples.launch]))
    #expect(table.hasPrefix("kind          manufacturer"))
    #expect(table.contains("launch        小米          YU7    launch                        mid 2025"))
  }

  @Test func coloursOnlyForATerminal() throws {
    let report = FactReport.of([Samples.target])
    #expect(try !TableFormat().text(of: report).contains("\u{1B}"))
    let coloured = try TableFormat(style: TextStyle(hasColours: true)).text(of: report)
    #expect(coloured.contains("\u{1B}[1;33m130.000\u{1B}[0m"))
  }

  @Test func takesControlCharactersOut() throws {
    let report = ValueReport.of(columns: ["x"], rows: [[.text("a\u{1B}[2Jb\nc")]])
    #expect(try TableFormat().text(of: report).contains("a\u{FFFD}[2Jb c"))
  }

  @Test func saysNothingOfNothing() throws {
    #expect(try TableFormat().text(of: FactReport.of([])) == "")
  }
}
