import Facts

/// An annotated article made ready to be stored: all that storing needs and that many threads can do beforehand.
public struct PreparedArticle: Sendable {
  /// The article, its models and its facts as SQLite can hold them.
  public let annotated: AnnotatedArticle
  let contentHash: Int64
  let hasWords: Bool
  let sketch: StorySketch?
  let indexedTitle: String
  let indexedText: String

  /// Makes an article ready.
  public init(_ annotated: AnnotatedArticle) {
    var annotated = annotated
    annotated.article = annotated.article.storable
    annotated.models = annotated.models.map(\.storable)
    annotated.facts = annotated.facts.map(\.storable)
    self.annotated = annotated
    let units = SearchUnits.units(of: annotated.article.text)
    contentHash = StoryMarks.contentHash(of: units)
    hasWords = !units.isEmpty
    sketch = StorySketch(of: units, text: annotated.article.text)
    indexedText = SearchUnits.indexText(units)
    indexedTitle = ArticleWords.indexed(annotated.article.title ?? "")
  }
}
