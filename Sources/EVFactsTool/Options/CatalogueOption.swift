import ArgumentParser
import EVFacts

/// Names of one's own for a command that works without a database.
struct CatalogueOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Names of your own beside the program's, as evfacts catalogue list --tsv prints them.",
      valueName: "file"))
  var catalogue: String?

  /// The rows of the file.
  var rows: [CatalogueRow] {
    get throws { try catalogue.map { try CatalogueTable.rows(file: $0) } ?? [] }
  }
}
