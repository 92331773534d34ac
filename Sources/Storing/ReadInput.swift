import Facts
import GRDB

/// A file, a line of one or a page, with the articles that were read in it.
public struct ReadInput: Sendable {
  /// A hash of its bytes, and of all else that decides what is read in it; `nil` where it need not be known again.
  public var fingerprint: UInt64?
  /// The articles.
  public var articles: [PreparedArticle]

  /// Puts the two together.
  public init(fingerprint: UInt64?, articles: [PreparedArticle]) {
    self.fingerprint = fingerprint
    self.articles = articles
  }
}

/// How long storing took, by what was done.
public struct StoringTime: Sendable {
  /// Looking for copies of the same story.
  public var grouping = Duration.zero
  /// Putting the words into the full-text index.
  public var indexing = Duration.zero
  /// Everything else: articles, facts, beliefs, the disk.
  public var storing = Duration.zero

  /// Nothing yet.
  public init() {}
}

/// An article that is stored, without its text, and how many live claims it has.
public struct KnownArticle: Sendable {
  /// The article; its `text` is empty.
  public var article: Article
  /// The number of its live claims.
  public var facts: Int
}

extension FactStore {
  /// The articles that inputs gave when they were read before, `nil` for an input that `reader` has not read.
  ///
  /// - Parameters:
  ///   - fingerprints: the inputs, as ``ReadInput/fingerprint``.
  ///   - reader: who would read them.
  public func known(_ fingerprints: [UInt64], reader: String) throws -> [[KnownArticle]?] {
    try read { db in
      try fingerprints.map { fingerprint in
        let rows = try db.all(
          """
          SELECT a.id, a.title, a.published, a.publisher, a.url, a.language, '',
            (SELECT count(*) FROM facts AS f WHERE f.article_number = a.article_number AND f.live = 1)
          FROM ingested_inputs AS i JOIN article_texts AS a USING (article_number)
          WHERE i.input = ? AND i.reader = ? ORDER BY i.place
          """, [Int64(bitPattern: fingerprint), reader])
        guard !rows.isEmpty else { return nil }
        return rows.map {
          KnownArticle(article: ArticleRecord.article($0), facts: $0[ArticleRecord.width])
        }
      }
    }
  }
}
