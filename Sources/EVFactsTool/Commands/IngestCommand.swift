import ArgumentParser
import EVFacts

/// `evfacts ingest`: files to stored facts.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read articles, find their facts and store both.",
    discussion: """
      Reads text, HTML, feeds, JSON lines and web archives (.warc), also with .gz, PDF files where pdftotext is
      installed, and all of them below a folder. Prints each article with
      its facts; an article that is known already changes nothing. A file that cannot be read is told of, the others go
      on, and the exit status is 1.

      EXAMPLES
        evfacts ingest Examples/articles
        evfacts ingest crawl.warc.gz
        evfacts ingest --published 2024-11-30 --publisher "Der Stromfahrer" article.txt
        pbpaste | evfacts ingest -
      """)

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  @OptionGroup var database: DatabaseOption

  @OptionGroup var reading: ReadingOptions

  @Flag(name: .shortAndLong, help: "Print no articles, only the summary.")
  var quiet = false

  @OptionGroup var jobs: JobsOption

  func run() throws {
    let files = try reading.files(of: paths)
    let output = TextOutput()
    var summary = AddingSummary()
    var articles = 0
    var failures = 0
    var passedOver = 0
    let names = try FactStore.catalogueRows(path: database.path)
    try Ingesting(overrides: reading.overrides, names: names, jobs: jobs.count).run(
      files: files, open: database.openForAdding
    ) {
      ingested in
      for failure in ingested.failures {
        failures += 1
        Notes.progress("")
        Notes.write("Error: \(failure)")
      }
      articles += ingested.articles.count
      passedOver += ingested.passedOver
      Notes.progress("\(articles) articles")
      summary.add(
        ingested.articles.map(\.outcome), facts: ingested.articles.reduce(0) { $0 + $1.annotated.facts.count }
      )
      guard !quiet else { return }
      for (annotated, outcome) in ingested.articles { try output.write(lines(of: annotated, outcome)) }
    }
    try output.flush()
    Notes.progress("")
    if articles > 0 { Notes.write(summary.text) }
    Notes.passedOver(passedOver)
    if failures > 0 { throw ExitCode.failure }
  }

  private func lines(of annotated: AnnotatedArticle, _ outcome: StoreOutcome) -> String {
    let article = annotated.article
    let parts = [
      article.language?.rawValue, article.published?.description, article.publisher, article.title,
    ]
    let head = parts.compactMap(\.self).joined(separator: ", ")
    let known = outcome == .unchanged ? " (known already)" : ""
    let facts = annotated.facts.map { "  \(FactWords.of($0))\n" }.joined()
    return "\(article.id): \(TextStyle.harmless(head))\(known)\n\(facts)"
  }
}
