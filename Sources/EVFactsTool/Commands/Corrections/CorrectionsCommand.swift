import ArgumentParser
import EVFacts

/// `evfacts corrections`: what people said of facts.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "List what people corrected, dropped and restored, with time and reason.",
    discussion: """
      EXAMPLES
        evfacts corrections
        evfacts corrections --format csv -o corrections.csv
      """)

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let store = try database.openForReading()
    let table = try store.table(CorrectionListing.statement)
    if table.rows.isEmpty { Notes.write("Nobody corrected anything.") }
    var report = ValueReport.of(
      columns: table.columns, rows: table.rows, shown: CorrectionListing.shown)
    report.title = "Corrections"
    try format.write(report, to: TextOutput(path: output))
  }
}
