import ArgumentParser
import EVFacts

/// `evfacts forget`: an article as if it had never been read.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Delete articles with all their versions, facts and corrections.",
    discussion: """
      What is believed is decided anew without them. This cannot be undone; evfacts backup makes a copy first.

      EXAMPLES
        evfacts forget 7f3a90c2
        evfacts articles
      """)

  @Argument(help: ArgumentHelp("The articles, by the ids that evfacts articles lists.", valueName: "article"))
  var articles: [String]

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let store = try database.openForChanging()
    for article in articles where try store.article(id: article) == nil {
      throw LookupError.noArticle(id: article)
    }
    for article in articles {
      guard let gone = try store.forget(article: article) else { continue }
      Notes.write(
        "forgot \(article): \(gone.versions) \(gone.versions == 1 ? "version" : "versions"), \(gone.claims) facts, "
          + "\(gone.corrections) corrections")
    }
  }
}
