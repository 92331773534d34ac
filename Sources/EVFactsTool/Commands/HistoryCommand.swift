import ArgumentParser
import EVFacts

/// `evfacts history`: how a target was raised and a launch put off, claim by claim.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List every claim about a maker or a model, the oldest publication first.",
    discussion: """
      Nothing is left out: cancelled plans and figures that others outvote are listed with their status and source, and
      what a page said before it changed with the day from which its newer version counts. A maker's history holds
      that of its models.

      The kinds: \(FactKind.allCases.map(\.rawValue).joined(separator: ", ")).

      EXAMPLES
        evfacts history "Xiaomi SU7" sales_target
        evfacts history BYD store_count --format csv
        evfacts history YU7
      """)

  @Argument(help: "A maker, a model, or both.")
  var name: String

  @Argument(help: "Only claims of this kind.")
  var kind: FactKind?

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @OptionGroup var confidence: ConfidenceOption

  func validate() throws {
    guard !nameKey(name).isEmpty else {
      throw ValidationError("'\(name)' is no name. Try: evfacts history Xiaomi")
    }
  }

  func run() throws {
    let store = try database.openForReading()
    let listing = try History.listing(
      of: name, in: store, kind: kind, minConfidence: confidence.minConfidence)
    if let form = format.exportForm, let listing {
      let count = try format.write(listing, of: database, as: form, to: TextOutput())
      if count == 0 { noteNothing() }
      return
    }
    let rows =
      try History.statement(of: name, in: store, kind: kind, minConfidence: confidence.minConfidence)
      .map { try store.rows($0) } ?? []
    if rows.isEmpty { noteNothing() }
    try format.write(FactReport.of(rows, showsVersions: true), to: TextOutput())
  }

  private func noteNothing() { Notes.write("Nothing is claimed of '\(name)' there. Try: evfacts models") }
}

extension FactKind: ExpressibleByArgument {}
