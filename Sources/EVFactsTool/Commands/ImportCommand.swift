import ArgumentParser
import EVFacts

/// `evfacts import`: annotated articles from files into the database.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Load articles whose facts are known already.",
    discussion: """
      Reads what evfacts export --format jsonl and evfacts extract write: JSON objects, one a file or one a line, with
      id, language, published, publisher, url, title, text, models and facts. A file is stored whole or not at all, and
      one that was imported before changes nothing.

      EXAMPLES
        evfacts import annotated/*.json
        evfacts extract < articles.jsonl | evfacts import -
      """)

  @Argument(help: "The files; - is standard input.")
  var files: [String]

  @OptionGroup var database: DatabaseOption

  @OptionGroup var jobs: JobsOption

  func run() throws {
    // Opened once there is something to store, so that a wrong file leaves no empty database behind.
    var store: FactStore?
    var summary = AddingSummary()
    let imports = ImportingFiles(files, jobs: jobs.count)
    for file in files {
      Notes.progress("reading \(file)")
      guard let importing = try imports.next() else { break }
      Notes.progress("storing \(file)")
      let opened = try store ?? database.openForAdding()
      store = opened
      summary.add(
        try importing.store(in: opened, jobs: jobs.count),
        facts: importing.articles.reduce(0) { $0 + $1.facts.count })
      if importing.errorRecords > 0 {
        Notes.write("\(file): passed over \(importing.errorRecords) error records")
      }
    }
    Notes.progress("")
    Notes.write(summary.text)
  }
}
