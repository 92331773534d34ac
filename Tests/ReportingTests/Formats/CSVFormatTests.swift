import Facts
import Reporting
import Testing

@Suite struct CSVFormatTests {
  @Test func writesAHeaderAndEveryColumn() throws {
    let lines = try CSVFormat().text(of: FactReport.of([Samples.target])).components()
    #expect(
      lines == [
        "kind,manufacturer,model,attribute,value,value_max,qualifier,unit,when,start_date,end_date,market,status,"
          + "source,confidence,evidence,article,title,publisher,published,url,language,corrected,fact_id",
        "sales_target,Xiaomi,SU7,deliveries,130000,,exact,vehicles,2024,2024-01-01,2024-12-31,CN,planned,,0.93,"
          + "Für 2024 gilt ein Ziel von 130.000 Fahrzeugen.,a1,\"'=Ziel, erhöht\",\"Der \"\"Stromfahrer\"\"\","
          + "2024-11-30,,de,0,1",
      ])
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@a", "\ta", "\ra"])
  func makesFormulasHarmless(text: String) throws {
    let report = ValueReport.of(columns: ["x"], rows: [[.text(text)]])
    #expect(try CSVFormat().text(of: report).components()[1].contains("'" + text))
    #expect(try !CSVFormat(CSVDialect(isRaw: true)).text(of: report).contains("'"))
  }

  @Test func leavesNumbersPlain() throws {
    let report = ValueReport.of(columns: ["x", "y"], rows: [[.real(-1.5), .integer(-20)]])
    #expect(try CSVFormat().text(of: report) == "x,y\r\n-1.5,-20\r\n")
  }

  @Test func writesForExcelInItsLocale() throws {
    let report = ValueReport.of(
      columns: ["x", "y"], rows: [[.real(0.5), .text("a;b")], [.real(-1.5), .text("=1,2")]])
    #expect(
      try CSVFormat(.excel(hasDecimalComma: true)).text(of: report)
        == "\u{FEFF}x;y\r\n0,5;\"a;b\"\r\n-1,5;'=1,2\r\n")
    #expect(
      try CSVFormat(.excel(hasDecimalComma: false)).text(of: report)
        == "\u{FEFF}x,y\r\n0.5,a;b\r\n-1.5,\"'=1,2\"\r\n")
  }

  @Test func quotesTextsOfDigitsForSpreadsheets() throws {
    let report = ValueReport.of(columns: ["x", "y"], rows: [[.text("001"), .integer(1)]])
    #expect(try CSVFormat(.excel(hasDecimalComma: false)).text(of: report) == "\u{FEFF}x,y\r\n\"001\",1\r\n")
    #expect(try CSVFormat().text(of: report) == "x,y\r\n001,1\r\n")
  }

  @Test(arguments: [0, 7, -20, 1_234_567, Int64.max, Int64.min])
  func writesIntegersAsTheyAre(number: Int64) {
    var records = CSVRecords(columns: ["x"])
    _ = records.take()
    records.append(.integer(number))
    #expect(String(decoding: records.take(), as: UTF8.self) == "\(number)")
  }

  @Test func quotesLineEnds() throws {
    let report = ValueReport.of(columns: ["x"], rows: [[.text("a\r\nb")], [.text("c\nd")], [.null]])
    #expect(try CSVFormat().text(of: report) == "x\r\n\"a\r\nb\"\r\n\"c\nd\"\r\n\r\n")
  }
}

extension String {
  /// The records of a CSV text whose fields hold no line ends.
  func components() -> [String] {
    var lines = [""]
    for scalar in unicodeScalars {
      if scalar == "\n", lines[lines.count - 1].unicodeScalars.last == "\r" {
        lines[lines.count - 1].unicodeScalars.removeLast()
        lines.append("")
      } else {
        lines[lines.count - 1].unicodeScalars.append(scalar)
      }
    }
    return lines.last == "" ? lines.dropLast() : lines
  }
}
