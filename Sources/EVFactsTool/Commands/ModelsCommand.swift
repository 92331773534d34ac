import ArgumentParser
import EVFacts

/// `evfacts models`: which cars the articles tell of.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the models that the articles name, with the number of their articles and facts.",
    discussion: """
      EXAMPLES
        evfacts models
        evfacts models --format json
      """)

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  func run() throws { try Listing(report: .models, database: database, format: format).print() }
}
