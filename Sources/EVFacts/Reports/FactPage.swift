import Facts
import Storing

/// Facts page by page in the order in which they came in: what comes in meanwhile stands behind what was read, so that
/// nothing is read twice and nothing is left out.
public enum FactPage {
  /// The statement that gives the facts behind one, with the columns of the view `claims`.
  ///
  /// - Parameters:
  ///   - columns: the columns wanted.
  ///   - scope: which facts count.
  ///   - filter: which are listed.
  ///   - article: the article that claims them, by its id; `nil` for all.
  ///   - last: the `fact_id` of the last fact that was read, 0 at the beginning.
  ///   - limit: the most facts.
  public static func statement(
    _ columns: String = "*", scope: FactScope, filter: ReportFilter, article: String? = nil,
    after last: Int64,
    limit: Int
  ) -> SQLStatement {
    var (conditions, values) = conditions(scope, filter)
    if let article {
      conditions.append(
        "article_number = (SELECT article_number FROM article_texts WHERE id = ? AND superseded_by IS NULL)")
      values.append(.text(article))
    }
    let condition = (conditions + ["fact_id > ?"]).joined(separator: " AND ")
    // The numbers alone come from an index; only the rows of the page are looked up.
    return SQLStatement(
      """
      SELECT \(columns) FROM claims WHERE fact_id IN (
        SELECT fact_id FROM facts WHERE \(condition) ORDER BY fact_id LIMIT ?)
      ORDER BY fact_id
      """, values + [.integer(last), .integer(Int64(limit))])
  }

  /// The same statement, where a filter lets few believed facts through one that looks at these alone.
  ///
  /// To meet them in the order in which they came in, SQLite would read all claims; the index that has all that filters
  /// look at is a tenth of that.
  public static func quickStatement(
    _ columns: String, scope: FactScope, filter: ReportFilter, article: String?, after last: Int64,
    limit: Int,
    in store: FactStore
  ) throws -> SQLStatement {
    let plain = statement(
      columns, scope: scope, filter: filter, article: article, after: last, limit: limit)
    // Whoever is named has an index.
    let isNamed = filter.makerKey != nil || filter.modelKeys != nil || article != nil
    let (conditions, values) = filter.conditions(minConfidence: scope.minConfidence)
    guard !scope.allClaims, !isNamed, !conditions.isEmpty else { return plain }
    let numbers = try store.mapped(
      SQLStatement(
        "SELECT fact_id FROM believed_figures WHERE \(conditions.joined(separator: " AND ")) LIMIT \(few + 1)",
        values)
    ) { $0.integer(0) ?? 0 }
    guard numbers.count <= few else { return plain }
    let some = numbers.filter { $0 > last }.sorted().prefix(limit)
    let list = "[" + some.map(String.init).joined(separator: ",") + "]"
    return SQLStatement(
      "SELECT \(columns) FROM claims WHERE fact_id IN (SELECT value FROM json_each(?)) ORDER BY fact_id",
      [.text(list)])
  }

  /// So many are looked for before they count as many.
  private static let few = 2_000

  /// How many facts are believed, counted up to `most`.
  public static func countOfBelieved(
    minConfidence: Double, filter: ReportFilter, upTo most: Int, in store: FactStore
  ) throws -> Int {
    // An index has all that filters look at.
    let (conditions, values) = filter.conditions(minConfidence: minConfidence)
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let statement = SQLStatement(
      "SELECT count(*) FROM (SELECT 1 FROM believed_figures\(condition) LIMIT ?)",
      values + [.integer(Int64(most))])
    return Int(try store.mapped(statement) { $0.integer(0) ?? 0 }.first ?? 0)
  }

  /// The statement that gives all believed facts in the order in which they came in, the first of them at once.
  public static func allBelieved(_ columns: String, minConfidence: Double, filter: ReportFilter)
    -> SQLStatement
  {
    if filter.isEmpty, minConfidence == 0 {
      return SQLStatement("SELECT \(columns) FROM claims WHERE believed = 1 ORDER BY fact_id")
    }
    return statement(
      columns, scope: FactScope(minConfidence: minConfidence), filter: filter, after: 0, limit: Int(Int32.max)
    )
  }

  private static func conditions(_ scope: FactScope, _ filter: ReportFilter) -> ([String], [SQLValue]) {
    var (conditions, values) = filter.conditions(minConfidence: scope.minConfidence)
    conditions.insert("live = 1", at: 0)
    if !scope.allClaims { conditions.append("believed = 1") }
    return (conditions, values)
  }
}
