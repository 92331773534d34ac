import ArgumentParser
import EVFacts

/// `evfacts catalogue remove`: takes back what was added.
struct CatalogueRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take something out that was added to the catalogue.",
    discussion: """
      Facts that it brought stay until their articles are ingested again. Models and other names of a maker that is taken
      out are found no more either.

      EXAMPLES
        evfacts catalogue list
        evfacts catalogue remove 3
      """)

  @Argument(help: "The number that evfacts catalogue list shows.")
  var number: Int64

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let store = try FactStore(path: database.path, opening: .writeExisting)
    guard try store.removeFromCatalogue(number) else { throw CatalogueError.unknownRow(number: number) }
    Notes.write("removed \(number)")
  }
}
