import ArgumentParser
import EVFacts

/// `evfacts feeds remove`: feeds to follow no longer.
struct FeedsRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Follow feeds no longer; their articles stay.",
    discussion: """
      EXAMPLES
        evfacts feeds remove https://example.org/news/rss.xml
      """)

  @Argument(help: "The addresses of the feeds.")
  var addresses: [String]

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let store = try FactStore(path: database.path, opening: .writeExisting)
    var unknown = 0
    for given in addresses {
      let address = (try? WebAddress(given).description) ?? given
      if try store.removeFeed(address) {
        Notes.write("no longer following \(address)")
      } else {
        unknown += 1
        Notes.write("Error: '\(given)' is not followed. Try: evfacts feeds list")
      }
    }
    if unknown > 0 { throw ExitCode.failure }
  }
}
