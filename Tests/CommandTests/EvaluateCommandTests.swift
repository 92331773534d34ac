import Foundation
import Testing

@Suite struct EvaluateCommandTests {
  /// A folder with an article that names two models, of which one is annotated, and states neither of two annotated facts.
  ///
  /// What is found does not hang on how the extractor weighs; the counts themselves are tested where they are made.
  static func folder() throws -> Folder {
    let folder = try Folder()
    let evidence = "\"evidence\": \"Im nächsten Heft: Xiaomi SU7 und BYD Seal.\""
    try folder.write(
      "gold/de/a.json",
      """
      {"id": "a", "language": "de", "published": "2025-03-01",
       "text": "Im nächsten Heft: Xiaomi SU7 und BYD Seal. Wir danken Ihnen und wünschen viel Freude damit.",
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
    #expect(lines.contains("all              2      0      1.000   0.000  0.000      0.000"), "\(run.output)")
    #expect(lines.contains("models           1      2      0.500   1.000  0.667"), "\(run.output)")
    #expect(lines.contains("price            1      0      1.000   0.000  0.000      0.000"))
    #expect(lines.contains("range            0      0      1.000   1.000  1.000      1.000"))
    #expect(lines.contains("de               2      0      1.000   0.000  0.000      0.000"))
    #expect(
      lines.last?.hasPrefix("1 articles; of another language than they are: 0; facts without a true place")
        == true)
  }

  @Test func listsWhatWasMissed() throws {
    let run = try Self.folder().run("evaluate", "--show", "gold/de/a.json")
    #expect(
      run.output.hasPrefix(
        """
        - a price: Xiaomi SU7, from 35,990 EUR, Germany, actual (start) | Im nächsten Heft: Xiaomi SU7 und BYD Seal.
        - a launch: Xiaomi YU9, planned | Im nächsten Heft: Xiaomi SU7 und BYD Seal.
        facts

        """.dropLast()))
    #expect(try Self.folder().run("evaluate", "--show", "--format", "json", "gold").status == 64)
  }

  @Test func writesJSONAndCSV() throws {
    let folder = try Self.folder()
    let json = try folder.run("evaluate", "--format", "json", "gold")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["articles"] as? Int == 1)
    let all = try #require(object["all"] as? [String: Double])
    #expect(all == ["gold": 2, "found": 0, "precision": 1, "recall": 0, "f1": 0, "strict_f1": 0])
    let models = try #require(object["models"] as? [String: Double])
    #expect(models["found"] == 2 && models["precision"] == 0.5 && models["strict_f1"] == nil)
    #expect((object["kinds"] as? [String: Any])?.count == 9)
    #expect((object["languages"] as? [String: Any])?.count == 1)
    let csv = try folder.run("evaluate", "--format", "csv", "gold").output
    #expect(
      csv.hasPrefix("group,name,gold,found,precision,recall,f1,strict_f1,right\r\nall,,2,0,1,0,0,0,\r\n"))
    #expect(csv.contains("\r\ndetail,market,,,,,,,\r\n"))
  }

  @Test func takesStandardInputAndAConfidence() throws {
    let folder = try Self.folder()
    let gold = try String(contentsOf: folder.url.appending(path: "gold/de/a.json"), encoding: .utf8)
    let run = try folder.run("evaluate", "--format", "csv", "--min-confidence", "0.9", "-", input: gold)
    #expect(run.output.contains("\r\nlanguage,de,2,0,1,0,0,0,\r\n"))
    #expect(try folder.run("evaluate", "--min-confidence", "2", "gold").status == 64)
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
