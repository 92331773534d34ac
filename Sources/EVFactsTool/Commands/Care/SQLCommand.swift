import ArgumentParser
import EVFacts

/// `evfacts sql`: a statement that reads, in every format.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Run a SELECT of your own; nothing can be changed by it.",
    discussion: """
      evfacts schema lists the views. A statement that takes too long is stopped, and so is the list of its rows where
      there are too many; a note says so.

      EXAMPLES
        evfacts sql "SELECT manufacturer, count(*) AS models FROM models GROUP BY manufacturer ORDER BY 2 DESC LIMIT 5"
        evfacts sql "SELECT model, value FROM prices WHERE unit = 'EUR'" --format xlsx -o prices.xlsx
        evfacts sql - < report.sql
      """)

  @Argument(help: "The statement; - reads it from standard input.")
  var statement: String

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @Option(help: ArgumentHelp("How long it may take.", valueName: "number"))
  var seconds = 30.0

  @Option(help: ArgumentHelp("The most rows that are listed.", valueName: "number"))
  var rows = 100_000

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard seconds > 0, seconds <= 86_400, rows > 0 else {
      throw ValidationError("--seconds is between 0 and 86400, and --rows at least 1. Try: --seconds 60")
    }
  }

  func run() throws {
    let sql = try statement == "-" ? WholeInput.text() : statement
    let reading = try ReadOnlyDatabase(path: database.path, isWatched: true)
    var columns: [String] = []
    var found: [[SQLValue]] = []
    let end = try reading.run(SQLStatement(sql), rows: rows, seconds: seconds, columns: { columns = $0 }) {
      found.append($0.values)
    }
    if end == .rowLimit { Notes.write("There are more than \(rows) rows. Try: --rows \(rows * 10)") }
    var report = ValueReport.of(columns: columns, rows: found)
    report.title = "Query"
    try format.write(report, to: TextOutput(path: output))
  }
}
