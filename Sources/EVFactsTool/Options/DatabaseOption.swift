import ArgumentParser
import EVFacts
import Foundation

/// The database that a command works on.
struct DatabaseOption: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The database; else $EVFACTS_DB, else evfacts.sqlite in this folder.", valueName: "file"))
  var given: String?

  /// Its path.
  var path: String {
    if let given { return given }
    let named = ProcessInfo.processInfo.environment["EVFACTS_DB", default: ""]
    return named.isEmpty ? "evfacts.sqlite" : named
  }
}

extension DatabaseOption {
  /// The database to read; it must exist, and stays as it is.
  func openForReading() throws -> FactStore { try FactStore(path: path, opening: .readOnly) }

  /// The database to change; it must exist.
  func openForChanging() throws -> FactStore { try FactStore(path: path, opening: .writeExisting) }

  /// The database to add to, made where there is none.
  func openForAdding() throws -> FactStore { try FactStore(path: path, opening: .createOrWrite) }

  /// Says why there is nothing to show: the database is empty, or it holds nothing of that sort.
  func noteNothing(in store: FactStore) throws {
    if try !store.hasArticles() {
      Notes.write("The database '\(path)' is empty. Try: evfacts ingest PATH")
    } else {
      Notes.write("The database '\(path)' holds nothing of that.")
    }
  }
}
