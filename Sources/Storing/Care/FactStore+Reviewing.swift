import Facts
import Foundation
import GRDB

extension FactStore {
  /// A live claim with its article's text, or `nil` where none has the number.
  ///
  /// The number of a claim that a person put right gives what it was put right to.
  public func fact(_ id: Int64) throws -> FactRow? {
    try rows(
      SQLStatement(
        """
        SELECT * FROM claims WHERE fact_id = ?1 OR fact_id IN (
          SELECT human.fact_id FROM facts AS found JOIN facts AS human
            ON human.correction = found.correction AND human.origin = 'human'
              AND human.article_number = found.article_number
          WHERE found.fact_id = ?1)
        """, [.integer(id)]), withText: true
    ).first
  }

  /// Live claims that an extractor was less sure of than `confidence` and that nobody looked at, the least sure first.
  public func doubtful(below confidence: Double, limit: Int) throws -> [FactRow] {
    try rows(
      SQLStatement(
        """
        SELECT c.* FROM claims AS c WHERE c.confidence < ? AND c.corrected = 0 AND NOT EXISTS (
          SELECT 1 FROM kept_claims AS k WHERE k.article = c.article AND k.kind = c.kind
            AND k.manufacturer_key = c.manufacturer_key AND k.model_key = c.model_key
            AND k.attribute IS c.attribute AND k.value IS c.value AND k.evidence = c.evidence)
        ORDER BY c.confidence, c.fact_id LIMIT ?
        """, [.real(confidence), .integer(Int64(limit))]), withText: true)
  }

  /// Notes that a person looked at a claim and found it right.
  public func keep(_ factID: Int64, now: Date = Date()) throws {
    try write { db in
      try db.run(
        """
        INSERT INTO kept_claims (article, kind, manufacturer_key, model_key, attribute, value, evidence, made_at)
        SELECT a.id, f.kind, f.manufacturer_key, f.model_key, f.attribute, f.value, f.evidence, ?
        FROM facts AS f JOIN article_texts AS a USING (article_number) WHERE f.fact_id = ?
        """, [now.formatted(.iso8601), factID])
      guard db.changesCount > 0 else { throw StoringError.unknownFact(id: factID) }
    }
  }

  /// Takes the note of ``keep(_:now:)`` back.
  public func unkeep(_ factID: Int64) throws {
    try write { db in
      try db.run(
        """
        DELETE FROM kept_claims WHERE kept IN (
          SELECT k.kept FROM facts AS f JOIN article_texts AS a USING (article_number) JOIN kept_claims AS k
            ON k.article = a.id AND k.kind = f.kind AND k.manufacturer_key = f.manufacturer_key
              AND k.model_key = f.model_key AND k.attribute IS f.attribute AND k.value IS f.value
              AND k.evidence = f.evidence
          WHERE f.fact_id = ?)
        """, [factID])
    }
  }

  /// The models that extracted claims tell of, with how many do and one of these as an example; the most claimed first.
  public func modelsWithClaims() throws -> [(name: ModelName, claims: Int, example: Int64)] {
    try read { db in
      try db.all(
        """
        SELECT m.manufacturer, m.model, count(*), min(f.fact_id) FROM facts AS f JOIN model_names AS m
          ON m.manufacturer_key = f.manufacturer_key AND m.model_key = f.model_key
        WHERE f.live = 1 AND f.origin = 'extracted' AND f.model_key <> ''
        GROUP BY f.manufacturer_key, f.model_key ORDER BY count(*) DESC, m.manufacturer_key, m.model_key
        """
      ).map { (ModelName(manufacturer: $0[0], model: $0[1]), $0[2], $0[3]) }
    }
  }

  /// The live claims about a model, without those that a person put right.
  public func claims(about name: ModelName) throws -> [FactRow] {
    try rows(
      SQLStatement(
        "SELECT * FROM claims WHERE manufacturer_key = ? AND model_key = ? AND corrected = 0 ORDER BY fact_id",
        [.text(nameKey(name.manufacturer)), .text(nameKey(name.model))]))
  }
}
