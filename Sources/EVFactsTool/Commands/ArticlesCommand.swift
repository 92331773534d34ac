import ArgumentParser
import EVFacts

/// `evfacts articles`: what was read.
struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "List the articles, with the number of their facts.",
    discussion: """
      With --groups only those articles that tell a story which others tell too, in the same or mostly the same words:
      copies of an agency's story. A group counts as one source for what is believed and for conflicts.

      EXAMPLES
        evfacts articles
        evfacts articles --groups
        evfacts articles --format csv
      """)

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @Flag(help: "List the copies of one story together, and only these.")
  var groups = false

  func run() throws {
    guard groups else { return try Listing(report: .articles, database: database, format: format).print() }
    let table = try database.openForReading().table(StoryGroups.statement)
    if table.rows.isEmpty { Notes.write("No two articles tell the same story.") }
    try format.write(ValueReport.of(columns: table.columns, rows: table.rows), to: TextOutput())
  }
}

/// A report of articles or names, printed.
struct Listing {
  let report: ReportName
  let database: DatabaseOption
  let format: FormatOption

  func print() throws {
    let store = try database.openForReading()
    let table = try store.table(report.statement())
    if table.rows.isEmpty { try database.noteNothing(in: store) }
    try format.write(ValueReport.of(columns: table.columns, rows: table.rows), to: TextOutput())
  }
}
