import Facts
import GRDB

/// Keeps the word index in step with the articles.
enum ArticleWords {
  static func insert(_ prepared: PreparedArticle, number: Int64, with memory: WriterMemory) throws {
    let insert = try memory.statement("INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)")
    insert.bind(number)
    insert.bind(prepared.indexedTitle)
    insert.bind(prepared.indexedText)
    try insert.run()
  }

  /// The index holds no text, so FTS5 must be told the words that it is to forget.
  static func remove(_ article: Article, number: Int64, from db: Database) throws {
    try db.run(
      "INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
      [number, indexed(article.title ?? ""), indexed(article.text)])
  }

  /// A text as the index holds it.
  static func indexed(_ text: String) -> String { SearchUnits.indexText(SearchUnits.units(of: text)) }
}
