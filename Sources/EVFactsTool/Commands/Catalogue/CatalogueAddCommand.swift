import ArgumentParser
import EVFacts

/// `evfacts catalogue add`: a maker, a model, another name, a name of a market.
struct CatalogueAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a maker, a model, other names of one, or names of a market.",
    discussion: """
      A name that begins with a capital is found where the text has one there too; the case of its other letters does
      not count, unless a ! stands behind the name.

      EXAMPLES
        evfacts catalogue add maker Lumingo 流明 --country CN
        evfacts catalogue add model Lumingo "Vela 7" --body suv
        evfacts catalogue add alias Lumingo "Lumingo Motors"
        evfacts catalogue add market CH Eidgenossenschaft
      """, subcommands: [AddMaker.self, AddModel.self, AddAlias.self, AddMarket.self])

  /// Adds one row.
  static func add(_ row: CatalogueRow, to database: DatabaseOption) throws {
    let added = try FactStore.catalogueRows(path: database.path)
    let row = try CatalogueCheck(added: added).news(row)
    try database.openForAdding().addToCatalogue([row])
    let what = [row.manufacturer, row.model, row.market].compactMap(\.self).joined(separator: " ")
    Notes.write("added: \(row.sort.rawValue) \(([what] + row.names).joined(separator: ", "))")
  }
}
