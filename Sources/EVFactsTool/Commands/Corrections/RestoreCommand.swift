import ArgumentParser
import EVFacts

/// `evfacts restore`: a correction or a drop taken back.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Take a correction or a drop back: the fact stands as it was found.",
    discussion: """
      EXAMPLES
        evfacts restore 17 --why "it was right after all"
        evfacts corrections
      """)

  @Argument(help: "The fact's number, as evfacts corrections lists it.")
  var fact: Int64

  @OptionGroup var database: DatabaseOption

  @Option(help: ArgumentHelp("The reason, kept beside it.", valueName: "reason"))
  var why: String?

  func run() throws {
    let store = try database.openForChanging()
    try store.restore(fact, reason: why)
    Notes.write("fact \(fact) stands as it was found")
  }
}
