import ArgumentParser
import EVFacts

/// `evfacts drop`: a fact that is none.
struct DropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Take facts out that are none; they stay out when the article is read again.",
    discussion: """
      EXAMPLES
        evfacts drop 17 --why "an advertisement"
        evfacts drop 17 18 21
      """)

  @Argument(help: ArgumentHelp("The facts' numbers.", valueName: "fact"))
  var facts: [Int64]

  @OptionGroup var database: DatabaseOption

  @Option(help: ArgumentHelp("The reason, kept beside the correction.", valueName: "reason"))
  var why: String?

  func run() throws {
    let store = try database.openForChanging()
    // All are looked up first, so that a wrong number changes nothing.
    let rows = try facts.map { id in
      guard let row = try store.fact(id) else { throw StoringError.unknownFact(id: id) }
      return row
    }
    for row in rows {
      try store.drop(row.id, reason: why)
      Notes.write("dropped: \(FactWords.of(row.fact)). Back with: evfacts restore \(row.id)")
    }
  }
}
