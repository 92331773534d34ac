import Facts
import Foundation
import GRDB

extension FactStore {
  /// Writes what a person says the claim should read; it comes before all articles and outlives re-extraction.
  ///
  /// The sentence and its place stay as they are, whatever `new` has there.
  public func correct(_ factID: Int64, to new: Fact, reason: String? = nil, now: Date = Date()) throws {
    try correct([(factID, new)], reason: reason, now: now)
  }

  /// Corrects several claims: all of them or, where it throws, none.
  public func correct(_ claims: [(id: Int64, new: Fact)], reason: String? = nil, now: Date = Date()) throws {
    try write { db in
      for (id, new) in claims {
        let new = new.storable
        try add(
          action: "change",
          values: [
            new.kind.rawValue, new.manufacturer, new.model, new.attribute, new.value?.stored,
            new.valueMax?.stored, new.qualifier?.rawValue, new.unit, new.when?.description, new.market,
            new.status.rawValue, new.source,
          ], to: id, reason: reason, now: now, in: db)
      }
    }
  }

  /// Takes a claim out: it is no claim, also when the article is read again.
  public func drop(_ factID: Int64, reason: String? = nil, now: Date = Date()) throws {
    try drop([factID], reason: reason, now: now)
  }

  /// Takes several claims out: all of them or, where it throws, none.
  public func drop(_ factIDs: [Int64], reason: String? = nil, now: Date = Date()) throws {
    try write { db in
      for id in factIDs {
        try add(
          action: "drop", values: Array(repeating: nil, count: 12), to: id, reason: reason, now: now, in: db)
      }
    }
  }

  /// Takes a correction or a drop back: the claim stands as it was found.
  ///
  /// - Parameter factID: the corrected claim, or the one that was dropped.
  public func restore(_ factID: Int64, reason: String? = nil, now: Date = Date()) throws {
    try restore([factID], reason: reason, now: now)
  }

  /// Takes several corrections or drops back: all of them or, where it throws, none.
  public func restore(_ factIDs: [Int64], reason: String? = nil, now: Date = Date()) throws {
    try write { db in
      for id in factIDs {
        try add(
          action: "restore", values: Array(repeating: nil, count: 12), to: id, reason: reason, now: now,
          in: db)
      }
    }
  }

  private func add(
    action: String, values: Bound, to factID: Int64, reason: String?, now: Date, in db: Database
  ) throws {
    guard
      let target = try db.first(
        """
        SELECT f.article_number, a.id, a.origin, a.extractor, f.origin, f.correction
        FROM facts AS f JOIN article_texts AS a USING (article_number) WHERE f.fact_id = ?
        """, [factID])
    else { throw StoringError.unknownFact(id: factID) }
    let number: Int64 = target[0]
    if action == "restore", target[5] as Int64? == nil { throw StoringError.notCorrected(id: factID) }
    let isHuman = target[4] as String == "human"
    // What a person wrote goes by the claim that it was written of.
    let identity =
      isHuman
      ? "SELECT article, kind, manufacturer_key, model_key, attribute, value, evidence FROM corrections WHERE correction = ?"
      : "SELECT ?2, kind, manufacturer_key, model_key, attribute, value, evidence FROM facts WHERE fact_id = ?1"
    let identityValues: Bound = isHuman ? [target[5] as Int64?] : [factID, target[1] as String]
    guard let claim = try db.first(identity, identityValues) else {
      throw StoringError.unknownFact(id: factID)
    }
    try db.run(
      """
      INSERT INTO corrections (article, kind, manufacturer_key, model_key, attribute, value, evidence, action,
        \(Corrections.newColumns), reason, made_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      claim.databaseValues.map { $0 } + [action] + values + [reason?.storable, now.formatted(.iso8601)])
    try reapply(db, to: number)
  }

  /// Puts the claims of an article back as they were found and applies all corrections anew.
  func reapply(_ db: Database, to number: Int64) throws {
    guard
      let row = try db.first(
        "SELECT \(ArticleRecord.columns) FROM article_texts WHERE article_number = ?", [number])
    else { return }
    let writer = try ArticleWriter(db, origin: .imported, now: "")
    try writer.beliefs.touch(article: number)
    try db.run("DELETE FROM facts WHERE article_number = ? AND origin = 'human'", [number])
    try db.run(
      """
      UPDATE facts SET correction = NULL,
        live = (SELECT superseded_by IS NULL FROM article_texts WHERE article_number = ?1)
      WHERE article_number = ?1
      """, [number])
    try Corrections(writer).apply(to: ArticleRecord.article(row), number: number)
    try writer.beliefs.settle()
  }
}
