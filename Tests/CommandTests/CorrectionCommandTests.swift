import Foundation
import Testing

@Suite struct CorrectionCommandTests {
  /// A folder with an article that the program read, and the number of its first launch.
  private func folder() throws -> (Folder, fact: String) {
    let folder = try Folder()
    try folder.write(
      "a.txt",
      "Xiaomi startet den YU7 im Juni 2025 in Deutschland. Für 2024 plant Xiaomi den Verkauf von 130.000 Autos."
    )
    _ = try folder.run("ingest", "--published", "2024-11-30", "a.txt")
    let rows = try folder.run("report", "launches", "--format", "csv").output.split(separator: "\r\n")
    return (folder, String(try #require(rows.last?.split(separator: ",").last)))
  }

  @Test func aCorrectionStaysWhenTheArticleIsReadAgain() throws {
    let (folder, fact) = try folder()
    let run = try folder.run("correct", fact, "when=2025-07", "market=Österreich", "--why", "put off")
    #expect(run.status == 0)
    #expect(run.notes.contains("was: launch: Xiaomi YU7, June 2025, Germany"))
    #expect(run.notes.contains("is:  launch: Xiaomi YU7, July 2025, Austria"))
    _ = try folder.run("ingest", "a.txt")
    let row = try folder.run("report", "launches", "--format", "jsonl").output
    #expect(row.contains("\"when\": \"2025-07\"") && row.contains("\"market\": \"AT\""))
    #expect(row.contains("\"corrected\": 1"))
    #expect(try folder.run("corrections", "--format", "csv").output.contains(",put off,"))
    #expect(try folder.run("restore", fact).status == 0)
    #expect(
      try folder.run("report", "launches", "--format", "jsonl").output.contains("\"when\": \"2025-06\""))
  }

  @Test func aDroppedFactIsGone() throws {
    let (folder, fact) = try folder()
    #expect(try folder.run("drop", fact, "--why", "no launch").status == 0)
    #expect(
      try folder.run("report", "launches", "--format", "csv").output.split(separator: "\r\n").count == 1)
    #expect(try folder.run("drop", fact).status == 1)
  }

  @Test(arguments: [
    "value=1", "when=soon", "market=Mars", "status=maybe", "attribute=party", "kind=price", "model=",
    "colour=red", "x",
    "when=2025-06", "value_max=12,5",
  ])
  func aWrongCorrectionChangesNothing(edit: String) throws {
    let (folder, fact) = try folder()
    let run = try folder.run("correct", fact, edit)
    #expect(run.status == 1, "\(run.notes)")
    #expect(run.notes.hasPrefix("Error: ") && run.notes.contains("Try: "))
    #expect(try folder.run("corrections").output == "")
  }

  @Test func reviewKeepsDropsCorrectsSkipsAndUndoes() throws {
    let (folder, _) = try folder()
    let all = try folder.run("report", "claims", "--format", "csv").output.split(separator: "\r\n").count - 1
    let keepsAll = try folder.run(
      "review", "--below", "1", "--only", "facts", input: String(repeating: "k\n", count: all))
    #expect(keepsAll.notes == "\(all) kept\n")
    #expect(keepsAll.output.contains("⟦") && keepsAll.output.contains("1 of \(all)"))
    #expect(
      try folder.run("review", "--below", "1", "--only", "facts").notes
        == "There is nothing to review. Try: --below 0.9\n")
  }

  @Test func reviewUndoesAndLeaves() throws {
    let (folder, _) = try folder()
    let run = try folder.run(
      "review", "--below", "1", "--only", "facts", input: "what\nu\nd an error\nu\ns\nq\n")
    #expect(run.status == 0)
    #expect(run.notes.hasSuffix("\n1 skipped\n"))
    #expect(try folder.run("corrections", "--format", "csv").output.contains("restore"))
    #expect(
      try folder.run("report", "claims", "--format", "csv").output
        == self.folder().0.run("report", "claims", "--format", "csv").output)
  }

  @Test func reviewCorrects() throws {
    let (folder, _) = try folder()
    let run = try folder.run(
      "review", "--below", "1", "--only", "facts", input: "c value=x\nc source=Reuters\nq\n")
    #expect(run.notes.contains("source") || run.notes.contains("value"))
    #expect(run.notes.hasSuffix("1 corrected\n"))
    #expect(try folder.run("report", "claims", "--format", "csv").output.contains(",Reuters,"))
  }

  @Test func aNewModelIsKeptOrRenamed() throws {
    let folder = try Folder()
    try folder.write(
      "a.txt",
      "Xiaomi startet den Xiaomi YU99 im Juni 2025 in Deutschland. Der Xiaomi YU99 kostet 45.000 Euro.")
    _ = try folder.run("ingest", "--published", "2024-11-30", "a.txt")
    let renamed = try folder.run("review", "--only", "models", input: "c YU7\n")
    #expect(renamed.notes.hasSuffix("1 corrected\n"), "\(renamed.notes)")
    #expect(try folder.run("report", "launches", "--format", "csv").output.contains(",Xiaomi,YU7,"))
    #expect(try folder.run("catalogue", "list").output.contains("YU99"))
  }

  @Test func readsAnewWhatAnotherExtractorRead() throws {
    let (folder, _) = try folder()
    #expect(try folder.run("reextract").notes == "All articles were read by this extractor.\n")
    // Names of one's own make another extractor.
    _ = try folder.run("alias", "Xiaomi", "YU7", "Speed Seven")
    let dry = try folder.run("reextract", "--dry-run")
    #expect(dry.notes.hasPrefix("1 articles read anew, nothing stored: 0 facts came, 0 went, "))
    #expect(try folder.run("reextract").notes.hasPrefix("1 articles read anew: 0 facts came, 0 went, "))
    #expect(try folder.run("reextract").notes == "All articles were read by this extractor.\n")
  }
}
