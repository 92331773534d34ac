import ArgumentParser
import EVFacts

/// `evfacts catalogue import`: adds a table of names.
struct CatalogueImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add all names of a table to the catalogue, or none where anything in it is wrong.",
    discussion: """
      Reads what evfacts catalogue list --tsv prints: columns parted by tabs, whose names stand on the first line. sort
      (maker, model, alias or market) must be there; the others, in any order, are manufacturer, model, market (a code,
      such as DE), form (name, adjective or city), owner, body, is_group, is_combustion, needs_maker (1 or empty), and
      names, further names parted by |, each with a ! behind it where its case counts. Lines with # in front are notes.

      EXAMPLES
        evfacts catalogue import names.tsv
        evfacts catalogue list --db old.sqlite --tsv | evfacts catalogue import -
      """)

  @Argument(help: "The table; - is standard input.")
  var file: String

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let rows = try CatalogueTable.rows(file: file)
    let store = try database.openForAdding()
    let known = Set(try store.catalogue().map(\.row))
    let news = rows.filter { !known.contains($0) }
    try store.addToCatalogue(news)
    Notes.write("\(rows.count) rows: \(news.count) new, \(rows.count - news.count) known already")
  }
}
