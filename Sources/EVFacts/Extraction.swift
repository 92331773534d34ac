import Facts
import Lexicon
import Linking
import Reading

/// Extraction as a filter: articles in, JSON lines with facts out, in the same order.
public struct Extraction: Sendable {
  private let extractor: FactExtractor
  private let fields: ExtractedFields

  /// What became of the files of a run.
  public struct Count: Sendable {
    /// How many could not be read, or not wholly; each has a line that says why.
    public var failures = 0
    /// How many pages of archives have no article.
    public var passedOver = 0
  }

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - fields: what is printed of an article.
  ///   - names: what is added to the catalogue of names.
  public init(fields: ExtractedFields = ExtractedFields(), names: [CatalogueRow] = []) {
    extractor = FactExtractor(lexicon: .standard(with: names))
    self.fields = fields
  }

  /// Reads JSON lines from a descriptor to its end and gives the answers, some lines at a time, to `write`.
  ///
  /// Where lines are keyed, a key and a tab stand before each, going in and coming out.
  public func run(
    from descriptor: Int32, isKeyed: Bool = false, jobs: Int, write: @escaping (String) throws -> Void
  ) throws {
    let lines = ArticleLines(isKeyed: isKeyed) { [fields, extractor] in fields.json($0, extractor) }
    try lines.run(from: descriptor, jobs: jobs, write: write)
  }

  /// Reads files, `-` for standard input, and gives a line for each article, and for each file that cannot be read.
  ///
  /// The line has the `path` of its file after the `id`; `{"id": null, "path", "error"}` where there is no article.
  public func run(
    files: [String], overrides: ReadingOverrides = ReadingOverrides(), jobs: Int,
    write: @escaping (String) throws -> Void
  ) throws -> Count {
    let source = ArticleSource(files: files)
    let reader = ArticleReader(overrides: overrides)
    var count = Count()
    let work = OrderedWork<ArticleSource.Piece, (text: String, failures: Int, passedOver: Int)>(
      next: { try source.next() },
      work: { [fields, extractor] piece in
        let read = reader.read(piece)
        let path = FactJSON.string(piece.path)
        var text = ""
        for article in read.articles.map(\.article) {
          text +=
            "{\"id\": \(FactJSON.string(article.id)), \"path\": \(path), \(fields.json(article, extractor))}\n"
        }
        for failure in read.failures {
          let words = "\(failure)".split(separator: "\n").joined(separator: " ")
          text += "{\"id\": null, \"path\": \(path), \"error\": \(FactJSON.string(words))}\n"
        }
        return (text, read.failures.count, read.passedOver)
      },
      finish: { done in
        count.failures += done.failures
        count.passedOver += done.passedOver
        if !done.text.isEmpty { try write(done.text) }
      })
    try work.run(jobs: jobs)
    return count
  }
}
