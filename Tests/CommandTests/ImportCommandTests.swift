import Foundation
import Testing

@Suite struct ImportCommandTests {
  @Test func storesFilesOfEitherLayout() throws {
    let folder = try Folder.withFacts()
    let again = try folder.run("import", "ledger.json", "others.jsonl")
    #expect(again.status == 0)
    #expect(again.output == "")
    #expect(again.notes == "3 articles with 7 facts: 3 known already\n")
  }

  @Test func losesNothingOnTheWayOutAndBack() throws {
    let folder = try Folder.withFacts()
    let first = try folder.run("export", "--format", "jsonl", "-o", "all.jsonl")
    #expect(first.status == 0)
    #expect(try folder.run("import", "--db", "copy.sqlite", "all.jsonl").status == 0)
    let second = try folder.run("export", "--db", "copy.sqlite", "--format", "jsonl")
    #expect(try second.output == String(contentsOf: folder.url.appending(path: "all.jsonl"), encoding: .utf8))
    #expect(second.output.contains("\"confidence\": 0.875"))
    #expect(second.output.contains("\"optional\": true"))
  }

  @Test func readsStandardInput() throws {
    let folder = try Folder()
    let run = try folder.run(
      "import", "-", input: "{\"id\": \"a\", \"facts\": []}\n{\"id\": \"b\", \"facts\": []}")
    #expect(run.notes == "2 articles with 0 facts: 2 new\n")
  }

  @Test(arguments: [
    ("{\"id\": \"a\"", "line 1: no JSON: expected ',' or '}' at byte 11"),
    ("{\"id\": \"a\", \"facts\": []}\n{\"facts\": []}", "line 2: 'id' is missing"),
    ("{\"id\": \"a\"}", "line 1: article 'a': 'facts' is missing"),
    ("{\"id\": \"a\", \"facts\": {}}", "line 1: article 'a': 'facts' is an object, not a list"),
    ("[1]", "line 1: a list is no article"),
    (
      "{\"id\": \"a\", \"published\": \"2024-13-01\", \"facts\": []}",
      "'published' is '2024-13-01', no date such as"
    ),
    (
      fact("\"kind\": \"lunch\""),
      "article 'a', fact 1: 'kind' is 'lunch', none of launch, sales_target, sales,"
    ),
    (fact("\"kind\": \"launch\", \"status\": \"planned\""), "fact 1: 'evidence' is missing"),
    (
      fact("\"kind\": \"launch\", \"status\": \"planned\", \"valu\": 1"),
      "fact 1: 'valu' is no field of a fact"
    ),
    (launch("\"when\": \"soon\""), "fact 1: 'when' is 'soon', no date or period such as 2025-06 or MID:2025"),
    (launch("\"market\": \"Europe\""), "fact 1: 'market' is 'Europe', no market such as CN, 150 or overseas"),
    (launch("\"value\": 3"), "fact 1: 'value' is a number, but a launch has none"),
    (launch("\"model\": 5"), "fact 1: 'model' is a number, not a text"),
    (launch("\"model\": null"), "fact 1: 'model' is missing, and a launch needs it"),
    (
      launch("\"attribute\": \"party\""),
      "fact 1: 'attribute' of a launch is 'party', none of unveil, presale,"
    ),
    (launch("\"start\": 3, \"end\": 900"), "fact 1: 'start' and 'end' are no place in the text"),
    (launch("\"confidence\": 2"), "fact 1: 'confidence' is not between 0 and 1"),
    (price("\"unit\": \"euros\""), "fact 1: 'unit' is 'euros', no unit of a price"),
    (price("\"qualifier\": \"between\""), "fact 1: 'value_max' and the qualifier 'between' go together"),
    (price("\"value\": true"), "fact 1: 'value' is true or false, not a number"),
  ])
  func namesWhatIsWrongAndStoresNothing(text: String, message: String) throws {
    let folder = try Folder()
    try folder.write("wrong.jsonl", text)
    let run = try folder.run("import", "wrong.jsonl")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.notes.hasPrefix("Error: cannot import 'wrong.jsonl', line "))
    #expect(run.notes.contains(message), "\(run.notes)")
    #expect(run.notes.hasSuffix(". Try: evfacts import --help for the form\n"))
    #expect(!folder.has("evfacts.sqlite"))
  }

  @Test func leavesTheDatabaseAsItWas() throws {
    let folder = try Folder.withFacts()
    let before = try folder.run("export", "--format", "jsonl").output
    try folder.write("half.jsonl", "{\"id\": \"new\", \"facts\": []}\n{\"id\": \"wrong\"}\n")
    #expect(try folder.run("import", "half.jsonl").status == 1)
    #expect(try folder.run("export", "--format", "jsonl").output == before)
  }

  private static func fact(_ fields: String) -> String {
    "{\"id\": \"a\", \"text\": \"Das ist der YU7.\", \"facts\": [{\(fields)}]}"
  }

  private static func launch(_ fields: String) -> String {
    fact(
      "\"kind\": \"launch\", \"manufacturer\": \"Xiaomi\", \"model\": \"YU7\", \"status\": \"planned\", "
        + "\"attribute\": \"launch\", \"evidence\": \"Das ist der YU7.\", \(fields)")
  }

  private static func price(_ fields: String) -> String {
    fact(
      "\"kind\": \"price\", \"manufacturer\": \"Xiaomi\", \"model\": \"YU7\", \"status\": \"actual\", "
        + "\"attribute\": \"list\", \"value\": 5, \"qualifier\": \"exact\", \"unit\": \"CNY\", "
        + "\"evidence\": \"Das ist der YU7.\", \(fields)")
  }
}
