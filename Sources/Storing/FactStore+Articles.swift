import Facts
import GRDB

extension FactStore {
  /// Hands all articles with their models and facts to `body`, in the order in which they came in, in one snapshot.
  ///
  /// Articles without facts come too, and every field as it was added; what a person corrected comes corrected.
  /// Adding the articles to an empty database as imported ones gives the same claims and beliefs.
  ///
  /// - Parameter allVersions: whether older versions of a page come too, before the newer ones.
  public func annotatedArticles(allVersions: Bool = false, body: (AnnotatedArticle) throws -> Void) throws {
    try read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(ArticleRecord.columns), article_number FROM article_texts
          WHERE superseded_by IS NULL OR ? ORDER BY article_number
          """, arguments: [allVersions])
      while let row = try cursor.next() {
        try body(Self.annotated(row, in: db))
      }
    }
  }

  /// The newest version of an article with its models and facts, or `nil` where there is none of that id.
  public func annotatedArticle(id: String) throws -> AnnotatedArticle? {
    try read { db in
      try db.first(
        "SELECT \(ArticleRecord.columns), article_number FROM article_texts WHERE id = ? AND superseded_by IS NULL",
        [id.storable]
      ).map { try Self.annotated($0, in: db) }
    }
  }

  /// The newest version of an article, or `nil` where there is none of that id.
  public func article(id: String) throws -> Article? {
    try read { db in
      try db.first(
        "SELECT \(ArticleRecord.columns) FROM article_texts WHERE id = ? AND superseded_by IS NULL",
        [id.storable]
      ).map { ArticleRecord.article($0) }
    }
  }

  /// The live claims of an article in the order of their places, believed or not.
  public func facts(ofArticle id: String) throws -> [FactRow] {
    try rows(
      SQLStatement(
        "SELECT * FROM claims WHERE article = ? ORDER BY span_start IS NULL, span_start, fact_id", [.text(id)]
      ))
  }

  /// The article of a row that ends with its number.
  ///
  /// - Parameter asFound: whether its facts come as they were found, without what people said of them.
  static func annotated(_ row: Row, in db: Database, asFound: Bool = false) throws -> AnnotatedArticle {
    let number: Int64 = row[ArticleRecord.width]
    let models = try db.all(
      "SELECT manufacturer, model FROM article_models WHERE article_number = ? ORDER BY place", [number])
    let facts = try db.all(
      """
      SELECT \(FactRecord.columns) FROM facts
      WHERE article_number = ?1 AND iif(?2, origin <> 'human', origin = 'human' OR correction IS NULL)
      ORDER BY place, fact_id
      """, [number, asFound])
    return AnnotatedArticle(
      article: ArticleRecord.article(row),
      models: models.map { ModelName(manufacturer: $0[0], model: $0[1]) },
      facts: try facts.map { try FactRecord.fact($0) })
  }
}
