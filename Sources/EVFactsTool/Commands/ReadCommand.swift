import ArgumentParser
import EVFacts

/// `evfacts read`: what the reader made of files.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what is read of files: title, dates, author, publisher, language and text.",
    discussion: """
      Reads .txt .md .html .htm .json .jsonl .xml .rss .atom .warc, each also with .gz, and .pdf where pdftotext is
      installed; standard input by its first bytes. Stores nothing. The table tells where each thing comes from, and
      what was guessed; csv, json and jsonl have path, id, title, published, modified, author, publisher, language, url
      and text, and with --explain a column more for each: published_source and so on.

      EXAMPLES
        evfacts read article.html
        evfacts read --format jsonl Examples/articles > articles.jsonl
        evfacts read --format jsonl --explain crawl.warc.gz
        evfacts read - < page.html
      """)

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Tell where each thing comes from in every format, and what was read and not believed.")
  var explain = false

  @OptionGroup var format: FormatOption

  func run() throws {
    let output = TextOutput()
    var failures = 0
    var passedOver = 0
    var kept: [ReadPage] = []
    try ArticleFiles(overrides: reading.overrides).read(reading.files(of: paths)) { part in
      let pages = part.articles.map { ReadPage(path: part.path, read: $0) }
      switch format.format {
      case .table: for page in pages { try output.write(page.words(.ofTerminal, explains: explain)) }
      case .jsonl: try format.write(ReadPage.report(pages, explains: explain), to: output)
      case .csv, .json: kept += pages
      }
      passedOver += part.passedOver
      failures += part.failures.count
      for failure in part.failures { Notes.write("Error: \(failure)") }
    }
    if format.format == .csv || format.format == .json {
      try format.write(ReadPage.report(kept, explains: explain), to: output)
    }
    try output.flush()
    Notes.passedOver(passedOver)
    if failures > 0 { throw ExitCode.failure }
  }
}
