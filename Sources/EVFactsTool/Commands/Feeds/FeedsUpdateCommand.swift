import ArgumentParser
import EVFacts

/// `evfacts feeds update`: what is new in the feeds.
struct FeedsUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Fetch what is new in the feeds, find its facts and store both.",
    discussion: """
      Asks each feed for what changed and fetches the pages that it names and that were not fetched before. What fails
      is told of, the others go on, and the exit status is 1; the next update tries it again. It can run from a timer,
      also while another update runs:

        0 * * * *  evfacts feeds update --quiet --db /home/me/news.sqlite

      EXAMPLES
        evfacts feeds update
        evfacts feeds update --quiet https://example.org/news/rss.xml
      """)

  @Argument(help: "Only these feeds; else all that are followed.")
  var addresses: [String] = []

  @OptionGroup var database: DatabaseOption

  @OptionGroup var options: IngestOptions

  @OptionGroup var fetching: FetchingOptions

  func run() throws {
    let followed = try FactStore(path: database.path, opening: .writeExisting).feedAddresses()
    let wanted = try addresses.map { try WebAddress($0).description }
    for address in wanted where !followed.contains(address) {
      throw ValidationError("'\(address)' is not followed. Try: evfacts feeds add \(address)")
    }
    let feeds = wanted.isEmpty ? followed : wanted
    guard !feeds.isEmpty else {
      Notes.write("No feeds are followed. Try: evfacts feeds add https://example.org/rss.xml")
      return
    }
    Interruption.watch()
    let screen = IngestScreen(files: [], isQuiet: options.quiet, otherSources: feeds.count + 1)
    try options.run(into: database, screen: screen) { ingesting in
      try ingesting.run(addresses: feeds, areFeeds: true, fetcher: fetching.fetcher)
    }
    if screen.articles == 0, !options.quiet { Notes.write("nothing new") }
  }
}
