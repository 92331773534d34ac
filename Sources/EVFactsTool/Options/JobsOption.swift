import ArgumentParser
import Foundation

/// How much is worked on at once.
struct JobsOption: ParsableArguments {
  @Option(help: "How many articles are worked on at once; else one a processor.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1. Try: --jobs 2") }
  }

  /// The number.
  var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
