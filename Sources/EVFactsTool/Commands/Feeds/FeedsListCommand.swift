import ArgumentParser
import EVFacts

/// `evfacts feeds list`: what is followed.
struct FeedsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the feeds, when they were last read and what failed since.",
    discussion: """
      EXAMPLES
        evfacts feeds list
        evfacts feeds list --format csv
      """)

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  func run() throws {
    let table = try database.openForReading().feeds()
    if table.rows.isEmpty {
      Notes.write("No feeds are followed. Try: evfacts feeds add https://example.org/rss.xml")
    }
    try format.write(ValueReport.of(columns: table.columns, rows: table.rows), to: TextOutput())
  }
}
