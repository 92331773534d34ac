import ArgumentParser
import EVFacts

/// `evfacts backup`: a copy while others write.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the database into a new file, also while another program writes to it.",
    discussion: """
      The copy is of one moment, is checked, and takes its name only when it is whole.

      EXAMPLES
        evfacts backup evfacts-2026-01-31.sqlite
        evfacts backup --db news.sqlite /media/stick/news.sqlite
      """)

  @Argument(help: "The new file.")
  var file: String

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let store = try database.openForReading()
    try store.backUp(to: file) { done, all in Notes.progress("\(done) of \(all) pages") }
    Notes.progress("")
    Notes.write("'\(database.path)' is copied to '\(file)'")
  }
}
