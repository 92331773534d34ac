import Facts
import GRDB

extension ArticleWriter {
  /// Brings an article whose text is there up to date: what is known of it, its models, its facts.
  func refresh(_ known: Version, with prepared: PreparedArticle) throws -> StoreOutcome {
    let annotated = prepared.annotated
    try beliefs.flush()
    // What a file or a person said of an article is worth more than what an extractor finds in it.
    if case .extracted = origin, known.origin != origin.name { return .unchanged }
    let merged = merge(annotated.article, into: known.article)
    let textChanged = merged.text != known.article.text
    let articleChanged = merged != known.article
    let sameReader = known.origin == origin.name && known.extractor == origin.extractor
    if case .extracted = origin, sameReader, !articleChanged { return .unchanged }
    let factsChanged = try storedFacts(of: known.number) != annotated.facts
    let modelsChanged = try storedModels(of: known.number) != annotated.models
    if articleChanged || !sameReader {
      try updateArticle(merged, from: known)
    }
    if modelsChanged {
      try db.run("DELETE FROM article_models WHERE article_number = ?", [known.number])
      try storeModels(annotated.models, number: known.number)
    }
    let dateChanged = merged.published != known.article.published
    if factsChanged || textChanged || dateChanged {
      try beliefs.touch(article: known.number)
      try db.run("DELETE FROM facts WHERE article_number = ?", [known.number])
      try storeFacts(annotated.facts, of: merged, number: known.number, isAlone: false)
    }
    return articleChanged || modelsChanged || factsChanged ? .refreshed : .unchanged
  }

  /// An import says all there is to say; a page that is read again may add to what is known.
  func merge(_ new: Article, into old: Article) -> Article {
    guard case .extracted = origin else {
      var new = new
      new.id = old.id
      return new
    }
    var merged = old
    merged.title = new.title ?? old.title
    merged.published = new.published ?? old.published
    merged.publisher = new.publisher ?? old.publisher
    merged.url = new.url ?? old.url
    merged.language = new.language ?? old.language
    merged.text = new.text
    return merged
  }

  private func updateArticle(_ article: Article, from known: Version) throws {
    let wordsChanged = article.title != known.article.title || article.text != known.article.text
    if wordsChanged { try ArticleWords.remove(known.article, number: known.number, from: db) }
    try db.run(
      """
      UPDATE article_texts SET title = ?, published = ?, publisher = ?, url = ?, language = ?, text = ?, origin = ?,
        extractor = ?
      WHERE article_number = ?
      """,
      [
        article.title, article.published?.description, article.publisher, article.url,
        article.language?.rawValue,
        article.text, origin.name, origin.extractor, known.number,
      ])
    if wordsChanged {
      let merged = AnnotatedArticle(article: article, models: [], facts: [])
      try ArticleWords.insert(PreparedArticle(merged), number: known.number, with: beliefs.memory)
    }
  }

  /// What was claimed, without what people made of it.
  private func storedFacts(of number: Int64) throws -> [Fact] {
    try db.all(
      "SELECT \(FactRecord.columns) FROM facts WHERE article_number = ? AND origin <> 'human' ORDER BY place",
      [number]
    ).map { try FactRecord.fact($0) }
  }

  private func storedModels(of number: Int64) throws -> [ModelName] {
    try db.all(
      "SELECT manufacturer, model FROM article_models WHERE article_number = ? ORDER BY place", [number]
    )
    .map { ModelName(manufacturer: $0[0], model: $0[1]) }
  }
}
