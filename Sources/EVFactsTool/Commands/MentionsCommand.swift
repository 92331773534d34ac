import ArgumentParser
import EVFacts
import Foundation

/// `evfacts mentions`: JSON lines with articles in, JSON lines with numbers, dates, names and cues out.
struct MentionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Read articles as JSON lines and print the numbers, dates, names and cues in them.",
    discussion: """
      Shows what facts are put together from. Reads the lines that evfacts extract reads, and prints one for each, in
      the same order: {"id", "language", "mentions"}. A mention has its type (number, amount, distance, date, maker,
      model, market or cue), its text, and start and end in UTF-8 bytes of the article's text; then what it comes to:
      value, value_max and unit, when, manufacturer and model, market, or cue. They are in the order of their places.

      EXAMPLES
        evfacts mentions < articles.jsonl > mentions.jsonl
        evfacts read --format jsonl article.html | evfacts mentions
      """)

  @OptionGroup var catalogue: CatalogueOption

  @OptionGroup var jobs: JobsOption

  func run() throws {
    let output = TextOutput()
    try MentionListing(names: try catalogue.rows).run(from: STDIN_FILENO, jobs: jobs.count) {
      try output.writeNow($0)
    }
  }
}
