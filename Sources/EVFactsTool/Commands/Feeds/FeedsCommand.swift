import ArgumentParser

/// `evfacts feeds`: the feeds that a database follows.
struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "Follow feeds and fetch what is new in them.",
    discussion: """
      EXAMPLES
        evfacts feeds add https://example.org/news/rss.xml
        evfacts feeds update
        evfacts feeds list
        evfacts feeds remove https://example.org/news/rss.xml
      """,
    subcommands: [
      FeedsAddCommand.self, FeedsListCommand.self, FeedsRemoveCommand.self, FeedsUpdateCommand.self,
    ]
  )
}
