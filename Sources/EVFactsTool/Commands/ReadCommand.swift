import ArgumentParser
import EVFacts

/// `evfacts read`: what the reader made of files.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what is read of files: title, date, publisher, language and text.",
    discussion: """
      Stores nothing. A table tells where each thing comes from; json and jsonl have path, id, title, published,
      publisher, language, url and text.

      EXAMPLES
        evfacts read article.html
        evfacts read --format jsonl Examples/articles > articles.jsonl
      """)

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var format: FormatOption

  func run() throws {
    let output = TextOutput()
    var failures = 0
    var pages: [ReadPage] = []
    let reader = ArticleReader(overrides: reading.overrides)
    for path in try reading.files(of: paths) {
      do {
        let read = try reader.read(pathOrInput: path).map { ReadPage(path: path, read: $0) }
        switch format.format {
        case .table: for page in read { try output.write(page.words(.ofTerminal)) }
        case .jsonl: try format.write(ReadPage.report(read), to: output)
        default: pages += read
        }
      } catch {
        failures += 1
        Notes.write("Error: \(error)")
      }
    }
    if format.format != .table && format.format != .jsonl {
      try format.write(ReadPage.report(pages), to: output)
    }
    try output.flush()
    if failures > 0 { throw ExitCode.failure }
  }
}
