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
