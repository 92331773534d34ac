import ArgumentParser
import EVFacts
import Foundation

/// `evfacts merge`: what other databases hold, into this one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take over what other databases hold: articles, facts, corrections and names.",
    discussion: """
      Articles that are there already are recognised; of two texts of one page the one that came in later counts, of two
      corrections of one fact the later one. Each file is taken over whole or not at all, and stays as it is.

      EXAMPLES
        evfacts merge colleague.sqlite
        evfacts merge --db all.sqlite january.sqlite february.sqlite
      """)

  @Argument(help: ArgumentHelp("The other databases.", valueName: "file"))
  var files: [String]

  @OptionGroup var database: DatabaseOption

  func run() throws {
    // All are opened first, so that a wrong one stops the work before it begins.
    let others = try files.map { file in
      guard try !isSame(file, database.path) else { throw LookupError.sameDatabase(path: file) }
      return (file, try FactStore(path: file, opening: .readOnly))
    }
    let store = try database.openForAdding()
    for (file, other) in others {
      let merged = try store.merge(other) { Notes.progress("\(file): \($0) articles") }
      Notes.progress("")
      Notes.write("\(file): \(words(merged))")
    }
  }

  private func words(_ merged: MergedDatabase) -> String {
    let words: [(StoreOutcome, String)] = [
      (.inserted, "new"), (.updated, "with a new text"), (.refreshed, "brought up to date"),
      (.unchanged, "known already"),
    ]
    var parts = words.compactMap { outcome, word in merged.articles[outcome].map { "\($0) \(word)" } }
    if parts.isEmpty { parts = ["no articles"] }
    if merged.corrections > 0 { parts.append("\(merged.corrections) corrections") }
    if merged.overruled > 0 { parts.append("\(merged.overruled) corrections that later ones here overrule") }
    if merged.names > 0 { parts.append("\(merged.names) names") }
    return parts.joined(separator: ", ")
  }

  private func isSame(_ a: String, _ b: String) throws -> Bool {
    let places = [a, b].map { URL(filePath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
    return places[0] == places[1]
  }
}
