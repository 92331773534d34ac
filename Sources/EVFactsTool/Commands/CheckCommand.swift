import ArgumentParser
import EVFacts

/// `evfacts check`: whether the database is sound.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look whether the database is sound.",
    discussion: """
      Checks the file, its references, the versions of pages, what is believed, that every claim stands where it says
      in its article's text, and that the word index has the words of the texts. Changes nothing. The exit status is 1
      where something is wrong.

      EXAMPLES
        evfacts check
        evfacts check --db archive.sqlite --format json
      """)

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  func run() throws {
    let results = try database.openForReading().check()
    try format.write(CheckReport.of(results), to: TextOutput())
    let problems = results.reduce(0) { $0 + $1.problems }
    guard problems == 0 else {
      Notes.write(
        "Error: '\(database.path)' has \(problems == 1 ? "1 problem" : "\(problems) problems"). "
          + "Try: a copy of it from before, or ingest the articles into a new database")
      throw ExitCode.failure
    }
  }
}
