import ArgumentParser
import EVFacts

/// `evfacts export`: a report in any format, or all articles with their facts.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a report, or all articles with their facts.",
    discussion: """
      The reports: \(ReportName.allCases.map(\.rawValue).joined(separator: ", ")). They list what is believed, with
      --claims everything that the articles claim. Without a report, --format jsonl writes every article with its facts,
      as evfacts import reads them. In CSV, text that a spreadsheet would run as a formula gets an apostrophe in front.

      EXAMPLES
        evfacts export launches --format csv -o launches.csv
        evfacts export prices --claims --min-confidence 0.8
        evfacts export --format jsonl -o everything.jsonl
      """)

  @Argument(help: "The report.")
  var report: ReportName?

  @OptionGroup var database: DatabaseOption

  @OptionGroup var format: FormatOption

  @Flag(help: "List all that anyone claims, not what is believed.")
  var claims = false

  @OptionGroup var confidence: ConfidenceOption

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard report != nil || format.format == .jsonl else {
      throw ValidationError("which report? Try: evfacts export launches, or --format jsonl for everything")
    }
    guard confidence.minConfidence == 0 || report?.listsFacts ?? true else {
      throw ValidationError(
        "--min-confidence is for reports of facts, not of \(report?.rawValue ?? ""). Try: evfacts export claims"
      )
    }
  }

  func run() throws {
    let store = try database.openForReading()
    guard let report else { return try exportEverything(of: store) }
    try ReportPrinter(store: store, database: database, format: format, output: output, scope: scope)
      .print(report)
  }

  private func exportEverything(of store: FactStore) throws {
    let text = try TextOutput(path: output)
    var count = 0
    let scope = scope
    try store.annotatedArticles { annotated in
      var annotated = annotated
      annotated.facts.removeAll { !scope.admits($0) }
      try text.write(AnnotatedArticleJSON.line(annotated) + "\n")
      count += 1
    }
    try text.flush()
    if count == 0 { try database.noteNothing(in: store) }
  }

  private var scope: FactScope {
    FactScope(allClaims: claims, minConfidence: confidence.minConfidence)
  }
}

extension ReportName: ExpressibleByArgument {}
