import Facts
import Reporting
import Storing

/// What a reader sees first: how much there is, what came last, which launches are next, and which targets were met.
public enum Overview {
  /// How much a database holds.
  public struct Counts: Hashable, Sendable {
    /// Facts that are believed.
    public var facts = 0
    /// Articles, newest versions only.
    public var articles = 0
    /// Makers that are named.
    public var makers = 0
    /// Models that are named.
    public var models = 0
    /// Keys under which independent articles contradict each other.
    public var conflicts = 0
  }

  /// Counts what there is.
  public static func counts(in store: FactStore) throws -> Counts {
    let statement = SQLStatement(
      """
      SELECT (SELECT count(*) FROM facts WHERE believed = 1),
        (SELECT count(*) FROM article_texts WHERE superseded_by IS NULL), (SELECT count(*) FROM maker_names),
        (SELECT count(*) FROM model_names), (SELECT count(*) FROM beliefs WHERE highest_low > lowest_high)
      """)
    return try store.mapped(statement, isKept: true) { row in
      func number(_ place: Int) -> Int { Int(row.integer(place) ?? 0) }
      return Counts(
        facts: number(0), articles: number(1), makers: number(2), models: number(3), conflicts: number(4))
    }.first ?? Counts()
  }

  /// What is believed of the articles that were published last, up to a day: a few facts of each.
  public static func news(until today: Day, limit: Int, perArticle: Int = 3, in store: FactStore) throws
    -> [FactRow]
  {
    let facts = try store.mapped(
      SQLStatement(
        """
        SELECT f.fact_id, f.article_number FROM article_texts AS a JOIN facts AS f ON f.article_number = a.article_number
        WHERE a.superseded_by IS NULL AND f.believed = 1 AND a.published <= ?
        ORDER BY a.published DESC, a.article_number DESC, f.place LIMIT ?
        """, [.text(today.description), .integer(Int64(limit * newsRead))]), isKept: true
    ) { ($0.integer(0) ?? 0, $0.integer(1) ?? 0) }
    var taken: [Int64: Int] = [:]
    let numbers = facts.filter { _, article in
      taken[article, default: 0] += 1
      return taken[article, default: 0] <= perArticle
    }
    return try store.facts(numbered: numbers.prefix(limit).map(\.0))
  }

  /// How many facts are read for one that is shown, as long articles hold many.
  private static let newsRead = 20

  /// The launches that are next, from a day on.
  public static func launches(from today: Day, limit: Int, in store: FactStore) throws -> [FactRow] {
    let numbers = try store.mapped(
      SQLStatement(
        """
        SELECT fact_id FROM believed_figures
        WHERE kind = 'launch' AND start_date >= ? AND status IN ('planned', 'expected', 'actual')
        ORDER BY start_date, end_date, attribute, market, manufacturer_key LIMIT ?
        """, [.text(today.description), .integer(Int64(limit))]), isKept: true
    ) { $0.integer(0) ?? 0 }
    return try store.facts(numbered: numbers)
  }

  /// The largest targets of makers that a day's year or the one before began, beside what was reported.
  public static func attainment(today: Day, limit: Int, in store: FactStore) throws -> [Attainment] {
    let first = Day(year: max(1, today.year - 1), month: 1, day: 1) ?? today
    let targets = try store.facts(
      numbered: try store.mapped(
        SQLStatement(
          """
          SELECT fact_id FROM believed_figures
          WHERE kind = 'sales_target' AND start_date >= ? AND start_date <= ? AND model_key = ''
          ORDER BY value DESC, fact_id LIMIT ?
          """, [.text(first.description), .text(today.description), .integer(Int64(limit))])
      ) { $0.integer(0) ?? 0 })
    return try Attainment.pairs(of: targets + reported(of: targets, in: store))
  }

  /// What was reported of the subjects of targets, for their periods.
  static func reported(of targets: [FactRow], in store: FactStore) throws -> [FactRow] {
    var numbers: Set<Int64> = []
    for target in targets {
      guard let when = target.fact.when, let first = when.first, let last = when.last else { continue }
      numbers.formUnion(
        try store.mapped(
          SQLStatement(
            """
            SELECT fact_id FROM believed_figures
            WHERE kind = 'sales' AND manufacturer_key = ? AND model_key = ? AND start_date = ? AND end_date = ?
              AND market IS ? AND status = 'actual'
            """,
            [
              .text(nameKey(target.fact.manufacturer ?? "")), .text(nameKey(target.fact.model ?? "")),
              .text(first.description), .text(last.description),
              target.fact.market.map { .text($0) } ?? .null,
            ]), isKept: true
        ) { $0.integer(0) ?? 0 })
    }
    return try store.facts(numbered: numbers.sorted())
  }
}
