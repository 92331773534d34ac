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

  @Test func refusesWrongNumbers() throws {
    #expect(try Folder().run("extract", "--jobs", "0").status == 64)
    #expect(try Folder().run("extract", "--min-confidence", "2").status == 64)
  }
}
