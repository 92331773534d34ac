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

  @OptionGroup var alias: AliasArguments
  @OptionGroup var database: DatabaseOption

  func validate() throws { try alias.validate(for: "alias") }

  func run() throws { try CatalogueAddCommand.add(alias.row, to: database) }
}
