import ArgumentParser
import EVFacts

/// The words of the two commands that give a maker, or a model of it, another name.
struct AliasArguments: ParsableArguments {
  @Argument(help: "The maker, by any of its names.")
  var maker: String

  @Argument(
    help: ArgumentHelp("The model, where it is a name of one; then the new name.", valueName: "model> <alias")
  )
  var names: [String]

  /// Throws where there are too few or too many; `command` is how the command is called.
  func validate(for command: String) throws {
    guard (1...2).contains(names.count) else {
      throw ValidationError(
        "a maker, perhaps a model, and one new name. Try: \(command) Xiaomi SU7 \"Speed Ultra 7\"")
    }
  }

  /// The row of the catalogue that they ask for.
  var row: CatalogueRow {
    CatalogueRow(
      .alias, manufacturer: maker, model: names.count == 2 ? names[0] : nil, names: names.suffix(1))
  }
}
