import Foundation
import Testing

@Suite struct IngestCommandTests {
  static let letter = """
    Xiaomi tastet sich vor
    Der SUV YU7 ist für Mitte 2025 geplant, und für den SU7 gilt im Jahr 2024 ein Ziel von 130.000 Fahrzeugen.
    """

  @Test func printsWhatItFound() throws {
    let folder = try Folder()
    try folder.write("news/a.txt", Self.letter)
    let run = try folder.run(
      "ingest", "--published", "2024-11-30", "--publisher", "Der Stromfahrer", "--language", "de", "news")
    #expect(run.status == 0)
    #expect(run.output.contains(": de, 2024-11-30, Der Stromfahrer, Xiaomi tastet sich vor\n"))
    #expect(run.notes.hasPrefix("1 article with ") && run.notes.hasSuffix(": 1 new\n"))
    let articles = try folder.run("articles", "--format", "csv").output
    #expect(articles.contains(",Xiaomi tastet sich vor,Der Stromfahrer,2024-11-30,,de,"))
  }

  @Test func knowsAnArticleAgain() throws {
    let folder = try Folder()
    try folder.write("a.txt", Self.letter)
    _ = try folder.run("ingest", "a.txt")
    let before = try folder.run("export", "--format", "jsonl").output
    let again = try folder.run("ingest", "a.txt")
    #expect(again.status == 0)
    #expect(again.output.contains(" (known already)\n"))
    #expect(again.notes.hasSuffix(": 1 known already\n"))
    #expect(try folder.run("export", "--format", "jsonl").output == before)
  }

  @Test func readsStandardInput() throws {
    let folder = try Folder()
    #expect(try folder.run("ingest", "--quiet", "-", input: Self.letter).output == "")
    #expect(try folder.run("search", "SU7").output.contains("⟦SU7⟧"))
  }

  @Test func goesOnAfterALineThatIsNone() throws {
    let folder = try Folder()
    let lines = [
      "{\"id\": \"a\", \"text\": \"Eins.\"}", "{broken", "", "{\"id\": \"b\"}",
      "{\"id\": \"c\", \"text\": \"Drei.\"}",
    ]
    try folder.write("all.jsonl", lines.joined(separator: "\n"))
    let run = try folder.run("ingest", "all.jsonl")
    #expect(run.status == 1)
    #expect(run.output.contains("a: ") && run.output.contains("c: "))
    #expect(run.notes.contains("Error: line 2 of 'all.jsonl' is not valid JSON. Try: "))
    #expect(run.notes.contains("Error: the article on line 4 of 'all.jsonl' has no text. Try: "))
    #expect(run.notes.hasSuffix("2 articles with 0 facts: 2 new\n"))
  }

  static let bad: [(name: String, bytes: Data?, message: String)] = [
    ("missing.txt", nil, "there is no 'missing.txt'."), ("empty.txt", Data(), "'empty.txt' is empty."),
    ("blank.txt", Data(" \n\n".utf8), "'blank.txt' is empty."),
    ("binary.txt", Data((0...255).map { UInt8($0) }), "'binary.txt' is not text."),
  ]

  @Test(arguments: bad.map(\.name))
  func saysWhatIsWrongWithAFileAndMakesNoDatabase(name: String) throws {
    let folder = try Folder()
    let (_, bytes, message) = try #require(Self.bad.first { $0.name == name })
    if let bytes { try folder.write(name, bytes) }
    for command in ["ingest", "read"] {
      let run = try folder.run(command, name)
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.notes.hasPrefix("Error: \(message) Try: "), "\(run.notes)")
      #expect(run.notes.filter { $0 == "\n" }.count == 1)
      #expect(!folder.has("evfacts.sqlite"))
    }
  }

  @Test(arguments: bad.map(\.name))
  func leavesTheDatabaseAsItWas(name: String) throws {
    let folder = try Folder.withFacts()
    if let bytes = try #require(Self.bad.first { $0.name == name }).bytes { try folder.write(name, bytes) }
    let before = try folder.databaseBytes()
    #expect(try folder.run("ingest", name).status == 1)
    #expect(try folder.databaseBytes() == before)
  }

  @Test func saysThatAFolderHasNoArticles() throws {
    let folder = try Folder()
    try folder.write("pictures/car.png", Data([0x89, 0x50]))
    let run = try folder.run("ingest", "pictures")
    #expect(run.status == 1)
    #expect(run.notes.hasPrefix("Error: no articles in the folder 'pictures'. Try: files that end in .txt"))
    #expect(!folder.has("evfacts.sqlite"))
  }

  @Test(arguments: ["2024-13-01", "2024-02-30", "yesterday", "30.11.2024", "2024-11-30T10:00"])
  func refusesAWrongDate(date: String) throws {
    let folder = try Folder()
    try folder.write("a.txt", Self.letter)
    let run = try folder.run("ingest", "--published", date, "a.txt")
    #expect(run.status == 64)
    #expect(run.notes.contains("'\(date)' is no date. Try: 2024-11-30"))
    #expect(!folder.has("evfacts.sqlite"))
  }

  @Test func givesOneAddressToOneFileOnly() throws {
    let folder = try Folder()
    try folder.write("a.txt", Self.letter)
    try folder.write("b.txt", Self.letter)
    #expect(try folder.run("ingest", "--url", "https://a.example", "a.txt", "b.txt").status == 64)
    #expect(try folder.run("ingest", "--url", "https://a.example", "a.txt").status == 0)
  }

  @Test func ingestsIntoNoOtherFile() throws {
    let folder = try Folder()
    try folder.write("a.txt", Self.letter)
    try folder.write("evfacts.sqlite", "This is a letter.")
    let run = try folder.run("ingest", "a.txt")
    #expect(run.status == 1)
    #expect(run.notes.hasPrefix("Error: 'evfacts.sqlite' is not a database. Try: "))
    #expect(try folder.databaseBytes() == Data("This is a letter.".utf8))
  }
}
