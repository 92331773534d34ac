import Foundation
import Testing

/// What the commands do with a database that is missing, empty, of another program or of a newer version.
@Suite struct DatabaseTests {
  static let readers = [
    ["ask", "which models launch in 2025"], ["export", "launches"], ["export", "--format", "jsonl"],
    ["articles"],
    ["models"], ["facts", "--article", "a"], ["search", "x"],
  ]

  @Test(arguments: readers)
  func failsWithoutADatabaseAndMakesNone(arguments: [String]) throws {
    let folder = try Folder()
    let run = try Program.run(arguments, in: folder)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.notes.hasPrefix("Error: there is no database 'evfacts.sqlite'. Try: "))
    #expect(!folder.has("evfacts.sqlite"))
  }

  @Test(arguments: readers.filter { $0[0] != "facts" && $0[0] != "ask" })
  func saysThatAnEmptyOneIsEmpty(arguments: [String]) throws {
    let run = try Program.run(arguments, in: Folder.withEmptyDatabase())
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.notes == "The database 'evfacts.sqlite' is empty. Try: evfacts ingest PATH\n")
  }

  @Test(arguments: readers)
  func leavesOtherFilesAlone(arguments: [String]) throws {
    let folder = try Folder()
    try folder.write("evfacts.sqlite", "This is a letter.")
    let run = try Program.run(arguments, in: folder)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.notes.hasPrefix("Error: 'evfacts.sqlite' is not a database. Try: "))
    #expect(try folder.databaseBytes() == Data("This is a letter.".utf8))
  }

  @Test func importsIntoNoOtherFile() throws {
    let folder = try Folder()
    try folder.write("evfacts.sqlite", "This is a letter.")
    let run = try folder.run("import", "-", input: "{\"id\": \"a\", \"facts\": []}")
    #expect(run.status == 1)
    #expect(try folder.databaseBytes() == Data("This is a letter.".utf8))
  }

  @Test func leavesANewerVersionAlone() throws {
    let folder = try Folder.withFacts()
    var bytes = try folder.databaseBytes()
    // SQLite keeps the schema's number in the bytes 60 to 63.
    bytes.replaceSubrange(60..<64, with: [0, 0, 39, 15])
    try folder.write("evfacts.sqlite", bytes)
    try folder.write("a.txt", "Der SU7 kommt.")
    for arguments in Self.readers + [["import", "ledger.json"], ["ingest", "a.txt"]] {
      let run = try Program.run(arguments, in: folder)
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(
        run.notes.hasPrefix("Error: the database 'evfacts.sqlite' has schema 9999, "),
        "\(arguments): \(run.notes)")
      #expect(run.notes.contains(" Try: "))
    }
    #expect(try folder.databaseBytes() == bytes)
  }

  @Test func refusesAFolder() throws {
    let folder = try Folder()
    let run = try folder.run("articles", "--db", "/")
    #expect(run.status == 1)
    #expect(run.notes.hasPrefix("Error: cannot open the database '/': it is a folder. Try: "))
  }

  @Test func takesItsPlaceFromTheEnvironment() throws {
    let folder = try Folder.withFacts()
    try FileManager.default.moveItem(
      atPath: folder.path("evfacts.sqlite"), toPath: folder.path("other.sqlite"))
    #expect(try folder.run("articles", environment: ["EVFACTS_DB": "other.sqlite"]).status == 0)
    #expect(try folder.run("articles").status == 1)
  }
}
