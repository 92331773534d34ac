import ArgumentParser
import EVFacts

/// `evfacts catalogue add market`: names of a market.
struct AddMarket: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "market", abstract: "Add names of a market.",
    discussion: """
      EXAMPLES
        evfacts catalogue add market CH Eidgenossenschaft
        evfacts catalogue add market FR Vélizy --form city
      """)

  @Argument(help: "The market: a country such as DE, a region such as 150, EU or overseas.")
  var code: String

  @Argument(help: "The names.")
  var names: [String]

  @Option(help: "What the names are: the market's name, an adjective, or a city or state that stands for it.")
  var form = MarketForm.name

  @OptionGroup var database: DatabaseOption

  func run() throws {
    var row = CatalogueRow(.market, market: code, names: names)
    row.form = form
    try CatalogueAddCommand.add(row, to: database)
  }
}

extension MarketForm: ExpressibleByArgument {}
