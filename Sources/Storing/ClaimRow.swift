import Facts
import GRDB

/// A claim that is to become a row of `facts`.
struct ClaimRow {
  /// What is claimed, as SQLite can hold it.
  var fact: Fact
  /// Under which key, and whether it is believed.
  var claim: BeliefKeeper.Claim
  /// The article's number, and the claim's place in it.
  var article: Int64
  var place: Int
  /// Who made it.
  var origin: String
  /// The names without case, accents, spaces and punctuation.
  var keys: (maker: String, model: String)
  /// The correction that made it.
  var correction: Int64?

  private static let insert = """
    INSERT INTO facts (\(FactRecord.columns), article_number, place, origin, manufacturer_key, model_key, correction,
      live, belief, believed, said_low, said_high)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
    """

  /// Inserts rows in their order.
  static func write(_ rows: [ClaimRow], to db: Database) throws {
    guard !rows.isEmpty else { return }
    let insert = try BoundStatement(insert, in: db)
    for row in rows {
      FactRecord.bind(row.fact, to: insert)
      insert.bind(row.article)
      insert.bind(Int64(row.place))
      insert.bind(row.origin)
      insert.bind(row.keys.maker)
      insert.bind(row.keys.model)
      insert.bind(row.correction)
      insert.bind(row.claim.belief)
      insert.bind(row.claim.believed ? 1 : 0)
      insert.bind(row.claim.said?.low)
      insert.bind(row.claim.said?.high)
      try insert.run()
    }
  }
}

/// Keys on their way into `beliefs`.
struct KeyRows {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Writes keys that are new or changed.
  func write(_ keys: [BeliefKeeper.Key]) throws {
    let insert = try BoundStatement(
      """
      INSERT INTO beliefs (decided_by, decided_published, decided_status, decided_by_person, highest_low, lowest_high,
        belief, key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, in: db)
    let update = try BoundStatement(
      """
      UPDATE beliefs SET decided_by = ?, decided_published = ?, decided_status = ?, decided_by_person = ?,
        highest_low = ?, lowest_high = ?
      WHERE belief = ?
      """, in: db)
    // In the order of their index, whose pages then change one after another.
    for key in keys.filter(\.isNew).sorted(by: { $0.text < $1.text }) {
      bind(key, to: insert)
      insert.bind(key.text)
      try insert.run()
    }
    for key in keys where !key.isNew {
      bind(key, to: update)
      try update.run()
    }
  }

  private func bind(_ key: BeliefKeeper.Key, to statement: BoundStatement) {
    let isDecided = key.decider != nil
    statement.bind(key.decider)
    statement.bind(isDecided ? key.day : nil)
    statement.bind(isDecided ? Int64(key.rank) : nil)
    statement.bind(key.isByPerson ? 1 : 0)
    statement.bind(key.highestLow)
    statement.bind(key.lowestHigh)
    statement.bind(key.number)
  }
}
