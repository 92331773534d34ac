import Facts
import GRDB

/// An article that has all the words looked for.
public struct SearchHit: Hashable, Sendable {
  /// The article, without its text.
  public var article: Article
  /// The passage with most of the words; the beginning of the text where only the title has them.
  public var snippet: String
  /// Where the words stand, in UTF-8 bytes of `snippet`.
  public var marks: [SourceSpan]
  /// Where the snippet stands in the article's text, in UTF-8 bytes.
  public var place: SourceSpan
}

extension FactStore {
  /// The articles that have all of the words in title or text, best first; newest versions only.
  ///
  /// Case and accents do not count, a word of four letters finds longer ones that begin with it, and words joined by
  /// a hyphen, a full stop or nothing (Chinese) must stand side by side. Any input is safe; one without letters and
  /// digits finds nothing.
  public func search(_ words: String, limit: Int = 20) throws -> [SearchHit] {
    let query = SearchQuery(words)
    guard let match = query.match, limit > 0 else { return [] }
    return try read { db in
      try db.all(
        """
        SELECT \(ArticleRecord.columns.split(separator: ", ").map { "a." + $0 }.joined(separator: ", "))
        FROM article_words AS w JOIN article_texts AS a ON a.article_number = w.rowid
        WHERE article_words MATCH ? AND a.superseded_by IS NULL
        -- A word in the title weighs as much as five in the text.
        ORDER BY bm25(article_words, 5.0, 1.0), a.published DESC, a.article_number
        LIMIT ?
        """, [match, limit]
      ).map { row in
        var article = ArticleRecord.article(row)
        let snippet = Snippet(of: article.text, query: query)
        article.text = ""
        return SearchHit(article: article, snippet: snippet.text, marks: snippet.marks, place: snippet.place)
      }
    }
  }
}
