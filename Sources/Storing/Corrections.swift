import Facts
import GRDB

/// What people said of an article's claims, applied to the claims whenever they are stored.
struct Corrections {
  private let writer: ArticleWriter
  private var db: Database { writer.db }

  init(_ writer: ArticleWriter) { self.writer = writer }

  /// What a claim is known by.
  struct Identity: Hashable {
    var kind: String
    var makerKey: String
    var modelKey: String
    var attribute: String?
    var value: Double?
    var evidence: String
  }

  static let newColumns = """
    new_kind, new_manufacturer, new_model, new_attribute, new_value, new_value_max, new_qualifier, new_unit, new_when, \
    new_market, new_status, new_source
    """

  /// Whether anything was said of the article's claims.
  func exist(for article: Article) throws -> Bool {
    try db.first("SELECT 1 FROM corrections WHERE article = ? LIMIT 1", [article.id]) != nil
  }

  /// Puts dropped and changed claims out of play and adds what they were changed to.
  func apply(to article: Article, number: Int64) throws {
    let rows = try db.all(
      """
      SELECT kind, manufacturer_key, model_key, attribute, value, evidence, action, correction, \(Self.newColumns)
      FROM corrections WHERE article = ? ORDER BY correction
      """, [article.id])
    var last: [Identity: Row] = [:]
    for row in rows {
      let identity = Identity(
        kind: row[0], makerKey: row[1], modelKey: row[2], attribute: row[3], value: row[4], evidence: row[5])
      last[identity] = row
    }
    for (identity, row) in last.sorted(by: { ($0.value[7] as Int64) < ($1.value[7] as Int64) }) {
      let action: String = row[6]
      guard action != "restore" else { continue }
      try apply(row, identity, action: action, article: article, number: number)
    }
  }

  private func apply(_ row: Row, _ identity: Identity, action: String, article: Article, number: Int64) throws
  {
    let matches = try db.all(
      """
      SELECT fact_id, place, span_start, span_end, confidence FROM facts
      WHERE article_number = ? AND origin <> 'human' AND kind = ? AND manufacturer_key = ? AND model_key = ?
        AND attribute IS ? AND value IS ? AND evidence = ?
      """,
      [
        number, identity.kind, identity.makerKey, identity.modelKey, identity.attribute,
        identity.value?.stored,
        identity.evidence,
      ])
    for match in matches {
      try db.run(
        "UPDATE facts SET live = 0, believed = 0, correction = ? WHERE fact_id = ?",
        [row[7] as Int64, match[0] as Int64])
    }
    // A changed claim stays while the article says the sentence, whether or not an extractor still finds it.
    guard action == "change", !matches.isEmpty || article.text.contains(identity.evidence) else { return }
    guard var fact = Self.changed(row, evidence: identity.evidence) else { return }
    if let match = matches.first, let start: Int = match[2], let end: Int = match[3] {
      fact.span = SourceSpan(start, end)
    }
    let claim = BeliefKeeper.Claim(
      belief: try writer.beliefs.belief(of: fact), status: fact.status, said: nil)
    writer.beliefs.touch(belief: claim.belief)
    try writer.beliefs.add([
      try writer.row(
        fact.storable, claim: claim, number: number, place: matches.first?[1] ?? Int(Int32.max),
        origin: "human", correction: row[7])
    ])
  }

  private static func changed(_ row: Row, evidence: String) -> Fact? {
    guard let kindName: String = row[8], let kind = FactKind(rawValue: kindName),
      let statusName: String = row[18],
      let status = Status(rawValue: statusName)
    else { return nil }
    let qualifier: String? = row[14]
    let when: String? = row[16]
    return Fact(
      kind: kind, manufacturer: row[9], model: row[10], value: row[12], valueMax: row[13],
      qualifier: qualifier.flatMap(Qualifier.init(rawValue:)), unit: row[15],
      when: when.flatMap { Period($0) },
      market: row[17], status: status, attribute: row[11], source: row[19], evidence: evidence)
  }
}
