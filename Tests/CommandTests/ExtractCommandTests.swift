import Foundation
import Testing

@Suite struct ExtractCommandTests {
  @Test func answersEveryLineInOrder() throws {
    let run = try Folder().run(
      "extract",
      input: """
        {"id": "a", "text": "Hello.", "language": "en"}
        {broken
        {"id": 3, "text": "Hello.", "language": "en"}
        {"id": "b"}
        "text"

        {"id": "c", "text": "Hello.", "published": "gestern"}
        """)
    #expect(run.status == 0)
    #expect(run.notes == "")
    #expect(
      run.output == """
        {"id": "a", "language": "en", "models": [], "facts": []}
        {"id": null, "line": 2, "error": "no JSON: expected a name in quotation marks at byte 2"}
        {"id": 3, "language": "en", "models": [], "facts": []}
        {"id": "b", "line": 4, "error": "no article: 'text' is missing"}
        {"id": null, "line": 5, "error": "a text is no article"}
        {"id": null, "line": 6, "error": "no JSON: expected a value at byte 1"}
        {"id": "c", "line": 7, "error": "no article: 'published' is 'gestern', no date such as 2024-11-30"}

        """)
  }

  @Test(arguments: ["2024", "2024-11"])
  func aYearOrMonthOfPublicationIsNoFault(published: String) throws {
    let run = try Folder().run(
      "extract",
      input: "{\"id\": \"a\", \"text\": \"Hello.\", \"language\": \"en\", \"published\": \"\(published)\"}")
    #expect(run.output == "{\"id\": \"a\", \"language\": \"en\", \"models\": [], \"facts\": []}\n")
  }

  @Test func explainsTheNumbersThatBecameNone() throws {
    let text = "BYD sold 30,000 cars in May 2025. The charger took 250 kW and profit rose 12%."
    let run = try Folder().run(
      "extract", "--explain",
      input: "{\"id\": \"a\", \"text\": \"\(text)\", \"language\": \"en\", \"published\": \"2025-06-03\"}")
    let line = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let left = try #require(line["left_out"] as? [[String: Any]])
    #expect(left.compactMap { $0["text"] as? String }.contains("12"))
    let percent = left.first { $0["text"] as? String == "12" }
    #expect(percent?["reason"] as? String == "a percentage")
  }

  @Test(arguments: ["1", "2", "7"])
  func keepsTheOrderWhateverTheJobs(jobs: String) throws {
    let lines = (1...5000).map {
      "{\"id\": \"\($0)\", \"text\": \"\(String(repeating: "x", count: $0 % 700))\"}"
    }
    let run = try Folder().run("extract", "--jobs", jobs, input: lines.joined(separator: "\n"))
    let ids = run.output.split(separator: "\n").map { $0.dropFirst(8).prefix { $0 != "\"" } }
    #expect(ids == (1...5000).map { "\($0)"[...] })
  }

  @Test func passesOverALineThatIsTooLong() throws {
    let long = "{\"id\": \"a\", \"text\": \"" + String(repeating: "x", count: 64 << 20) + "\"}"
    let run = try Folder().run(
      "extract", input: long + "\n{\"id\": \"b\", \"text\": \"\", \"language\": \"de\"}\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        {"id": null, "line": 1, "error": "the line is longer than 64 MB"}
        {"id": "b", "language": "de", "models": [], "facts": []}

        """)
  }

  /// Who passes lines on in parts knows by the key which is which.
  @Test func keepsKeys() throws {
    let run = try Folder().run(
      "extract", "--keyed",
      input: """
        a:1\t{"id": "a", "text": "Hello.",\t"language": "en"}
        a:2\t{broken
        \t{"id": 3}
        {"id": "d", "text": "Hello."}
        """)
    #expect(run.status == 0)
    #expect(
      run.output == """
        a:1\t{"id": "a", "language": "en", "models": [], "facts": []}
        a:2\t{"id": null, "error": "no JSON: expected a name in quotation marks at byte 2"}
        \t{"id": 3, "error": "no article: 'text' is missing"}
        \t{"id": null, "line": 4, "error": "no key: a key and a tab are expected before the article"}

        """)
  }

  @Test func readsFilesAndTellsWhichCannotBeRead() throws {
    let folder = try Folder()
    let articles = Program.package.appending(path: "Examples/articles")
    try folder.write(
      "pages/a.html", Data(contentsOf: articles.appending(path: "xiaomi-target.en.html")))
    try folder.write("pages/b.txt", "")
    try folder.write("lines.jsonl", "{\"id\": \"x\", \"text\": \"Hello there.\"}\n{broken\n")
    let run = try folder.run("extract", "pages", "lines.jsonl")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 4, "\(run.output)")
    #expect(lines[0].contains("\"path\": \"pages/a.html\", \"title\": \"Xiaomi"), "\(lines[0])")
    #expect(lines[0].contains("\"published\": \"2024-08-22\", \"publisher\": \"Kilowatt Ledger\""))
    #expect(lines[0].contains("\"value\": 120000"))
    #expect(lines[1].hasPrefix("{\"id\": null, \"path\": \"pages/b.txt\", \"error\": \""), "\(lines[1])")
    #expect(lines[2].hasPrefix("{\"id\": \"x\", \"path\": \"lines.jsonl\""), "\(lines[2])")
    #expect(lines[3].hasPrefix("{\"id\": null, \"path\": \"lines.jsonl\", \"error\": \""), "\(lines[3])")

    // A name that is none ends nothing: it is told of in its place.
    let named = try folder.run(
      "extract", "--files-from-input", input: "nowhere.html\npages/b.txt\npages/a.html\n")
    #expect(named.status == 0)
    let answers = named.output.split(separator: "\n").map(String.init)
    #expect(answers.count == 3 && answers[0].contains("nowhere.html") && answers[0].contains("\"error\""))
    #expect(answers[1] == lines[1] && answers[2] == lines[0])
  }

  @Test func signsArticlesWithFacts() throws {
    let story =
      "Xiaomi has raised its 2024 sales target for the SU7 to 120,000 vehicles, founder Lei Jun said on "
      + "Wednesday in Beijing, where the electric sedan is built and where a second plant is planned."
    func line(_ id: String, _ text: String) -> String {
      "{\"id\": \"\(id)\", \"text\": \"\(text)\", \"publisher\": \"P\", \"url\": \"u\", \"language\": \"en\"}\n"
    }
    let run = try Folder().run(
      "extract", "--signature", "--metadata",
      input: line("a", story) + line("b", story.uppercased()) + line("c", "Hello."))
    let answers = try run.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    try #require(answers.count == 3)
    let first = try #require(answers[0]["story"] as? [String: Any])
    let sketch = try #require(first["sketch"] as? String)
    #expect(first["runs"] as? Int ?? 0 > 12 && sketch.count % 8 == 0 && !sketch.isEmpty)
    #expect((first["words"] as? String)?.count == 16)
    let marks = stride(from: 0, to: sketch.count, by: 8).map { sketch.dropFirst($0).prefix(8) }
    #expect(marks == marks.sorted())
    #expect(answers[2]["story"] is NSNull)
    #expect(answers[0]["publisher"] as? String == "P" && answers[0]["title"] is NSNull)
  }

  @Test(arguments: [
    ["--keyed", "a.html"], ["--files-from-input", "a.html"], ["--publisher", "P"], ["nowhere.html"],
  ])
  func refusesWhatDoesNotGoTogether(arguments: [String]) throws {
    let run = try Folder().run("extract")
    #expect(run.status == 0 && run.output == "")
    let refused = try Program.run(["extract"] + arguments, in: Folder())
    #expect(refused.status == (arguments == ["nowhere.html"] ? 1 : 64))
    #expect(refused.output == "" && refused.notes.contains("Try: "), "\(refused.notes)")
  }

  @Test func refusesWrongNumbers() throws {
    #expect(try Folder().run("extract", "--jobs", "0").status == 64)
    #expect(try Folder().run("extract", "--min-confidence", "2").status == 64)
  }
}
