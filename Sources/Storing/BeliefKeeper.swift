import Facts
import GRDB

/// Keeps what is believed up to date with the claims, within the transaction that changes them.
///
/// A new article whose date or status settles the matter is decided at once, however many claims its key has. Where
/// it does not (a tie, a copy, a correction, a claim that goes away), the key is noted and decided anew at the end.
/// Claims and keys wait in memory until ``flush()``, so that one that is outdone by the next article, or a key that many
/// articles tell of, is written once.
final class BeliefKeeper {
  let db: Database
  /// What the writers of the transaction share.
  let memory: WriterMemory
  private var stale: Set<Int64> = []
  private var keys: [Key] = []
  private var places: [String: Int] = [:]
  private var placesOfNumbers: [Int64: Int] = [:]
  /// The keys that are new or changed.
  private var changed: [Int] = []
  private var rows: [ClaimRow] = []

  /// So many claims wait before they are written.
  private static let mostRows = 20_000
  /// So many keys are remembered.
  private static let mostKeys = 200_000

  init(_ db: Database) {
    self.db = db
    memory = WriterMemory(db)
  }

  /// A claim that is about to be stored.
  struct Claim {
    var belief: Int64
    var status: Status
    var said: SaidRange?
    var believed = false
  }

  /// A key as it stands, and what of it is not yet written.
  struct Key {
    var number: Int64
    var text: String
    var isNew: Bool
    var isChanged = false
    var decider: Int64?
    var day = ""
    var rank = Int.max
    var isByPerson = false
    var highestLow: Int64?
    var lowestHigh: Int64?
    /// Whether rows of the table may be believed.
    var hasBelievedRows = false
    /// The waiting claims that are believed.
    var believed: [Int] = []
  }

  /// The number of a key; a key that is new gets one.
  func belief(of fact: Fact) throws -> Int64 {
    let text = BeliefKey.key(
      of: fact, maker: fact.manufacturer.map { memory.key(of: $0) },
      model: fact.model.map { memory.key(of: $0) }
    ).storable
    if let place = places[text] { return keys[place].number }
    let select = try memory.statement(
      """
      SELECT belief, decided_by, decided_published, decided_status, decided_by_person, highest_low, lowest_high
      FROM beliefs WHERE key = ?
      """)
    select.bind(text)
    defer { select.reset() }
    var key: Key
    if try select.step() {
      let row = select.row
      key = Key(number: row.integer(0) ?? 0, text: text, isNew: false)
      key.decider = row.integer(1)
      key.day = row.text(2) ?? ""
      key.rank = row.integer(3).map { Int($0) } ?? Int.max
      key.isByPerson = row.integer(4) == 1
      key.highestLow = row.integer(5)
      key.lowestHigh = row.integer(6)
      key.hasBelievedRows = key.decider != nil
    } else {
      key = Key(number: try memory.nextBelief(), text: text, isNew: true)
    }
    places[text] = keys.count
    placesOfNumbers[key.number] = keys.count
    keys.append(key)
    if key.isNew { noteChange(of: keys.count - 1) }
    return key.number
  }

  private func noteChange(of place: Int) {
    guard !keys[place].isChanged else { return }
    keys[place].isChanged = true
    changed.append(place)
  }

