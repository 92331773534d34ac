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

  @Test func refusesWrongNumbers() throws {
    #expect(try Folder().run("extract", "--jobs", "0").status == 64)
    #expect(try Folder().run("extract", "--min-confidence", "2").status == 64)
  }
}
