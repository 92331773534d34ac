import Facts
import GRDB

/// What went with a forgotten article.
public struct ForgottenArticle: Hashable, Sendable {
  /// The versions of it that were stored.
  public var versions: Int
  /// The claims of all versions.
  public var claims: Int
  /// What people said of its claims.
  public var corrections: Int
}

extension FactStore {
  /// Deletes an article with all its versions, its claims, and what people said of them, as if it had never been read.
  ///
  /// What is believed is decided anew without it. Its text is overwritten in the file.
  ///
  /// - Returns: what went, or `nil` where there is no article of that id.
  public func forget(article id: String) throws -> ForgottenArticle? {
    let forgotten = try write { db -> ForgottenArticle? in
      let versions = try db.all(
        """
        WITH RECURSIVE versions (number) AS (
          SELECT article_number FROM article_texts WHERE id = ?
          UNION SELECT a.article_number FROM article_texts AS a JOIN versions AS v ON a.superseded_by = v.number)
        SELECT \(ArticleRecord.columns), article_number, superseded_by IS NULL FROM article_texts
        WHERE article_number IN versions ORDER BY article_number
        """, [id.storable])
      guard !versions.isEmpty else { return nil }
      try db.execute(sql: "PRAGMA secure_delete = ON")
      let beliefs = BeliefKeeper(db)
      var gone = ForgottenArticle(versions: versions.count, claims: 0, corrections: 0)
      var names: Set<[String]> = []
      for row in versions {
        let number: Int64 = row[ArticleRecord.width]
        try beliefs.touch(article: number)
        if row[ArticleRecord.width + 1] {
          try ArticleWords.remove(ArticleRecord.article(row), number: number, from: db)
        }
        for table in ["article_models", "facts"] {
          let rows = try db.all(
            "SELECT DISTINCT manufacturer_key, model_key FROM \(table) WHERE article_number = ?", [number])
          names.formUnion(rows.map { [$0[0], $0[1]] })
        }
        try db.run("UPDATE beliefs SET decided_by = NULL WHERE decided_by = ?", [number])
        try db.run("DELETE FROM facts WHERE article_number = ?", [number])
        gone.claims += db.changesCount
      }
      for row in versions {
        let number: Int64 = row[ArticleRecord.width]
        try db.run("DELETE FROM article_texts WHERE article_number = ?", [number])
        // The story goes on under the number of the next that told it, as its own number may come again.
        try db.run(
          """
          UPDATE article_texts SET story = (SELECT min(article_number) FROM article_texts WHERE story = ?1)
          WHERE story = ?1
          """, [number])
      }
      for id in Set(versions.map { $0[0] as String }) {
        try db.run("DELETE FROM corrections WHERE article = ?", [id])
        gone.corrections += db.changesCount
        try db.run("DELETE FROM kept_claims WHERE article = ?", [id])
      }
      try beliefs.settle()
      for name in names { try forgetUnused(name[0], name[1], in: db) }
      return gone
    }
    // What was deleted also stands in the log until that is emptied; where readers are busy, the next writer does it.
    if forgotten != nil {
      try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    return forgotten
  }

  /// Forgets a name that nothing else tells of.
  private func forgetUnused(_ maker: String, _ model: String, in db: Database) throws {
    let isUsed = """
      EXISTS (SELECT 1 FROM article_models AS n WHERE n.manufacturer_key = m.manufacturer_key AND %)
      OR EXISTS (SELECT 1 FROM facts AS f WHERE f.live = 1 AND f.manufacturer_key = m.manufacturer_key AND @)
      """
    func condition(_ ofArticles: String, _ ofFacts: String) -> String {
      isUsed.split(separator: "%", omittingEmptySubsequences: false).joined(separator: ofArticles)
        .split(separator: "@", omittingEmptySubsequences: false).joined(separator: ofFacts)
    }
    try db.run(
      """
      DELETE FROM model_names AS m WHERE manufacturer_key = ? AND model_key = ?
        AND NOT (\(condition("n.model_key = m.model_key", "f.model_key = m.model_key")))
      """, [maker, model])
    try db.run(
      "DELETE FROM maker_names AS m WHERE manufacturer_key = ? AND NOT (\(condition("1", "1")))", [maker])
  }
}
