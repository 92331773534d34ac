import ArgumentParser
import EVFacts

/// `evfacts search`: words in the articles' text.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the articles that have all of some words, with the place marked.",
    discussion: """
      Case and accents do not count, a word of four letters finds longer ones that begin with it.

      EXAMPLES
        evfacts search Limousine
        evfacts search dealers Germany --limit 5
      """)

  @Argument(help: "The words.")
  var words: [String]

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @Option(help: ArgumentHelp("The most articles to list.", valueName: "number"))
  var limit = 20

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is at least 1. Try: --limit 20") }
  }

  func run() throws {
    let store = try database.openForReading()
    let hits = try store.search(words.joined(separator: " "), limit: limit)
    if hits.isEmpty { try database.noteNothing(in: store) }
    try format.write(SearchReport.of(hits), to: TextOutput())
  }
}
