import Foundation
import Testing

/// `--min-confidence` leaves out what is not sure, and `--explain` tells what decided.
@Suite struct ConfidenceTests {
  @Test func reportsListWhatIsSure() throws {
    let folder = try Folder.withFacts()
    for report in ["claims", "launches", "conflicts"] {
      let all = try folder.run("export", report, "--format", "csv").output
      let sure = try folder.run("export", report, "--format", "csv", "--min-confidence", "0.95")
      #expect(sure.status == 0)
      #expect(all.contains(",0.9,") && !sure.output.contains(",0.9,"), "\(report)")
    }
    let claims = try folder.run("export", "claims", "--format", "csv", "--min-confidence", "0.88").output
    #expect(claims.contains(",0.9,") && !claims.contains(",0.875,"))
  }

  @Test func theWholeExportKeepsEveryArticle() throws {
    let folder = try Folder.withFacts()
    let run = try folder.run("export", "--format", "jsonl", "--min-confidence", "0.88")
    #expect(run.output.split(separator: "\n").count == 3)
    #expect(run.output.contains("\"confidence\": 0.9") && !run.output.contains("\"confidence\": 0.875"))
  }

  @Test func answersComeFromWhatIsSure() throws {
    let folder = try Folder.withFacts()
    let question = "which models launch in 2025"
    #expect(try folder.run("ask", question, "--format", "csv").output.contains(",YU7,"))
    let run = try folder.run("ask", question, "--format", "csv", "--explain", "--min-confidence", "0.95")
    #expect(run.status == 0)
    #expect(!run.output.contains(",YU7,"))
    #expect(run.notes.contains("AND (confidence IS NULL OR confidence >= 0.95)"))
  }

  @Test func factsOfAnArticleAreThoseThatAreSure() throws {
    let folder = try Folder.withFacts()
    let run = try folder.run(
      "facts", "--article", "ledger-1", "--format", "jsonl", "--min-confidence", "0.88")
    #expect(run.output.split(separator: "\n").count == 2)
    let none = try folder.run("facts", "--article", "ledger-1", "--min-confidence", "1")
    #expect(none.output == "" && none.notes == "The article 'ledger-1' has no such facts.\n")
  }

  @Test func factsTellWhatDecided() throws {
    let folder = try Folder()
    try folder.write("a.txt", IngestCommandTests.letter)
    let ingested = try folder.run("ingest", "--published", "2024-11-30", "--language", "de", "a.txt")
    let id = String(ingested.output.prefix { $0 != ":" })
    let table = try folder.run("facts", "--article", id, "--explain")
    #expect(table.output.contains("\n  decided by: "), "\(table.output)")
    #expect(!table.notes.contains("Not explained"), "\(table.notes)")
    let lines = try folder.run("facts", "--article", id, "--explain", "--format", "jsonl")
    #expect(lines.output.contains(", \"trail\": \"body_type "), "\(lines.output)")
    #expect(try !folder.run("facts", "--article", id, "--format", "jsonl").output.contains("trail"))
  }

  @Test func whatAFileStatedIsNotExplained() throws {
    let folder = try Folder()
    try folder.write(
      "a.json",
      """
      {"id": "a", "language": "de", "text": "Der Ozean ist groß.", "facts": [{"kind": "market_entry",
       "manufacturer": "BYD", "market": "DE", "status": "planned", "evidence": "Der Ozean ist groß."}]}
      """)
    _ = try folder.run("import", "a.json")
    let run = try folder.run("facts", "--article", "a", "--explain", "--min-confidence", "1")
    #expect(run.output.contains("BYD") && !run.output.contains("decided by"))
    #expect(run.notes == "Not explained, as this evfacts does not find them itself: 1.\n")
  }

  @Test func refusesWhatIsNoShare() throws {
    let folder = try Folder.withFacts()
    let commands = [
      ["ask", "which models launch in 2025"], ["export", "launches"], ["facts", "--article", "ledger-1"],
    ]
    for command in commands {
      for number in ["2", "-0.1", "high"] {
        #expect(try Program.run(command + ["--min-confidence=\(number)"], in: folder).status == 64)
      }
    }
    let run = try folder.run("export", "articles", "--min-confidence", "0.5")
    #expect(run.status == 64)
    #expect(run.notes.contains("--min-confidence is for reports of facts, not of articles. Try: "))
  }
}
