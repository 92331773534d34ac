import Facts
import GRDB

/// The decision on one key, from all of its live claims.
///
/// One article decides: one with a person's correction, then the one published last, then the better status, then what
/// more independent articles say, then the first ingested. All its claims are believed save the cancelled ones.
struct BeliefDecision {
  private struct Claim {
    var id: Int64
    var article: Int64
    var story: Int64
    var published: String
    var correction: Int64
    var fact: Fact
    var said: SaidRange?
    var stored: (believed: Bool, low: Int64?, high: Int64?)
    var content: String
  }

  private let db: Database
  private let belief: Int64
  private var claims: [Claim]

  /// Reads the claims of a key.
  init(_ db: Database, belief: Int64) throws {
    self.db = db
    self.belief = belief
    claims = try db.all(
      """
      SELECT \(FactRecord.columns), f.fact_id, f.article_number, a.story, ifnull(a.published, ''),
        CASE f.origin WHEN 'human' THEN f.correction ELSE 0 END, f.believed, f.said_low, f.said_high
      FROM facts AS f JOIN (SELECT article_number, story, published FROM article_texts) AS a
        ON a.article_number = f.article_number
      WHERE f.belief = ? AND f.live = 1
      """, [belief]
    ).map { row in
      let fact = try FactRecord.fact(row)
      let next = FactRecord.width
      return Claim(
        id: row[next], article: row[next + 1], story: row[next + 2], published: row[next + 3],
        correction: row[next + 4], fact: fact, said: SaidRange(fact),
        stored: (row[next + 5], row[next + 6], row[next + 7]), content: Self.content(of: fact))
    }
  }

  /// Writes the decision to the claims and to the key.
  func store() throws {
    let stories = Dictionary(grouping: claims, by: \.story).mapValues { claims in
      claims.compactMap(\.said).reduce(nil as SaidRange?) { $0?.joined($1) ?? $1 }
    }
    let decider = decidingClaims()
    let deciding = Set(decider.map(\.id))
    let update = try BoundStatement(
      "UPDATE facts SET believed = ?, said_low = ?, said_high = ? WHERE fact_id = ?", in: db)
    for claim in claims {
      let believed = deciding.contains(claim.id) && claim.fact.status != .cancelled
      let said = claim.said == nil ? nil : stories[claim.story] ?? nil
      guard claim.stored != (believed, said?.low, said?.high) else { continue }
      update.bind(believed ? 1 : 0)
      update.bind(said?.low)
      update.bind(said?.high)
      update.bind(claim.id)
      try update.run()
    }
    let ranges = stories.values.compactMap { $0 }
    try db.run(
      """
      UPDATE beliefs SET decided_by = ?, decided_published = ?, decided_status = ?, decided_by_person = ?,
        highest_low = ?, lowest_high = ?
      WHERE belief = ?
      """,
      [
        decider.first?.article, decider.first?.published, decider.map(\.fact.status.rank).min(),
        (decider.first?.correction ?? 0) > 0, ranges.map(\.low).max(), ranges.map(\.high).min(), belief,
      ])
  }

  /// The claims of the article that decides.
  private func decidingClaims() -> [Claim] {
    // Where a person spoke, only what was corrected counts; the last word first.
    let corrected = claims.filter { $0.correction > 0 }
    if let last = corrected.max(by: { $0.correction < $1.correction }) {
      return corrected.filter { $0.article == last.article }
    }
    let articles = Dictionary(grouping: claims, by: \.article).values
    guard let latest = articles.compactMap({ $0.first?.published }).max() else { return [] }
    var best = articles.filter { $0.first?.published == latest }
    let rank = best.map(Self.rank).min()
    best = best.filter { Self.rank($0) == rank }
    if best.count > 1 {
      let support = self.support()
      let most = best.map { support.count(of: $0) }.max()
      best = best.filter { support.count(of: $0) == most }
    }
    return best.min { ($0.first?.article ?? 0) < ($1.first?.article ?? 0) } ?? []
  }

  private static func rank(_ claims: [Claim]) -> Int { claims.map(\.fact.status.rank).min() ?? Int.max }

  /// How many independent articles say the same.
  private struct Support {
    var stories: [String: Set<Int64>]

    func count(of claims: [Claim]) -> Int { claims.map { stories[$0.content]?.count ?? 0 }.max() ?? 0 }
  }

  private func support() -> Support {
    var stories: [String: Set<Int64>] = [:]
    for claim in claims { stories[claim.content, default: []].insert(claim.story) }
    return Support(stories: stories)
  }

  /// What a claim says, as text: equal for claims that say the same.
  private static func content(of fact: Fact) -> String {
    let said: String =
      switch fact.kind {
      case .launch, .marketEntry:
        "\(fact.when?.first?.description ?? "")/\(fact.when?.last?.description ?? "")"
      case .bodyType: fact.attribute ?? ""
      case .salesTarget, .sales, .storeCount, .price, .range, .capacity:
        "\(fact.value ?? 0)/\(fact.valueMax ?? fact.value ?? 0)"
      }
    return fact.status == .cancelled ? "not " + said : said
  }
}
