import ArgumentParser
import EVFacts

/// `evfacts catalogue list`: what was added.
struct CatalogueListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what was added to the catalogue, with the number that evfacts catalogue remove takes.",
    discussion: """
      --tsv prints the table that evfacts catalogue import and evfacts extract --catalogue read.

      EXAMPLES
        evfacts catalogue list
        evfacts catalogue list --tsv > names.tsv
      """)

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @Flag(help: "Print a table parted by tabs, without numbers.")
  var tsv = false

  func run() throws {
    let stored = try database.openForReading().catalogue()
    let output = TextOutput()
    if tsv { return try output.writeNow(CatalogueTable.text(of: stored.map(\.row))) }
    if stored.isEmpty {
      Notes.write(
        "Nothing was added to the catalogue of '\(database.path)'. Try: evfacts catalogue add --help")
    }
    let names = CatalogueTable.columns.enumerated().map { index, name in
      Column<StoredCatalogueRow>(name) { stored in
        let field = CatalogueTable.fields(of: stored.row)[index]
        return field.isEmpty ? .empty : .text(field)
      }
    }
    let number = Column<StoredCatalogueRow>("number", isNumeric: true) { .number(Double($0.number)) }
    try format.write(Report(columns: [number] + names, rows: stored), to: output)
  }
}
