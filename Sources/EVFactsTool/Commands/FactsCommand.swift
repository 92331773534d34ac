import ArgumentParser
import EVFacts

/// `evfacts facts`: what an article claims, each fact with its sentence.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "List what an article claims, each fact with its sentence and the value marked in it.",
    discussion: """
      EXAMPLES
        evfacts facts --article 7f3a90c2
        evfacts articles
      """)

  @Option(help: ArgumentHelp("The article, by the id that evfacts articles lists.", valueName: "id"))
  var article: String

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  func run() throws {
    let store = try database.openForReading()
    guard let found = try store.article(id: article) else { throw LookupError.noArticle(id: article) }
    var rows = try store.facts(ofArticle: article)
    for index in rows.indices { rows[index].article.text = found.text }
    if rows.isEmpty { Notes.write("The article '\(article)' has no facts.") }
    try format.write(FactReport.of(rows), to: TextOutput())
  }
}

/// Why something that was asked for by name is not there.
enum LookupError: Error, CustomStringConvertible {
  case noArticle(id: String)

  var description: String {
    switch self {
    case .noArticle(let id): "there is no article '\(id)'.\nTry: evfacts articles"
    }
  }
}
