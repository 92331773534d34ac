import Foundation
import Testing

@Suite struct EvaluateCommandTests {
  /// A folder with an article whose second fact nobody can find and whose sedan is not annotated.
  static func folder() throws -> Folder {
    let folder = try Folder()
    let evidence = "\"evidence\": \"Der Xiaomi SU7 kostet in Deutschland ab 35.990 Euro.\""
    try folder.write(
      "gold/de/a.json",
      """
      {"id": "a", "language": "de", "published": "2025-03-01",
       "text": "Der Xiaomi SU7 kostet in Deutschland ab 35.990 Euro. Der Händler in der Stadt freut sich darüber sehr.",
       "models": [{"manufacturer": "Xiaomi", "model": "SU7"}],
       "facts": [
        {"kind": "price", "manufacturer": "Xiaomi", "model": "SU7", "value": 35990, "qualifier": "at_least",
         "unit": "EUR", "market": "DE", "status": "actual", "attribute": "start", \(evidence)},
        {"kind": "launch", "manufacturer": "Xiaomi", "model": "YU9", "status": "planned", "attribute": "launch",
         \(evidence)}]}
      """)
    return folder
  }

  @Test func printsATable() throws {
    let run = try Self.folder().run("evaluate", "gold")
    #expect(run.status == 0)
    #expect(run.notes == "")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "facts         gold  found  precision  recall     f1  strict f1")
    #expect(lines.contains("all              2      1      1.000   0.500  0.667      0.667"), "\(run.output)")
    #expect(lines.contains("models           1      1      1.000   1.000  1.000"))
    #expect(lines.contains("price            1      1      1.000   1.000  1.000      1.000"))
    #expect(lines.contains("de               2      1      1.000   0.500  0.667      0.667"))
    #expect(
      lines.last?.hasPrefix("1 articles; of another language than they are: 0; facts without a true place")
        == true)
  }

  @Test func listsWhatWasMissed() throws {
    let run = try Self.folder().run("evaluate", "--show", "gold/de/a.json")
    #expect(
      run.output.hasPrefix(
        "- a launch: Xiaomi YU9, planned | Der Xiaomi SU7 kostet in Deutschland ab 35.990 Euro.\nfacts "))
    #expect(try Self.folder().run("evaluate", "--show", "--format", "json", "gold").status == 64)
  }

  @Test func writesJSONAndCSV() throws {
    let folder = try Self.folder()
    let json = try folder.run("evaluate", "--format", "json", "gold")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["articles"] as? Int == 1)
    let all = try #require(object["all"] as? [String: Double])
    #expect(all["gold"] == 2 && all["found"] == 1 && all["precision"] == 1 && all["recall"] == 0.5)
    #expect((object["models"] as? [String: Double])?["strict_f1"] == nil)
    #expect((object["kinds"] as? [String: Any])?.count == 9)
    #expect((object["details"] as? [String: Double])?["market"] == 1)
    let csv = try folder.run("evaluate", "--format", "csv", "gold").output
    #expect(csv.hasPrefix("group,name,gold,found,precision,recall,f1,strict_f1,right\r\nall,,2,1,1,0.5,"))
    #expect(csv.contains("\r\ndetail,market,,,,,,,1\r\n"))
  }

  @Test func leavesOutWhatIsNotSure() throws {
    let run = try Self.folder().run("evaluate", "--format", "csv", "--min-confidence", "1", "gold")
    #expect(run.output.contains("\r\nall,,2,0,1,0,0,0,\r\n") || run.output.contains("all,,2,1,1,"))
    #expect(try Self.folder().run("evaluate", "--min-confidence", "2", "gold").status == 64)
  }

  @Test func saysWhatIsWrongWithAFile() throws {
    let folder = try Folder()
    try folder.write("none/readme.txt", "Nothing.")
    try folder.write("a.json", "{\"id\": \"a\", \"facts\": [], \"text\": \"Ja.\"}")
    for (path, message) in [
      ("nowhere", "there is no 'nowhere'. Try: "),
      ("none", "there are no files that end in .json or .jsonl in the folder 'none'. Try: "),
      ("a.json", "cannot import 'a.json': article 'a': 'language' is missing. Try: "),
    ] {
      let run = try folder.run("evaluate", path)
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.notes.hasPrefix("Error: " + message), "\(run.notes)")
    }
    #expect(try folder.run("evaluate").status == 64)
  }
}
