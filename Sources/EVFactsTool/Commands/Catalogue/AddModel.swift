import ArgumentParser
import EVFacts

/// `evfacts catalogue add model`: a model of a maker, with other names of it.
struct AddModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Add a model of a maker.",
    discussion: """
      Codes beside their maker, such as SU9, are found without being added; names that are words are not.

      EXAMPLES
        evfacts catalogue add model Lumingo "Vela 7" --body suv
        evfacts catalogue add model Lumingo Morning 晨光 --beside-maker
      """)

  @Argument(help: "The maker, by any of its names.")
  var maker: String

  @Argument(help: "The model without the brand.")
  var name: String

  @Argument(help: "Other names of it.")
  var aliases: [String] = []

  @Option(help: "The sort of car.")
  var body: BodyType?

  @Flag(help: "It runs on petrol or diesel alone.")
  var combustion = false

  @Flag(help: "The name means the model only beside its maker, as a word or a number does.")
  var besideMaker = false

  @OptionGroup var database: DatabaseOption

  func run() throws {
    var row = CatalogueRow(.model, manufacturer: maker, model: name, names: aliases)
    row.body = body
    row.isCombustion = combustion
    row.needsMaker = besideMaker
    try CatalogueAddCommand.add(row, to: database)
  }
}

extension BodyType: ExpressibleByArgument {}
