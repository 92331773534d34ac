import Facts
import GRDB

extension ArticleWriter {
  /// Inserts a version of an article with its models, words and marks, and returns its number.
  func insert(_ prepared: PreparedArticle, story: Int64?, replacing old: Int64? = nil) throws -> Int64 {
    let article = prepared.annotated.article
    // The number is known beforehand: it is the story's where nobody told it before, and an older version must
    // point at it before there can be two of one id.
    let number: Int64 = try db.first("SELECT ifnull(max(article_number), 0) + 1 FROM article_texts")?[0] ?? 1
    if let old {
      try db.run("UPDATE article_texts SET superseded_by = ? WHERE article_number = ?", [number, old])
    }
    try db.run(
      """
      INSERT INTO article_texts (article_number, \(ArticleRecord.columns), content_hash, story, ingested_at, origin,
        extractor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number, article.id, article.title, article.published?.description, article.publisher, article.url,
        article.language?.rawValue, article.text, prepared.contentHash, story ?? number, now, origin.name,
        origin.extractor,
      ])
    try timed(\.grouping) { try stories.remember(prepared.sketch, number: number) }
    try timed(\.indexing) { try ArticleWords.insert(prepared, number: number, into: db) }
    try storeModels(prepared.annotated.models, number: number)
    return number
  }

  /// Stores the models that an article names, in order.
  func storeModels(_ models: [ModelName], number: Int64) throws {
    for (place, name) in models.enumerated() {
      let maker = name.manufacturer.storable
      let model = name.model.storable
      let keys = (nameKey(maker), nameKey(model))
      try db.run(
        "INSERT INTO article_models VALUES (?, ?, ?, ?, ?, ?)", [number, place, maker, model, keys.0, keys.1])
      try remember(maker: maker, model: model, keys: keys)
    }
  }

  /// Keeps the first spelling of a name.
  func remember(maker: String, model: String?, keys: (String, String)) throws {
    try db.run("INSERT OR IGNORE INTO maker_names VALUES (?, ?)", [keys.0, maker])
    guard let model else { return }
    try db.run("INSERT OR IGNORE INTO model_names VALUES (?, ?, ?, ?)", [keys.0, keys.1, maker, model])
  }

  /// Stores the facts of an article, decides what is believed of them, and applies what people said of them.
  func storeFacts(_ facts: [Fact], of article: Article, number: Int64, isAlone: Bool) throws {
    let isCorrected = try hasCorrections && Corrections(self).exist(for: article)
    var claims = try facts.map {
      BeliefKeeper.Claim(belief: try beliefs.belief(of: $0), status: $0.status, said: SaidRange($0))
    }
    let published = article.published?.description ?? ""
    try beliefs.decide(&claims, article: number, published: published, isAlone: isAlone && !isCorrected)
    for (place, fact) in facts.enumerated() {
      try insert(
        fact, claim: claims[place], number: number, place: place, origin: origin.name, correction: nil)
    }
    if isCorrected { try Corrections(self).apply(to: article, number: number) }
  }

  /// Inserts one row of `facts`.
  func insert(
    _ fact: Fact, claim: BeliefKeeper.Claim, number: Int64, place: Int, origin: String, correction: Int64?
  ) throws {
    let keys = (fact.manufacturer.map(nameKey) ?? "", fact.model.map(nameKey) ?? "")
    try db.run(
      """
      INSERT INTO facts (\(FactRecord.columns), article_number, place, origin, manufacturer_key, model_key, correction,
        live, belief, believed, said_low, said_high)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
      """,
      FactRecord.values(fact) + [
        number, place, origin, keys.0, keys.1, correction, claim.belief, claim.believed, claim.said?.low,
        claim.said?.high,
      ])
    if let maker = fact.manufacturer?.storable {
      try remember(maker: maker, model: fact.model?.storable, keys: keys)
    }
  }
}
