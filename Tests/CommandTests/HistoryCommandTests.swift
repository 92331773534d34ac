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
}
