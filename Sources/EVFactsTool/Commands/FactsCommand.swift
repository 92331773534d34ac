import ArgumentParser
import EVFacts

/// `evfacts facts`: what an article claims, each fact with its sentence.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "List what an article claims, each fact with its sentence and the value marked in it.",
    discussion: """
      --explain reads the article anew and tells of each fact what decided: the kind, the subject and the date with
      how likely the extractor held them, or the word that told of an event. Facts that were imported or corrected, or
      that another version of evfacts found, have no such trail.

      EXAMPLES
        evfacts facts --article 7f3a90c2
        evfacts facts --article 7f3a90c2 --explain --min-confidence 0.8
        evfacts articles
      """)

  @Option(help: ArgumentHelp("The article, by the id that evfacts articles lists.", valueName: "id"))
  var article: String

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @OptionGroup var confidence: ConfidenceOption

  @Flag(help: "Tell of each fact what decided; in csv and json as \"trail\".")
  var explain = false

  func run() throws {
    let store = try database.openForReading()
    guard let found = try store.article(id: article) else { throw LookupError.noArticle(id: article) }
    let scope = FactScope(minConfidence: confidence.minConfidence)
    var rows = try store.facts(ofArticle: article).filter { scope.admits($0.fact) }
    for index in rows.indices { rows[index].article.text = found.text }
    if rows.isEmpty { Notes.write("The article '\(article)' has no such facts.") }
    if explain {
      rows = try Explaining.explained(rows, of: found, names: try store.catalogue().map(\.row))
      let count = rows.count { $0.fact.trail.isEmpty }
      if count > 0 { Notes.write("Not explained, as this evfacts does not find them itself: \(count).") }
    }
    try format.write(FactReport.of(rows, explains: explain, isNumbered: true), to: TextOutput())
  }
}
