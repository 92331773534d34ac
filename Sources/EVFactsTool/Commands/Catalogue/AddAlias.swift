import ArgumentParser
import EVFacts

/// `evfacts catalogue add alias`: another name of a maker, or of a model of it.
struct AddAlias: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Add another name of a maker, or of a model of it.",
    discussion: """
      EXAMPLES
        evfacts catalogue add alias Lumingo "Lumingo Motors"
        evfacts catalogue add alias Xiaomi SU7 "Speed Ultra 7"
      """)

  @Argument(help: "The maker, by any of its names.")
  var maker: String

  @Argument(
    help: ArgumentHelp("The model, where it is a name of one; then the new name.", valueName: "model> <alias")
  )
  var names: [String]

  @OptionGroup var database: DatabaseOption

  func validate() throws {
    guard (1...2).contains(names.count) else {
      throw ValidationError(
        "a maker, perhaps a model, and one new name. Try: add alias Xiaomi SU7 \"Speed Ultra 7\"")
    }
  }

  func run() throws {
    let model = names.count == 2 ? names[0] : nil
    try CatalogueAddCommand.add(
      CatalogueRow(.alias, manufacturer: maker, model: model, names: names.suffix(1)), to: database)
  }
}
