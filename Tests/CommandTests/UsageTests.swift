import Testing

@Suite struct UsageTests {
  static let commands = [
    "ingest", "read", "extract", "mentions", "evaluate", "ask", "history", "conflicts", "report", "export",
    "import", "search", "articles", "models", "facts", "catalogue", "review", "correct", "drop", "restore",
    "corrections", "alias", "reextract", "sql", "schema", "backup", "merge", "forget", "feeds", "check",
  ]

  @Test(arguments: commands)
  func showsExamples(command: String) throws {
    let run = try Folder().run(command, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES\n  evfacts \(command)"), "\(run.output)")
  }

  @Test func listsEveryCommand() throws {
    let help = try Folder().run("--help").output
    for command in Self.commands { #expect(help.contains("\n  \(command) "), "\(command)") }
  }

  @Test(arguments: [
    ["lunch"], ["import"], ["catalogue", "add", "maker"], ["facts"], ["history"],
    ["history", "?"], ["history", "BYD", "taste"], ["export", "launches", "--format", "xml"],
  ])
  func endsWrongUsageWith64(arguments: [String]) throws {
    let run = try Program.run(arguments, in: Folder())
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.notes.hasPrefix("Error: "))
  }

  @Test func endsAQuestionThatIsNotUnderstoodWith2() throws {
    let run = try Folder.withFacts().run("ask", "what will the weather be")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.notes.contains("weather") && run.notes.contains("Try: evfacts ask \""))
  }

  @Test func refusesAWrongDate() throws {
    let run = try Folder.withFacts().run("ask", "--today", "2024-02-30", "which models launch next year")
    #expect(run.status == 64)
    #expect(run.notes.hasPrefix("Error: "))
    #expect(run.notes.contains("'2024-02-30' is no date. Try: 2024-11-30"))
  }
}
