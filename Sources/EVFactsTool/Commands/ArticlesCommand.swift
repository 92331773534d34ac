import ArgumentParser
import EVFacts

/// `evfacts articles`: what was read.
struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "List the articles, with the number of their facts.",
    discussion: """
      EXAMPLES
        evfacts articles
        evfacts articles --format csv
      """)

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  func run() throws { try Listing(report: .articles, database: database, format: format).print() }
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
