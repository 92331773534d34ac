import Foundation
import Testing

@Suite struct MentionsCommandTests {
  @Test func answersEveryLineInOrder() throws {
    let run = try Folder().run(
      "mentions",
      input: """
        {"id": "a", "text": "Der SU7 von Xiaomi kostet 35.990 Euro.", "published": "2024-11-30"}
        {broken
        {"id": 3, "text": "Hello.", "language": "en"}
        """)
    #expect(run.status == 0)
    #expect(run.notes == "")
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[0].hasPrefix("{\"id\": \"a\", \"language\": \"de\", \"mentions\": [{\"type\": "))
    #expect(
      lines[0].contains(
        "{\"type\": \"amount\", \"text\": \"35.990 Euro\", \"start\": 26, \"end\": 37, \"value\": 35990, \"unit\": \"EUR\"}"
      ))
    #expect(
      lines[1]
        == "{\"id\": null, \"line\": 2, \"error\": \"no JSON: expected a name in quotation marks at byte 2\"}"
    )
    #expect(lines[2] == "{\"id\": 3, \"language\": \"en\", \"mentions\": []}")
    let object = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(object?["mentions"] is [[String: Any]])
  }

  @Test(arguments: ["1", "3"])
  func keepsTheOrderWhateverTheJobs(jobs: String) throws {
    let lines = (1...200).map { "{\"id\": \"\($0)\", \"text\": \"\($0) cars\", \"language\": \"en\"}" }
    let run = try Folder().run("mentions", "--jobs", jobs, input: lines.joined(separator: "\n"))
    let ids = run.output.split(separator: "\n").map { $0.dropFirst(8).prefix { $0 != "\"" } }
    #expect(ids == (1...200).map { "\($0)"[...] })
  }

  @Test func refusesWrongNumbers() throws {
    #expect(try Folder().run("mentions", "--jobs", "0").status == 64)
  }
}
