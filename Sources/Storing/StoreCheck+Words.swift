import Facts
import GRDB

extension StoreCheck {
  /// The word index has every current article and no other, each with as many words as its text.
  ///
  /// The index holds no text to compare with, so that the texts are cut into words anew, by the same means.
  static func words(_ db: Database) throws -> CheckResult {
    var result = CheckResult("word index", examined: 0)
    let scratch = try DatabaseQueue()
    try scratch.inDatabase { scratch in
      try scratch.execute(
        sql: """
          CREATE VIRTUAL TABLE article_words USING fts5 (
            title, text, content = '', tokenize = 'unicode61 remove_diacritics 0'
          )
          """)
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.id, a.title, a.text, d.sz FROM article_texts AS a
          LEFT JOIN article_words_docsize AS d ON d.id = a.article_number WHERE a.superseded_by IS NULL
          """)
      while let row = try cursor.next() {
        result.examined = (result.examined ?? 0) + 1
        let id: String = row[0]
        guard let size: DatabaseValue = row[3], !size.isNull else {
          result.add("\(id) is not in the index")
          continue
        }
        let title: String? = row[1]
        try scratch.run(
          "INSERT INTO article_words (rowid, title, text) VALUES (1, ?, ?)",
          [ArticleWords.indexed(title ?? ""), ArticleWords.indexed(row[2])])
        let wanted =
          try scratch.first("SELECT sz FROM article_words_docsize WHERE id = 1")?[0] as DatabaseValue?
        if wanted != size { result.add("\(id) has other words in the index than in its text") }
        try scratch.run("INSERT INTO article_words (article_words) VALUES ('delete-all')")
      }
    }
    let stray = try Row.fetchAll(
      db,
      sql: """
        SELECT id FROM article_words_docsize
        WHERE id NOT IN (SELECT article_number FROM article_texts WHERE superseded_by IS NULL)
        """)
    for row in stray { result.add("row \(row[0] as Int64) of the index is of no current article") }
    return result
  }

  /// What FTS5 says of its own tables; `nil` where the file may not be written to, which it needs for that.
  static func indexStructure(path: String) -> CheckResult? {
    guard let queue = try? DatabaseQueue(path: path, configuration: FactStore.configuration(readOnly: false))
    else { return nil }
    defer { try? queue.close() }
    var result = CheckResult("structure of the index")
    do {
      try queue.inTransaction { db in
        try db.execute(sql: "INSERT INTO article_words (article_words) VALUES ('integrity-check')")
        return .rollback
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      result.add(error.message ?? "it is damaged")
    } catch {
      return nil
    }
    return result
  }
}
