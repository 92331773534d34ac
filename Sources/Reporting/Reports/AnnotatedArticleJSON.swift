import Facts

/// The round-trip form: an article with its models and facts as one JSON object on one line.
///
/// What `export --format jsonl` writes without a report, and what `import` reads. Places (`start`, `end`) and
/// `confidence` are written where a fact has them, so that nothing is lost on the way.
public enum AnnotatedArticleJSON {
  /// One article, without the line's end.
  public static func line(_ annotated: AnnotatedArticle) -> String {
    let article = annotated.article
    let facts = annotated.facts.map { fact($0) }.joined(separator: ", ")
    return
      "{\"id\": \(FactJSON.string(article.id)), \"language\": \(FactJSON.string(article.language?.rawValue)), "
      + "\"published\": \(FactJSON.string(article.published?.description)), "
      + "\"publisher\": \(FactJSON.string(article.publisher)), \"url\": \(FactJSON.string(article.url)), "
      + "\"title\": \(FactJSON.string(article.title)), \"text\": \(FactJSON.string(article.text)), "
      + "\"models\": \(FactJSON.models(annotated.models)), \"facts\": [\(facts)]}"
  }

  private static func fact(_ fact: Fact) -> String {
    var object = FactJSON.fact(fact, extracted: false).dropLast()
    if let span = fact.span { object += ", \"start\": \(span.start), \"end\": \(span.end)" }
    if let confidence = fact.confidence { object += ", \"confidence\": \(FactJSON.number(confidence))" }
    return object + "}"
  }
}
