import Facts
import GRDB

extension ArticleWriter {
  /// Inserts a version of an article with its models, words and marks, and returns its number.
  func insert(_ prepared: PreparedArticle, story: Int64?, replacing old: Int64? = nil) throws -> Int64 {
    let article = prepared.annotated.article
    // The number is known beforehand: it is the story's where nobody told it before, and an older version must
    // point at it before there can be two of one id.
    guard !article.id.isEmpty else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT_CHECK, message: "an article without a name")
    }
    let number = try beliefs.memory.nextArticle()
    if let old {
      try db.run("UPDATE article_texts SET superseded_by = ? WHERE article_number = ?", [number, old])
    }
    let insert = try beliefs.memory.statement(
      """
      INSERT INTO article_texts (article_number, id, title, published, publisher, url, language, text, content_hash,
        story, ingested_at, origin, extractor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insert.bind(number)
    insert.bind(article.id)
    insert.bind(article.title)
    insert.bind(article.published?.description)
    insert.bind(article.publisher)
    insert.bind(article.url)
    insert.bind(article.language?.rawValue)
    insert.bind(article.text)
    insert.bind(prepared.contentHash)
    insert.bind(story ?? number)
    insert.bind(now)
    insert.bind(origin.name)
    insert.bind(origin.extractor)
    try insert.run()
    try timed(\.grouping) { try stories.remember(prepared.sketch, number: number, story: story ?? number) }
    try timed(\.indexing) { try ArticleWords.insert(prepared, number: number, with: beliefs.memory) }
    try storeModels(prepared.annotated.models, number: number)
    return number
  }

  /// Stores the models that an article names, in order.
  func storeModels(_ models: [ModelName], number: Int64) throws {
    guard !models.isEmpty else { return }
    let insert = try beliefs.memory.statement("INSERT INTO article_models VALUES (?, ?, ?, ?, ?, ?)")
    for (place, name) in models.enumerated() {
      let maker = name.manufacturer.storable
      let model = name.model.storable
      let keys = (maker: beliefs.memory.key(of: maker), model: beliefs.memory.key(of: model))
      insert.bind(number)
      insert.bind(Int64(place))
      insert.bind(maker)
      insert.bind(model)
      insert.bind(keys.maker)
      insert.bind(keys.model)
      try insert.run()
      try beliefs.memory.store(maker: maker, model: model, keys: keys)
    }
  }

  /// Stores the facts of an article, decides what is believed of them, and applies what people said of them.
  func storeFacts(_ facts: [Fact], of article: Article, number: Int64, isAlone: Bool) throws {
    let isCorrected = try hasCorrections && Corrections(self).exist(for: article)
    var claims = try facts.map {
      BeliefKeeper.Claim(belief: try beliefs.belief(of: $0), status: $0.status, said: SaidRange($0))
    }
    let published = article.published?.description ?? ""
    try beliefs.decide(&claims, article: number, published: published, isAlone: isAlone && !isCorrected)
    try beliefs.add(
      facts.indices.map {
        try row(
          facts[$0], claim: claims[$0], number: number, place: $0, origin: origin.name, correction: nil)
      })
    guard isCorrected else { return }
    // What people said of claims is held against the rows of the table.
    try beliefs.flush()
    try Corrections(self).apply(to: article, number: number)
  }

  /// A row of `facts`; its names are stored at once.
  func row(
    _ fact: Fact, claim: BeliefKeeper.Claim, number: Int64, place: Int, origin: String, correction: Int64?
  ) throws -> ClaimRow {
    let keys = (
      maker: beliefs.memory.key(of: fact.manufacturer), model: beliefs.memory.key(of: fact.model)
    )
    if let maker = fact.manufacturer?.storable {
      try beliefs.memory.store(maker: maker, model: fact.model?.storable, keys: keys)
    }
    return ClaimRow(
      fact: fact, claim: claim, article: number, place: place, origin: origin, keys: keys,
      correction: correction)
  }
}
