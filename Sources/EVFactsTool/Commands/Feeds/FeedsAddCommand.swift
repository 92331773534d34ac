import ArgumentParser
import EVFacts

/// `evfacts feeds add`: feeds to follow from now on.
struct FeedsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Follow feeds.",
    discussion: """
      RSS or Atom. Nothing is fetched before evfacts feeds update.

      EXAMPLES
        evfacts feeds add https://example.org/news/rss.xml https://example.com/atom
      """)

  @Argument(help: "The addresses of the feeds.")
  var addresses: [String]

  @OptionGroup var database: DatabaseOption

  func run() throws {
    // All are looked at before one is stored.
    let checked = try addresses.map { try WebAddress($0).description }
    let store = try database.openForAdding()
    for address in checked {
      let isNew = try store.addFeed(address)
      Notes.write(isNew ? "following \(address)" : "followed already: \(address)")
    }
  }
}
