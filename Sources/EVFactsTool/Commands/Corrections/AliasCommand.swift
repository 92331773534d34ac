import ArgumentParser
import EVFacts

/// `evfacts alias`: another name of a maker, or of a model of it.
struct AliasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias",
    abstract: "Give a maker, or a model of it, another name that articles use.",
    discussion: """
      The same as evfacts catalogue add alias. Articles that are stored already get the facts that the name brings with
      evfacts reextract.

      EXAMPLES
        evfacts alias Xiaomi SU7 "Speed Ultra 7"
        evfacts alias Leapmotor "Leap Motors"
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
        "a maker, perhaps a model, and one new name. Try: alias Xiaomi SU7 \"Speed Ultra 7\"")
    }
  }

  func run() throws {
    let model = names.count == 2 ? names[0] : nil
    try CatalogueAddCommand.add(
      CatalogueRow(.alias, manufacturer: maker, model: model, names: names.suffix(1)), to: database)
  }
}