  /// Decides the keys of an article's new claims where that is simple, else notes them for ``settle()``; the claims are
  /// to be handed to ``add(_:)`` next, in their order.
  ///
  /// - Parameters:
  ///   - claims: all live claims of the article; their ranges and whether they are believed are filled in.
  ///   - article: the article's number.
  ///   - published: its day, empty where it has none.
  ///   - isAlone: whether no other article tells its story and no person corrected it.
  func decide(_ claims: inout [Claim], article: Int64, published: String, isAlone: Bool) throws {
    for (belief, indices) in Self.grouped(claims) {
      guard isAlone, !stale.contains(belief), let place = placesOfNumbers[belief] else {
        stale.insert(belief)
        continue
      }
      let said = indices.compactMap { claims[$0].said }.reduce(nil as SaidRange?) { $0?.joined($1) ?? $1 }
      for index in indices { claims[index].said = claims[index].said == nil ? nil : said }
      let rank = indices.map { claims[$0].status.rank }.min() ?? Status.cancelled.rank
      let key = keys[place]
      if key.decider != nil, !key.isByPerson, published == key.day, rank == key.rank {
        stale.insert(belief)
        continue
      }
      let isLater = published > key.day || (published == key.day && rank < key.rank)
      if key.decider == nil || (!key.isByPerson && isLater) {
        try outdo(place)
        keys[place].decider = article
        keys[place].day = published
        keys[place].rank = rank
        for index in indices where claims[index].status != .cancelled {
          claims[index].believed = true
          keys[place].believed.append(rows.count + index)
        }
      }
      if let said {
        keys[place].highestLow = max(key.highestLow ?? said.low, said.low)
        keys[place].lowestHigh = min(key.lowestHigh ?? said.high, said.high)
      }
      noteChange(of: place)
    }
  }

  /// The places of the claims of each key; an article has few of either.
  private static func grouped(_ claims: [Claim]) -> [(belief: Int64, indices: [Int])] {
    if claims.count > 50 {
      return Dictionary(grouping: claims.indices, by: { claims[$0].belief }).map { ($0.key, $0.value) }
    }
    var groups: [(belief: Int64, indices: [Int])] = []
    for index in claims.indices {
      if let place = groups.firstIndex(where: { $0.belief == claims[index].belief }) {
        groups[place].indices.append(index)
      } else {
        groups.append((claims[index].belief, [index]))
      }
    }
    return groups
  }

  /// Takes belief from the claims that had it.
  private func outdo(_ place: Int) throws {
    for row in keys[place].believed { rows[row].claim.believed = false }
    keys[place].believed = []
    guard keys[place].hasBelievedRows else { return }
    keys[place].hasBelievedRows = false
    // They are those of the article that decided when the rows were written.
    let update = try memory.statement(
      "UPDATE facts SET believed = 0 WHERE article_number = ? AND belief = ? AND believed = 1")
    update.bind(keys[place].decider)
    update.bind(keys[place].number)
    try update.run()
  }

  /// Takes claims to be stored; they are in the table after ``flush()``.
  func add(_ claims: [ClaimRow]) throws {
    rows += claims
    if rows.count >= Self.mostRows { try flush() }
  }

  /// Writes the keys and the claims that wait.
  func flush() throws {
    guard !changed.isEmpty || !rows.isEmpty else { return }
    try KeyRows(db).write(changed.map { keys[$0] })
    for place in changed {
      keys[place].isNew = false
      keys[place].isChanged = false
      if !keys[place].believed.isEmpty { keys[place].hasBelievedRows = true }
      keys[place].believed = []
    }
    changed = []
    try ClaimRow.write(rows, to: db)
    rows.removeAll(keepingCapacity: true)
    if keys.count > Self.mostKeys { forgetKeys() }
  }

  private func forgetKeys() {
    keys = []
    places = [:]
    placesOfNumbers = [:]
  }

  /// Notes the keys of an article's claims, which are about to change.
  func touch(article: Int64) throws {
    try flush()
    for row in try db.all("SELECT DISTINCT belief FROM facts WHERE article_number = ?", [article]) {
      if let belief: Int64 = row[0] { stale.insert(belief) }
    }
  }

  /// Notes a key.
  func touch(belief: Int64) { stale.insert(belief) }

  /// Decides all keys that were noted; nothing waits any more then.
  func settle() throws {
    try flush()
    try memory.stories.flush()
    forgetKeys()
    for belief in stale.sorted() { try BeliefDecision(db, belief: belief).store() }
    stale = []
  }
}
