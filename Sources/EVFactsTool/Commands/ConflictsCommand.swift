import ArgumentParser
import EVFacts

/// `evfacts conflicts`: where articles disagree.
struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "List where articles disagree, each claim with its sentence.",
    discussion: """
      Claims that contradict each other stand together, the oldest publication first; the newest is what is believed.
      A table shows the conflicts that came up last, as many as --limit says; the other formats have all of them.

      EXAMPLES
        evfacts conflicts
        evfacts conflicts "Xiaomi SU7"
        evfacts conflicts --min-confidence 0.8 --format csv
      """)

  /// More than this nobody reads at once.
  private static let tableLimit = 100

  @Argument(help: "Only those about a maker, a model, or both.")
  var name: String?

  @Option(help: ArgumentHelp("Of how many conflicts, the newest first.", valueName: "number"))
  var limit: Int?

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @OptionGroup var confidence: ConfidenceOption

  func validate() throws {
    if let name, nameKey(name).isEmpty {
      throw ValidationError("'\(name)' is no name. Try: evfacts conflicts Xiaomi")
    }
    if let limit, limit < 1 { throw ValidationError("--limit is 1 or more. Try: --limit 20") }
    if name != nil, limit != nil {
      throw ValidationError("--limit is for the conflicts of all. Try: evfacts conflicts NAME")
    }
  }

  func run() throws {
    let store = try database.openForReading()
    let limit = limit ?? (format.format == .table ? Self.tableLimit : nil)
    let listing = try ConflictListing.listing(
      of: name, in: store, limit: limit, minConfidence: confidence.minConfidence)
    if let form = format.exportForm, let listing {
      let count = try format.write(listing, of: database, as: form, to: TextOutput())
      if count == 0 { noteNothing() }
    } else {
      try printRows(of: store, limit: limit)
    }
    if name == nil, let limit {
      let count = try store.conflictCount()
      if count > limit {
        Notes.write(
          "These are the newest \(limit) of \(count) conflicts. Try: evfacts conflicts NAME, or --limit \(count)"
        )
      }
    }
  }

  private func printRows(of store: FactStore, limit: Int?) throws {
    let statement: SQLStatement?
    if let name {
      statement = try ConflictListing.statement(
        of: name, in: store, minConfidence: confidence.minConfidence)
    } else {
      statement = ConflictListing.statement(limit: limit, minConfidence: confidence.minConfidence)
    }
    let rows = try statement.map { try store.rows($0) } ?? []
    if rows.isEmpty { noteNothing() }
    try format.write(FactReport.of(rows), to: TextOutput())
  }

  private func noteNothing() {
    Notes.write(name.map { "No articles disagree on '\($0)'." } ?? "No articles disagree.")
  }
}
