import Facts
import GRDB

/// Derives anew what is derived: the keys of all claims, and what is believed.
///
/// Needed after an upgrade.
enum Rebuilding {
  static func run(_ db: Database) throws {
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
    for (fact, belief) in keys {
      try db.run("UPDATE facts SET belief = ? WHERE fact_id = ?", [belief, fact])
      keeper.touch(belief: belief)
    }
    try keeper.settle()
  }
}
