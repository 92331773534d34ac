import ArgumentParser
import EVFacts

/// `evfacts evaluate`: the extractor's score on annotated articles.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the extractor on annotated articles, for people who add languages and kinds.",
    discussion: """
      Reads annotated articles: JSON objects, one a file or one a line, with id, language, text, models and facts, and
      all of them below a folder. Extracts their facts anew, without being told the language, and compares.

      A found fact is right if it has the kind, manufacturer, model, value and unit of an annotated one, for launches,
      sales and targets also its date (half of the days that either spans), for market entries its market, for body
      types its body, and is cancelled where that is. strict_f1 wants the qualifier, date, market, status and attribute
      too. Facts that are annotated as optional count neither found nor missed. In JSON and CSV shares have all digits.

      With --show a table begins with the facts that are missed (-), made up (+) or not where they say (!).

      EXAMPLES
        evfacts evaluate Tests/Corpus/work
        evfacts evaluate --show --min-confidence 0.9 Tests/Corpus/work/de
        evfacts evaluate --format json mine.jsonl
      """)

  /// How a score is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, csv, json }

  @Argument(help: "Folders and files of annotated articles; - is standard input.")
  var paths: [String]

  @Option(help: "table for people; csv or json with every number.")
  var format = Format.table

  @OptionGroup var confidence: ConfidenceOption

  @Flag(help: "List the facts that were missed, made up or misplaced; for tables only.")
  var show = false

  @OptionGroup var catalogue: CatalogueOption

  @OptionGroup var jobs: JobsOption

  func validate() throws {
    guard !show || format == .table else {
      throw ValidationError("--show lists facts for people, not as \(format.rawValue). Try: --format table")
    }
  }

  func run() throws {
    let output = TextOutput()
    let evaluating = Evaluating(minConfidence: confidence.minConfidence, names: try catalogue.rows)
    let score = try evaluating.score(paths, jobs: jobs.count) { article, mistakes in
      if show { try output.write(ScoreReport.lines(of: mistakes, in: article)) }
    }
    switch format {
    case .table:
      try TableFormat(style: .ofTerminal).write(ScoreReport.of(score, forTable: true)) {
        try output.write($0)
      }
      try output.write(ScoreReport.summary(of: score) + "\n")
    case .csv: try CSVFormat().write(ScoreReport.of(score, forTable: false)) { try output.write($0) }
    case .json: try output.write(ScoreReport.json(score) + "\n")
    }
    try output.flush()
  }
}
