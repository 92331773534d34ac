import ArgumentParser
import EVFacts

/// `evfacts reextract`: stored articles read anew by a newer extractor or with more names.
struct ReextractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reextract",
    abstract: "Find the facts of stored articles anew after an upgrade, and say what came and went.",
    discussion: """
      Reads only articles that an earlier extractor read, or one that knew other names of your own. Imported facts stay
      as they are, corrections and drops are kept. It can be stopped at any time; the next run goes on.

      EXAMPLES
        evfacts reextract
        evfacts reextract --dry-run --show
      """)

  @OptionGroup var database: DatabaseOption

  @Flag(help: "Store nothing, only say what would come and go.")
  var dryRun = false

  @Flag(help: "List the facts that came (+) and went (-).")
  var show = false

  @OptionGroup var jobs: JobsOption

  func run() throws {
    let store = try dryRun ? database.openForReading() : database.openForChanging()
    let reextracting = Reextracting(names: try store.catalogue().map(\.row), jobs: jobs.count)
    let total = try reextracting.count(in: store)
    guard total > 0 else { return Notes.write("All articles were read by this extractor.") }
    let output = TextOutput()
    var (articles, changed, came, went, kept) = (0, 0, 0, 0, 0)
    try reextracting.run(in: store, dryRun: dryRun) { outcome in
      articles += outcome.articles
      changed += outcome.changed
      came += outcome.came.count
      went += outcome.went.count
      kept += outcome.kept
      if show {
        for (id, fact) in outcome.went { try output.write("- \(id) \(FactWords.of(fact))\n") }
        for (id, fact) in outcome.came { try output.write("+ \(id) \(FactWords.of(fact))\n") }
        try output.flush()
      }
      Notes.progress("\(articles) of \(total) articles")
    }
    Notes.progress("")
    Notes.write(
      "\(articles) articles read anew\(dryRun ? ", nothing stored" : ""): \(came) facts came, \(went) went, \(kept) stayed; "
        + "\(changed) articles changed")
  }
}
