import ArgumentParser
import EVFacts

/// `evfacts catalogue add maker`: a maker, with other names of it.
struct AddMaker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maker", abstract: "Add a maker.",
    discussion: """
      EXAMPLES
        evfacts catalogue add maker Lumingo 流明 --country CN
        evfacts catalogue add maker "Lumingo Group" --group
      """)

  @Argument(help: "The name as the maker writes it in Latin letters, without Auto, Motors and the like.")
  var name: String

  @Argument(help: "Other names of it.")
  var aliases: [String] = []

  @Option(help: ArgumentHelp("Where it is at home, such as CN.", valueName: "code"))
  var country: String?

  @Option(help: ArgumentHelp("The group that it belongs to.", valueName: "maker"))
  var owner: String?

  @Flag(help: "It is a group of several brands.")
  var group = false

  @OptionGroup var database: DatabaseOption

  func run() throws {
    var row = CatalogueRow(.maker, manufacturer: name, market: country, names: aliases)
    row.owner = owner
    row.isGroup = group
    try CatalogueAddCommand.add(row, to: database)
  }
}
