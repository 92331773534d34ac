import ArgumentParser
import EVFacts
import Foundation

/// `evfacts extract`: JSON lines with articles in, JSON lines with facts out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read articles as JSON lines and print their facts as JSON lines.",
    discussion: """
      Reads from standard input one object a line: id and text, and where known title, published, publisher, url and
      language. Prints one line for each, in the same order: {"id", "language", "models", "facts"}. A line that cannot
      be read, is no article or is longer than 64 MB gives {"id", "line", "error"}, and the next goes on.

      EXAMPLES
        evfacts extract < articles.jsonl > facts.jsonl
        evfacts extract --min-confidence 0.9 --explain < articles.jsonl
        evfacts extract --catalogue names.tsv < articles.jsonl
      """)

  @OptionGroup var confidence: ConfidenceOption

  @Flag(
    help:
      "Add to each fact the words that decided, as \"trail\", and to each article the numbers that became none, with why, as \"left_out\"."
  )
  var explain = false

  @OptionGroup var catalogue: CatalogueOption

  @OptionGroup var jobs: JobsOption

  func run() throws {
    let output = TextOutput()
    try Extraction(minConfidence: confidence.minConfidence, explains: explain, names: try catalogue.rows).run(
      from: STDIN_FILENO, jobs: jobs.count
    ) { try output.writeNow($0) }
  }
}
