import Facts
import Storing

/// Where articles disagree, all of it, the newest, or what concerns a maker or a model.
public enum ConflictListing {
  /// The statement that gives the claims, those that contradict each other together.
  ///
  /// - Parameters:
  ///   - limit: of how many conflicts, those that were decided last first; `nil` for all.
  ///   - minConfidence: claims that are held for less likely are left out.
  public static func statement(limit: Int?, minConfidence: Double = 0) -> SQLStatement {
    var conditions: [String] = []
    var values: [SQLValue] = []
    if let limit {
      conditions.append("belief IN (\(newest))")
      values.append(.integer(Int64(limit)))
    }
    return statement(conditions, values, minConfidence)
  }

  /// The statement that gives the claims about a maker or a model; `nil` where nobody bears the name.
  public static func statement(of name: String, in store: FactStore, minConfidence: Double = 0) throws
    -> SQLStatement?
  {
    try NamedSubjects.condition(for: name, in: store, view: "conflicts").map { condition, values in
      statement([condition], values, minConfidence)
    }
  }

  /// The same claims as a listing that is passed on as bytes; `nil` where nobody bears the name.
  public static func listing(of name: String?, in store: FactStore, limit: Int?, minConfidence: Double = 0)
    throws
    -> ExportListing?
  {
    var conditions: [String] = []
    var values: [SQLValue] = []
    if let name {
      let subjects = try NamedSubjects.conditions(for: name, in: store)
      guard !subjects.isEmpty else { return nil }
      conditions.append("(" + subjects.map(\.sql).joined(separator: " OR ") + ")")
      values += subjects.flatMap(\.values)
    }
    if let limit {
      conditions.append("b.belief IN (\(newest))")
      values.append(.integer(Int64(limit)))
    }
    let sure = ReportFilter().conditions(minConfidence: minConfidence)
    return .conflicts(conditions + sure.sql, values + sure.values)
  }

  /// The keys in conflict that were decided last.
  private static let newest = """
    SELECT belief FROM beliefs WHERE highest_low > lowest_high ORDER BY decided_published DESC, belief DESC LIMIT ?
    """

  private static func statement(_ conditions: [String], _ values: [SQLValue], _ minConfidence: Double)
    -> SQLStatement
  {
    let sure = ReportFilter().conditions(minConfidence: minConfidence)
    let conditions = conditions + sure.sql
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return SQLStatement(
      "SELECT * FROM conflicts\(filter) ORDER BY belief, published, fact_id",
      values + sure.values)
  }
}
