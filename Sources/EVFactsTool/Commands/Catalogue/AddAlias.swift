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

  @OptionGroup var alias: AliasArguments
  @OptionGroup var database: DatabaseOption

  func validate() throws { try alias.validate(for: "add alias") }

  func run() throws { try CatalogueAddCommand.add(alias.row, to: database) }
}
