import Foundation
import Testing

@Suite struct CareCommandTests {
  @Test func aStatementIsPrintedInEveryFormat() throws {
    let folder = try Folder.withFacts()
    let sql = "SELECT manufacturer, count(*) AS claims FROM claims GROUP BY 1 ORDER BY 1 LIMIT 1"
    #expect(try folder.run("sql", sql, "--format", "csv").output.hasPrefix("manufacturer,claims\r\n"))
    #expect(
      try folder.run("sql", "-", "--format", "jsonl", input: sql).output.hasPrefix("{\"manufacturer\": "))
    for format in ["table", "json", "markdown", "html", "xlsx"] {
      #expect(try folder.run("sql", sql, "--format", format, "-o", "x").status == 0, "\(format)")
    }
    let run = try folder.run("sql", "SELECT 1 FROM claims", "--rows", "2", "--format", "csv")
    #expect(run.output == "1\r\n1\r\n1\r\n" && run.notes == "There are more than 2 rows. Try: --rows 20\n")
  }

  @Test func aStatementThatWritesIsRefused() throws {
    let folder = try Folder.withFacts()
    let before = try folder.databaseBytes()
    let run = try folder.run("sql", "DELETE FROM facts")
    #expect(run.status == 1)
    #expect(run.notes.hasPrefix("Error: only statements that read are run, not 'DELETE FROM facts'. Try: "))
    #expect(try folder.databaseBytes() == before)
  }

  @Test func schemaTellsWhatColumnsMean() throws {
    let folder = try Folder()
    #expect(try folder.run("schema").output.contains("\nprices "))
    #expect(try folder.run("schema", "prices", "--format", "csv").output.contains("prices,value_max,"))
    #expect(try folder.run("schema", "lunches").status == 1)
  }

  @Test func aBackupIsTheSameDatabase() throws {
    let folder = try Folder.withFacts()
    #expect(try folder.run("backup", "copy.sqlite").status == 0)
    #expect(
      try folder.run("export", "--format", "jsonl", "--db", "copy.sqlite").output
        == folder.run("export", "--format", "jsonl").output)
    let again = try folder.run("backup", "copy.sqlite")
    #expect(again.status == 1)
    #expect(again.notes.hasPrefix("Error: there is a file 'copy.sqlite' already. Try: "))
  }

  @Test func mergesOnce() throws {
    let folder = try Folder.withFacts()
    let first = try folder.run("merge", "--db", "all.sqlite", "evfacts.sqlite")
    #expect(first.status == 0)
    #expect(first.notes == "evfacts.sqlite: 3 new\n")
    #expect(
      try folder.run("merge", "--db", "all.sqlite", "evfacts.sqlite").notes
        == "evfacts.sqlite: 3 known already\n")
    #expect(try folder.run("merge", "evfacts.sqlite").status == 1)
    #expect(try folder.run("merge", "evfacts.sqlite", "--db", "./evfacts.sqlite").status == 1)
    #expect(try folder.run("merge", "--db", "other.sqlite", "missing.sqlite").status == 1)
    #expect(!folder.has("other.sqlite"))
  }

  @Test func forgetsAnArticle() throws {
    let folder = try Folder.withFacts()
    let run = try folder.run("forget", "ledger-1")
    #expect(run.status == 0)
    #expect(run.notes.hasPrefix("forgot ledger-1: 1 version, "))
    #expect(try !folder.run("articles").output.contains("ledger-1"))
    let again = try folder.run("forget", "ledger-1", "stromfahrer-1")
    #expect(again.status == 1)
    #expect(try folder.run("articles").output.contains("stromfahrer-1"))
  }
}
