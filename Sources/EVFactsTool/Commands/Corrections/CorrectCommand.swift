import ArgumentParser
import EVFacts

/// `evfacts correct`: what a person says a fact should read.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Put a fact right; it stays so when the article is read again.",
    discussion: """
      The fact goes by the number that evfacts facts --article lists and that reports have as fact_id. A correction comes
      before all articles. An empty value takes a field away. The fields: \
      \(FactEdit.Field.allCases.map(\.rawValue).joined(separator: ", ")).

      EXAMPLES
        evfacts correct 17 value=130000 --why "thousands misread"
        evfacts correct 17 when=2025-Q3 market=Germany status=planned
        evfacts correct 17 source=
      """)

  @Argument(help: "The fact's number.")
  var fact: Int64

  @Argument(help: ArgumentHelp("What it should read.", valueName: "field=value"))
  var edits: [String]

  @OptionGroup var database: DatabaseOption

  @Option(help: ArgumentHelp("The reason, kept beside the correction.", valueName: "reason"))
  var why: String?

  func run() throws {
    let edit = try FactEdit(edits)
    let store = try database.openForChanging()
    guard let row = try store.fact(fact) else { throw StoringError.unknownFact(id: fact) }
    let new = try edit.applied(to: row.fact, names: ReportNames(store: store))
    try store.correct(fact, to: new, reason: why)
    Notes.write("was: \(FactWords.of(row.fact))")
    Notes.write("is:  \(FactWords.of(new))")
  }
}
