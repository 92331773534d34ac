import Facts
import Linking
import Storing

/// What extraction prints of an article.
public struct ExtractedFields: Sendable {
  /// Facts below this confidence are left out.
  public var minConfidence: Double
  /// Whether each fact tells which words decided, and each number that became none why.
  public var explains: Bool
  /// Whether the article's title, publication, publisher and address are told too.
  public var tellsArticle: Bool
  /// Whether an article with facts has its signature, by which copies of its story are known.
  public var signs: Bool

  /// Chooses; as it stands, the language, the models and all facts are printed.
  public init(
    minConfidence: Double = 0, explains: Bool = false, tellsArticle: Bool = false, signs: Bool = false
  ) {
    self.minConfidence = minConfidence
    self.explains = explains
    self.tellsArticle = tellsArticle
    self.signs = signs
  }

  /// The fields of an article's answer after its `id`, as JSON text.
  func json(_ article: Article, _ extractor: FactExtractor) -> String {
    let annotated = extractor.extract(article)
    let facts = annotated.facts.filter { ($0.confidence ?? 1) >= minConfidence }
    let language = FactJSON.string(annotated.article.language?.rawValue)
    return (tellsArticle ? describing(article) : "")
      + "\"language\": \(language), \"models\": \(FactJSON.models(annotated.models)), "
      + "\"facts\": [\(facts.map(json).joined(separator: ", "))]"
      + (signs ? ", \"story\": \(signature(of: article, hasFacts: !facts.isEmpty))" : "")
      + (explains ? ", \"left_out\": [\(leftOut(article, extractor))]" : "")
  }

  private func describing(_ article: Article) -> String {
    "\"title\": \(FactJSON.string(article.title)), "
      + "\"published\": \(FactJSON.string(article.published?.description)), "
      + "\"publisher\": \(FactJSON.string(article.publisher)), \"url\": \(FactJSON.string(article.url)), "
  }

  private func signature(of article: Article, hasFacts: Bool) -> String {
    hasFacts ? StorySignature(of: article.text)?.json ?? "null" : "null"
  }

  private func leftOut(_ article: Article, _ extractor: FactExtractor) -> String {
    extractor.leftOut(article).map { number in
      "{\"text\": \(FactJSON.string(number.text)), \"start\": \(number.span.start), \"end\": \(number.span.end), "
        + "\"reason\": \(FactJSON.string(number.reason))}"
    }.joined(separator: ", ")
  }

  private func json(_ fact: Fact) -> String {
    let object = FactJSON.fact(fact)
    guard explains else { return object }
    let trail = fact.trail.map { FactJSON.string($0) }.joined(separator: ", ")
    return object.dropLast() + ", \"trail\": [\(trail)]}"
  }
}
