import ArgumentParser
import EVFacts

/// `evfacts ingest`: files and addresses to stored facts.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read articles, find their facts and store both.",
    discussion: """
      Reads text, HTML, feeds, JSON lines and web archives (.warc), also with .gz, PDF files where pdftotext is
      installed, and all of them below a folder; of an address the page, or the pages that a feed names. Prints each
      article with its facts; what is known already is passed over quickly and changes nothing. What cannot be read is told of, the others go on, and the exit status is 1. Ctrl-C ends
      soon: what is finished is stored, and the same command goes on where it stopped.

      EXAMPLES
        evfacts ingest Examples/articles
        evfacts ingest --published 2024-11-30 --publisher "Der Stromfahrer" article.txt
        evfacts ingest https://example.org/news/new-models.html
        evfacts ingest crawl.warc.gz
        evfacts ingest --quiet --timings archive.jsonl
        pbpaste | evfacts ingest -
      """)

  @Argument(help: "Files, folders and addresses; - is standard input.")
  var paths: [String]

  @OptionGroup var database: DatabaseOption

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var options: IngestOptions

  @OptionGroup var fetching: FetchingOptions

  func run() throws {
    let addresses = paths.filter(WebAddress.looksLikeOne)
    let files = try reading.files(of: paths.filter { !WebAddress.looksLikeOne($0) })
    // Who waits for standard input is ended at once.
    if !paths.contains("-") { Interruption.watch() }
    let screen = IngestScreen(files: files, isQuiet: options.quiet, otherSources: addresses.count)
    try options.run(into: database, overrides: reading.overrides, screen: screen) { ingesting in
      if !files.isEmpty { try ingesting.run(files: files) }
      if !addresses.isEmpty { try ingesting.run(addresses: addresses, fetcher: fetching.fetcher) }
    }
  }
}
