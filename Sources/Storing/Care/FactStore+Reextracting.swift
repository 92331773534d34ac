import Facts
import GRDB

extension FactStore {
  /// Articles that another version of the extractor read, with the facts as it found them, a few at a time.
  ///
  /// - Parameters:
  ///   - version: the version that is not wanted.
  ///   - number: the last article's number of the time before; 0 at first.
  ///   - limit: the most that come.
  /// - Returns: the articles and the number to go on from; no articles where there are no more.
  public func articles(readByOtherThan version: String, after number: Int64, limit: Int) throws -> (
    articles: [AnnotatedArticle], last: Int64
  ) {
    try read { db in
      let rows = try db.all(
        """
        SELECT \(ArticleRecord.columns), article_number FROM article_texts
        WHERE origin = 'extracted' AND superseded_by IS NULL AND extractor <> ? AND article_number > ?
        ORDER BY article_number LIMIT ?
        """, [version, number, limit])
      let last: Int64 = rows.last?[ArticleRecord.width] ?? number
      return (try rows.map { try Self.annotated($0, in: db, asFound: true) }, last)
    }
  }

  /// How many articles another version of the extractor read.
  public func count(readByOtherThan version: String) throws -> Int {
    try read { db in
      try db.first(
        "SELECT count(*) FROM article_texts WHERE origin = 'extracted' AND superseded_by IS NULL AND extractor <> ?",
        [version])?[0] ?? 0
    }
  }
}
