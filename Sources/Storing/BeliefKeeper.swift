import Facts
import GRDB

/// Keeps what is believed up to date with the claims, within the transaction that changes them.
///
/// A new article whose date or status settles the matter is decided at once, however many claims its key has. Where
/// it does not (a tie, a copy, a correction, a claim that goes away), the key is noted and decided anew at the end.
final class BeliefKeeper {
  private let db: Database
  private var stale: Set<Int64> = []

  init(_ db: Database) { self.db = db }

  /// A claim that is about to be stored.
  struct Claim {
    var belief: Int64
    var status: Status
    var said: SaidRange?
    var believed = false
  }

  /// The number of a key; a key that is new gets one.
  func belief(of fact: Fact) throws -> Int64 {
    let key = BeliefKey.key(of: fact).storable
    if let row = try db.first("SELECT belief FROM beliefs WHERE key = ?", [key]) { return row[0] }
    try db.run("INSERT INTO beliefs (key) VALUES (?)", [key])
    return db.lastInsertedRowID
  }

  /// Decides the keys of an article's new claims where that is simple; else notes them for ``settle()``.
  ///
  /// - Parameters:
  ///   - claims: all live claims of the article; their ranges and whether they are believed are filled in.
  ///   - article: the article's number.
  ///   - published: its day, empty where it has none.
  ///   - isAlone: whether no other article tells its story and no person corrected it.
  func decide(_ claims: inout [Claim], article: Int64, published: String, isAlone: Bool) throws {
    let places = Dictionary(grouping: claims.indices) { claims[$0].belief }
    for (belief, indices) in places {
      guard isAlone, !stale.contains(belief), let row = try current(belief) else {
        stale.insert(belief)
        continue
      }
      let said = indices.compactMap { claims[$0].said }.reduce(nil as SaidRange?) { $0?.joined($1) ?? $1 }
      for index in indices { claims[index].said = claims[index].said == nil ? nil : said }
      let rank = indices.map { claims[$0].status.rank }.min() ?? Status.cancelled.rank
      let decider: Int64? = row[0]
      let day: String = row[1] ?? ""
      let decidedRank: Int = row[2] ?? Int.max
      if decider != nil, !(row[3] as Bool), published == day, rank == decidedRank {
        stale.insert(belief)
        continue
      }
      let wins =
        decider == nil || (!(row[3] as Bool) && (published > day || (published == day && rank < decidedRank)))
      if wins {
        if decider != nil {
          try db.run("UPDATE facts SET believed = 0 WHERE belief = ? AND believed = 1", [belief])
        }
        for index in indices { claims[index].believed = claims[index].status != .cancelled }
      }
      try db.run(
        """
        UPDATE beliefs SET decided_by = ?, decided_published = ?, decided_status = ?,
          highest_low = max(ifnull(highest_low, ?4), ifnull(?4, highest_low)),
          lowest_high = min(ifnull(lowest_high, ?5), ifnull(?5, lowest_high))
        WHERE belief = ?6
        """,
        [
          wins ? article : decider, wins ? published : day, wins ? rank : decidedRank, said?.low, said?.high,
          belief,
        ])
    }
  }

  private func current(_ belief: Int64) throws -> Row? {
    try db.first(
      "SELECT decided_by, decided_published, decided_status, decided_by_person FROM beliefs WHERE belief = ?",
      [belief])
  }

  /// Notes the keys of an article's claims, which are about to change.
  func touch(article: Int64) throws {
    for row in try db.all("SELECT DISTINCT belief FROM facts WHERE article_number = ?", [article]) {
      if let belief: Int64 = row[0] { stale.insert(belief) }
    }
  }

  /// Notes a key.
  func touch(belief: Int64) { stale.insert(belief) }

  /// Decides all keys that were noted.
  func settle() throws {
    for belief in stale.sorted() { try BeliefDecision(db, belief: belief).store() }
    stale = []
  }
}
