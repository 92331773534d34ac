import Facts
import Finding
import Lexicon

/// Articles to facts: a pure function of one article and the lexicon.
public struct FactExtractor: Sendable {
  /// The extractor's version: facts that an older one made are replaced by `reextract`.
  public static let version = 1

  /// Makes an extractor with the lexicon of the binary.
  public init() {}

  /// The models that the article names and the facts it claims; the article's language is filled in where it was `nil`.
  public func extract(_ article: Article) -> AnnotatedArticle {
    AnnotatedArticle(article: article, models: [], facts: [])
  }
}
