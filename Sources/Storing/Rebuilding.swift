import Facts
import GRDB

/// Derives anew what is derived: which articles tell one story, the keys of all claims, and what is believed.
///
/// Needed after an upgrade.
enum Rebuilding {
  static func run(_ db: Database) throws {
    try stories(db)
    try beliefs(db)
  }

  /// Gives each article its story, in the order in which they came; a newer version of a page tells that of the older.
  private static func stories(_ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM story_marks; DELETE FROM story_sketches; UPDATE article_texts SET story = -1")
    let keeper = StoryKeeper(db)
    let numbers = try Int64.fetchAll(
      db, sql: "SELECT article_number FROM article_texts ORDER BY article_number")
    for number in numbers {
      guard
        let row = try db.first(
          "SELECT \(ArticleRecord.columns) FROM article_texts WHERE article_number = ?", [number])
      else { continue }
      let prepared = PreparedArticle(
        AnnotatedArticle(article: ArticleRecord.article(row), models: [], facts: []))
      let older: Int64? = try db.first(
        "SELECT story FROM article_texts WHERE superseded_by = ? LIMIT 1", [number])?[0]
      let story = try older ?? keeper.story(of: prepared) ?? number
      try keeper.remember(prepared.sketch, number: number, story: story)
      try db.run("UPDATE article_texts SET story = ? WHERE article_number = ?", [story, number])
    }
    try keeper.flush()
  }

  private static func beliefs(_ db: Database) throws {
    let keeper = BeliefKeeper(db)
    try db.execute(
      sql: """
        UPDATE facts SET belief = NULL, believed = 0, said_low = NULL, said_high = NULL;
        DELETE FROM beliefs;
        """)
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT \(FactRecord.columns), fact_id FROM facts ORDER BY fact_id")
    // Rows are collected first: a cursor does not like the table it walks to change below it.
    var keys: [(fact: Int64, belief: Int64)] = []
    while let row = try cursor.next() {
      keys.append((row[FactRecord.width], try keeper.belief(of: try FactRecord.fact(row))))
    }
    try keeper.flush()
    for (fact, belief) in keys {
      try db.run("UPDATE facts SET belief = ? WHERE fact_id = ?", [belief, fact])
      keeper.touch(belief: belief)
    }
    try keeper.settle()
  }
}
