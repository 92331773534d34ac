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
      """)

  @Option(help: ArgumentHelp("Leave out facts that are less sure, 0 to 1.", valueName: "number"))
  var minConfidence = 0.0

  @Flag(help: "Add to each fact the words that decided, as \"trail\".")
  var explain = false

  @Option(help: "How many articles are worked on at once; else one a processor.")
  var jobs: Int?

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence is between 0 and 1. Try: --min-confidence 0.9")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1. Try: --jobs 2") }
  }

  func run() throws {
    let output = TextOutput()
    try Extraction(minConfidence: minConfidence, explains: explain).run(
      from: STDIN_FILENO, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount
    ) { try output.writeNow($0) }
  }
}
