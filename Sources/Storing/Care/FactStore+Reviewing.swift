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
  public func doubtful(below confidence: Double, offset: Int = 0, limit: Int) throws -> [FactRow] {
    let numbers = try mapped(
      SQLStatement(
        "SELECT f.fact_id FROM facts AS f WHERE \(Self.isDoubtful) ORDER BY f.confidence, f.fact_id LIMIT ? OFFSET ?",
        [.real(confidence), .integer(Int64(limit)), .integer(Int64(offset))])
    ) { $0.integer(0) ?? 0 }
    let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
    return try rows(
      SQLStatement(
        "SELECT * FROM claims WHERE fact_id IN (SELECT value FROM json_each(?)) ORDER BY confidence, fact_id",
        [.text(list)]), withText: true)
  }

  /// How many of them there are, counted up to `most`.
  public func countOfDoubtful(below confidence: Double, upTo most: Int) throws -> Int {
    try mapped(
      SQLStatement(
        "SELECT count(*) FROM (SELECT 1 FROM facts AS f WHERE \(Self.isDoubtful) LIMIT ?)",
        [.real(confidence), .integer(Int64(most))])
    ) { Int($0.integer(0) ?? 0) }.first ?? 0
  }

  /// The kept claims are few, so that they are looked up once and all others need not be.
  private static let isDoubtful = """
    f.live = 1 AND f.confidence IS NOT NULL AND f.confidence < ? AND f.origin <> 'human' AND f.fact_id NOT IN (
      SELECT c.fact_id FROM kept_claims AS k
      JOIN article_texts AS a ON a.id = k.article AND a.superseded_by IS NULL
      JOIN facts AS c ON c.article_number = a.article_number
      WHERE k.kind = c.kind AND k.manufacturer_key = c.manufacturer_key AND k.model_key = c.model_key
        AND k.attribute IS c.attribute AND k.value IS c.value AND k.evidence = c.evidence)
    """

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

  /// The models that live claims tell of, by their names, with how many do.
  public func claimedModels() throws -> [(name: ModelName, claims: Int)] {
    // Counted in an index alone, before the names are looked up.
    try mapped(
      SQLStatement(
        """
        SELECT m.manufacturer, m.model, n.claims FROM (
          SELECT manufacturer_key, model_key, count(*) AS claims FROM facts
          WHERE live = 1 GROUP BY manufacturer_key, model_key) AS n
        JOIN model_names AS m ON m.manufacturer_key = n.manufacturer_key AND m.model_key = n.model_key
        """)
    ) { (ModelName(manufacturer: $0.text(0) ?? "", model: $0.text(1) ?? ""), Int($0.integer(2) ?? 0)) }
  }

  /// How many live claims about a model an extractor found, and the first of them; `nil` where there are none.
  public func extractedClaims(about name: ModelName) throws -> (count: Int, first: Int64)? {
    try mapped(
      SQLStatement(
        """
        SELECT count(*), min(fact_id) FROM facts
        WHERE manufacturer_key = ? AND model_key = ? AND live = 1 AND origin = 'extracted'
        """, [.text(nameKey(name.manufacturer)), .text(nameKey(name.model))]), isKept: true
    ) { row in row.integer(1).map { (Int(row.integer(0) ?? 0), $0) } }.first ?? nil
  }

  /// The live claims about a model, without those that a person put right.
  public func claims(about name: ModelName) throws -> [FactRow] {
    try rows(
      SQLStatement(
        "SELECT * FROM claims WHERE manufacturer_key = ? AND model_key = ? AND corrected = 0 ORDER BY fact_id",
        [.text(nameKey(name.manufacturer)), .text(nameKey(name.model))]))
  }
}
