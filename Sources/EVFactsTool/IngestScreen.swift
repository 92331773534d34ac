import EVFacts
import Foundation

/// What an ingest prints while it runs and when it is done.
final class IngestScreen {
  private let output = TextOutput()
  private let isQuiet: Bool
  private let sources: Int
  private var progress: ProgressBar
  private var summary = AddingSummary()
  /// How many articles there were.
  private(set) var articles = 0
  private var bytes = 0
  private var passedOver = 0
  private var failed: [String] = []
  /// How many inputs could not be read.
  private(set) var failures = 0

  /// The names that the summary lists of what could not be read.
  private static let namesListed = 20

  /// Begins with the files that are to be read, or other sources.
  init(files: [String], isQuiet: Bool, otherSources: Int = 0) {
    self.isQuiet = isQuiet
    sources = files.count + otherSources
    progress = ProgressBar(total: isQuiet ? 0 : files.reduce(0) { $0 + IngestScreen.size(of: $1) })
  }

  /// Shows what became of an input.
  func show(_ ingested: Ingested) throws {
    for failure in ingested.failures {
      failures += 1
      progress.clear()
      Notes.write("Error: \(failure)")
      if failed.count <= Self.namesListed { failed.append(Self.name(in: "\(failure)")) }
    }
    articles += ingested.articles.count
    bytes += ingested.bytes
    passedOver += ingested.passedOver
    summary.add(
      ingested.articles.map(\.outcome), facts: ingested.articles.reduce(0) { $0 + $1.factCount })
    guard !isQuiet else { return }
    if !ingested.articles.isEmpty, isatty(STDOUT_FILENO) == 1 { progress.clear() }
    for article in ingested.articles { try output.write(lines(of: article)) }
    if isatty(STDOUT_FILENO) == 1 { try output.flush() }
    progress.show(bytes: bytes, articles: articles)
  }

  /// Prints the summary.
  func finish() throws {
    try output.flush()
    progress.clear()
    if failures > 0, sources > 1 {
      let names = failed.prefix(Self.namesListed).joined(separator: ", ")
      let more = failures > Self.namesListed ? " and \(failures - Self.namesListed) more" : ""
      Notes.write("\(failures) could not be read: \(names)\(more)")
    }
    if articles > 0 { Notes.write(summary.text) }
    Notes.passedOver(passedOver)
  }

  private func lines(of ingested: IngestedArticle) -> String {
    let article = ingested.article
    let parts = [
      article.language?.rawValue, article.published?.description, article.publisher, article.title,
    ]
    let head = parts.compactMap(\.self).joined(separator: ", ")
    let known = ingested.outcome == .unchanged ? " (known already)" : ""
    let facts = (ingested.facts ?? []).map { "  \(FactWords.of($0))\n" }.joined()
    return "\(article.id): \(TextStyle.harmless(head))\(known)\n\(facts)"
  }

  /// What an error names between its first quotation marks: the file.
  private static func name(in message: String) -> String {
    let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count > 2 ? "'\(parts[1])'" : message
  }

  private static func size(of path: String) -> Int {
    var state = stat()
    return stat(path, &state) == 0 ? Int(state.st_size) : 0
  }
}
