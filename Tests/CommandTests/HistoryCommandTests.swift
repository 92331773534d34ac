import Testing

/// `evfacts history` and `evfacts conflicts`.
@Suite struct HistoryCommandTests {
  private func values(_ output: String, column: Int) -> [String] {
    output.split(separator: "\r\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return fields.count > column ? String(fields[column]) : ""
    }
  }

  @Test(arguments: ["Xiaomi SU7", "su7", "XIAOMI-SU7"])
  func aModelIsFoundHoweverItIsWritten(name: String) throws {
    let run = try Folder.withFacts().run("history", name, "--format", "csv")
    #expect(run.status == 0)
    let models = Set(values(run.output, column: 2))
    #expect(models == ["SU7"], "\(run.output)")
  }

  @Test func aMakersHistoryHoldsItsModels() throws {
    let folder = try Folder.withFacts()
    let maker = try folder.run("history", "Xiaomi", "--format", "csv").output
    let model = try folder.run("history", "SU7", "--format", "csv").output
    for line in model.split(separator: "\r\n") { #expect(maker.contains(line)) }
    #expect(maker.utf8.count > model.utf8.count)
  }

  @Test func aKindLeavesOutTheOthers() throws {
    let run = try Folder.withFacts().run("history", "Xiaomi", "launch", "--format", "csv")
    #expect(Set(values(run.output, column: 0)) == ["launch"])
  }

  @Test func whatNobodyNamesHasNone() throws {
    let run = try Folder.withFacts().run("history", "Bob'); DROP TABLE facts; --")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.notes.contains("Try: evfacts models"))
  }

  @Test func conflictsAreThoseOfTheReport() throws {
    let folder = try Folder.withFacts()
    let run = try folder.run("conflicts", "--format", "csv")
    #expect(run.status == 0)
    #expect(run.output == (try folder.run("export", "conflicts", "--format", "csv").output))
    #expect(!run.output.isEmpty)
  }

  @Test func conflictsOfANameAreThoseOfAll() throws {
    let folder = try Folder.withFacts()
    let all = try folder.run("conflicts", "--format", "csv").output.split(separator: "\r\n")
    let named = try folder.run("conflicts", "xiaomi", "--format", "csv").output.split(separator: "\r\n")
    #expect(
      named.dropFirst().map(String.init)
        == all.dropFirst().filter { $0.contains(",Xiaomi,") }.map(String.init))
    let nobody = try folder.run("conflicts", "Bob'); DROP TABLE facts; --")
    #expect(nobody.status == 0)
    #expect(nobody.output == "")
    #expect(nobody.notes.contains("No articles disagree on"))
  }

  @Test func aLimitShowsTheConflictsThatCameUpLast() throws {
    let folder = try Folder()
    func article(_ id: String, _ day: String, _ model: String, _ value: Int) -> String {
      """
      {"id": "\(id)", "published": "\(day)", "text": "The \(model) goes \(value) km, says \(id).", "models": [], "facts": [\
      {"kind": "range", "manufacturer": "Xiaomi", "model": "\(model)", "value": \(value), "qualifier": "exact", \
      "unit": "km", "status": "actual", "attribute": "WLTP", "evidence": "The \(model) goes \(value) km, says \(id)."}]}
      """
    }
    try folder.write(
      "a.jsonl",
      [
        article("a", "2025-01-01", "SU7", 510), article("b", "2025-06-01", "SU7", 690),
        article("c", "2025-02-01", "YU7", 510), article("d", "2025-03-01", "YU7", 690),
      ].joined(separator: "\n"))
    #expect(try folder.run("import", "a.jsonl").status == 0)
    #expect(values(try folder.run("conflicts", "--format", "csv").output, column: 2).count == 4)
    let one = try folder.run("conflicts", "--format", "csv", "--limit", "1")
    #expect(values(one.output, column: 2) == ["SU7", "SU7"])
    #expect(one.notes.contains("the newest 1 of 2 conflicts"))
    #expect(try folder.run("conflicts", "--limit", "0").status == 64)
  }
}
