import ArgumentParser
import EVFacts

/// `evfacts catalogue`: makers, models and markets that the program does not know by itself.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Add makers, models, other names of them and names of markets, and list what was added.",
    discussion: """
      What is added is kept in the database. evfacts ingest finds it in articles, also in those that it read before, once
      they are ingested again; evfacts ask understands it.

      EXAMPLES
        evfacts catalogue add maker Lumingo 流明 --country CN
        evfacts catalogue add model Lumingo "Vela 7" --body suv
        evfacts catalogue add alias Xiaomi SU7 "Speed Ultra 7"
        evfacts catalogue add market CH Eidgenossenschaft
        evfacts catalogue list
      """,
    subcommands: [
      CatalogueAddCommand.self, CatalogueListCommand.self, CatalogueRemoveCommand.self,
      CatalogueImportCommand.self,
    ])
}
