import Facts
import GRDB

/// Keeps the word index in step with the articles.
enum ArticleWords {
  static func insert(_ article: Article, units: [SearchUnit], number: Int64, into db: Database) throws {
    try db.run(
      "INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)",
      [number, title(of: article), SearchUnits.indexText(units)])
  }

  /// The index holds no text, so FTS5 must be told the words that it is to forget.
  static func remove(_ article: Article, number: Int64, from db: Database) throws {
    try db.run(
      "INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
      [number, title(of: article), SearchUnits.indexText(SearchUnits.units(of: article.text))])
  }

  private static func title(of article: Article) -> String {
    SearchUnits.indexText(SearchUnits.units(of: article.title ?? ""))
  }
}
