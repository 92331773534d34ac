import ArgumentParser
import EVFacts

/// How articles get into the database, whatever they come from.
struct IngestOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print no articles and no progress, only the summary.")
  var quiet = false

  @Flag(help: "Read what is known already, too.")
  var again = false

  @Flag(help: "Print where the time went.")
  var timings = false

  @OptionGroup var jobs: JobsOption

  /// Runs an ingest, prints what becomes of it, and ends with the exit status that it deserves.
  func run(
    into database: DatabaseOption, overrides: ReadingOverrides = ReadingOverrides(), screen: IngestScreen,
    _ body: (Ingesting) throws -> Void
  ) throws {
    let ingesting = Ingesting(
      path: database.path, open: { try database.openForAdding() }, overrides: overrides,
      names: try FactStore.catalogueRows(path: database.path), jobs: jobs.count, readsAgain: again,
      isStopped: { Interruption.isWished }, tell: { try screen.show($0) })
    try body(ingesting)
    try screen.finish()
    if timings { Notes.write(TimeTable.text(of: ingesting.times)) }
    if let status = Interruption.status {
      Notes.write("Stopped before the end. Try: the same command again, which goes on from here")
      throw ExitCode(status)
    }
    if screen.failures > 0 { throw ExitCode.failure }
  }
}
