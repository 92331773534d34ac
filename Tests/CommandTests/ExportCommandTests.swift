import Foundation
import Testing

@Suite struct ExportCommandTests {
  static let header =
    "kind,manufacturer,model,attribute,value,value_max,qualifier,unit,when,start_date,end_date,market,status,source,"
    + "confidence,evidence,article,title,publisher,published,url,language,corrected,fact_id\r\n"

  @Test func writesWhatIsBelievedAsCSV() throws {
    let run = try Folder.withFacts().run("export", "sales-targets", "--format", "csv")
    #expect(run.status == 0)
    #expect(run.notes == "")
    #expect(
      run.output.hasPrefix(
        Self.header
          + "sales_target,Xiaomi,SU7,deliveries,120000,,exact,vehicles,2024,2024-01-01,2024-12-31,,planned,,0.9,"
          + "\"Der SUV YU7 ist für Mitte 2025 geplant, das Ziel für den SU7 bleibt bei 120.000 Auslieferungen im Jahr "
          + "2024.\",stromfahrer-1,Xiaomi tastet sich vor,Der Stromfahrer,2024-11-30,,de,0,"))
  }

  @Test func listsAllClaims() throws {
    let run = try Folder.withFacts().run("export", "sales-targets", "--format", "csv", "--claims")
    #expect(run.output.contains(",120000,") && run.output.contains(",130000,"))
  }

  @Test func guardsSpreadsheets() throws {
    let folder = try Folder.withFacts()
    #expect(try folder.run("export", "prices", "--format", "csv").output.contains(",'=电车日报,"))
    #expect(try folder.run("export", "prices", "--format", "csv", "--raw").output.contains(",=电车日报,"))
  }

  @Test func listsConflicts() throws {
    let run = try Folder.withFacts().run("export", "conflicts", "--format", "jsonl")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("\"kind\": \"sales_target\"") })
  }

  @Test(arguments: [
    "launches", "sales-targets", "sales", "store-counts", "prices", "ranges", "capacities", "market-entries",
    "body-types", "claims", "conflicts", "articles", "models", "manufacturers",
  ])
  func writesEveryReportInEveryFormat(report: String) throws {
    let folder = try Folder.withFacts()
    for format in ["table", "csv", "json", "jsonl"] {
      let run = try folder.run("export", report, "--format", format)
      #expect(run.status == 0, "\(report) as \(format): \(run.notes)")
    }
    let json = try folder.run("export", report, "--format", "json").output
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [Any])
  }

  @Test func writesToAFile() throws {
    let folder = try Folder.withFacts()
    let run = try folder.run("export", "launches", "--format", "csv", "--output", "launches.csv")
    #expect(run.output == "")
    let written = try String(contentsOf: folder.url.appending(path: "launches.csv"), encoding: .utf8)
    #expect(written.hasPrefix(Self.header) && written.contains("MID:2025"))
    let nowhere = try folder.run("export", "launches", "-o", "no/such/folder.csv")
    #expect(nowhere.status == 1)
    #expect(
      nowhere.notes.hasPrefix("Error: cannot write 'no/such/folder.csv': no such file or directory. Try: "))
  }

  @Test func wantsAReport() throws {
    let folder = try Folder.withFacts()
    #expect(try folder.run("export").status == 64)
    #expect(try folder.run("export", "lunches").status == 64)
  }
}
