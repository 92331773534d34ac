import ArgumentParser
import EVFacts

/// `evfacts conflicts`: where articles disagree.
struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "List where articles disagree, each claim with its sentence.",
    discussion: """
      Claims that contradict each other stand together, the oldest publication first; the newest is what is believed.

      EXAMPLES
        evfacts conflicts
        evfacts conflicts --min-confidence 0.8 --format csv
      """)

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @OptionGroup var confidence: ConfidenceOption

  func run() throws {
    let store = try database.openForReading()
    let scope = FactScope(allClaims: true, minConfidence: confidence.minConfidence)
    let rows = try store.rows(ReportName.conflicts.statement(scope))
    if rows.isEmpty { Notes.write("No articles disagree.") }
    try format.write(FactReport.of(rows), to: TextOutput())
  }
}
