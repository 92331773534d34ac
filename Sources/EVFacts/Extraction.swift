import Facts
import Lexicon
import Linking

/// Extraction as a filter: JSON lines with articles in, JSON lines with facts out, in the same order.
public struct Extraction: Sendable {
  private let lines: ArticleLines

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - minConfidence: facts below this confidence are left out.
  ///   - explains: whether each fact tells which words decided, and each number that became none why.
  ///   - names: what is added to the catalogue of names.
  public init(minConfidence: Double = 0, explains: Bool = false, names: [CatalogueRow] = []) {
    let extractor = FactExtractor(lexicon: .standard(with: names))
    lines = ArticleLines { article in
      let annotated = extractor.extract(article)
      let facts = annotated.facts.filter { ($0.confidence ?? 1) >= minConfidence }.map {
        Extraction.json($0, explains: explains)
      }
      let language = FactJSON.string(annotated.article.language?.rawValue)
      return
        "\"language\": \(language), \"models\": \(FactJSON.models(annotated.models)), "
        + "\"facts\": [\(facts.joined(separator: ", "))]"
        + (explains ? ", \"left_out\": [\(Extraction.leftOut(article, extractor))]" : "")
    }
  }

  /// Reads a descriptor to its end and gives the answers, some lines at a time, to `write`.
  public func run(from descriptor: Int32, jobs: Int, write: @escaping (String) throws -> Void) throws {
    try lines.run(from: descriptor, jobs: jobs, write: write)
  }

  private static func leftOut(_ article: Article, _ extractor: FactExtractor) -> String {
    extractor.leftOut(article).map { number in
      "{\"text\": \(FactJSON.string(number.text)), \"start\": \(number.span.start), \"end\": \(number.span.end), "
        + "\"reason\": \(FactJSON.string(number.reason))}"
    }.joined(separator: ", ")
  }

  private static func json(_ fact: Fact, explains: Bool) -> String {
    let object = FactJSON.fact(fact)
    guard explains else { return object }
    let trail = fact.trail.map { FactJSON.string($0) }.joined(separator: ", ")
    return object.dropLast() + ", \"trail\": [\(trail)]}"
  }
}
