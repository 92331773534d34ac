import Facts
import Storing

/// Every claim about a maker or a model, in the order in which it was published.
public enum History {
  /// The statement that gives the claims, an older publication first, and those of older versions of a page too; `nil`
  /// where nobody bears the name.
  ///
  /// - Parameters:
  ///   - name: a maker, a model, or both: "Xiaomi", "SU7", "Xiaomi SU7"; case, accents and blanks do not matter. A maker's
  ///     history holds that of its models.
  ///   - store: the database that knows the names.
  ///   - kind: only claims of this kind.
  ///   - minConfidence: claims that are held for less likely are left out.
  public static func statement(
    of name: String, in store: FactStore, kind: FactKind? = nil, minConfidence: Double = 0
  ) throws -> SQLStatement? {
    guard let (condition, values) = try NamedSubjects.condition(for: name, in: store, view: "claim_history")
    else {
      return nil
    }
    let asked = asked(kind, minConfidence)
    return SQLStatement(
      """
      SELECT * FROM claim_history WHERE \(([condition] + asked.sql).joined(separator: " AND "))
      ORDER BY published IS NULL, published, kind, model_key, attribute, market, start_date, fact_id
      """, values + asked.values)
  }

  /// What a claim must be beside one about whom is named.
  private static func asked(_ kind: FactKind?, _ minConfidence: Double) -> (sql: [String], values: [SQLValue])
  {
    var filter = ReportFilter()
    filter.kinds = kind.map { [$0] } ?? []
    return filter.conditions(minConfidence: minConfidence)
  }
}

extension History {
  /// The same claims as a listing that is passed on as bytes.
  public static func listing(
    of name: String, in store: FactStore, kind: FactKind? = nil, minConfidence: Double = 0
  ) throws -> ExportListing? {
    let subjects = try NamedSubjects.conditions(for: name, in: store)
    guard !subjects.isEmpty else { return nil }
    let asked = asked(kind, minConfidence)
    return .history(
      subjects.map { (([$0.sql] + asked.sql).joined(separator: " AND "), $0.values + asked.values) })
  }
}

/// Finds whom a name means, so that SQLite can look their claims up instead of reading all.
enum NamedSubjects {
  /// A condition on a view of facts; `nil` where nobody bears the name.
  static func condition(for name: String, in store: FactStore, view: String) throws -> (String, [SQLValue])? {
    let conditions = try conditions(for: name, in: store)
    let values = conditions.flatMap(\.values)
    switch conditions.count {
    case 0: return nil
    case 1: return (conditions[0].sql, values)
    default:
      // Each by itself finds its index; joined by OR they would not.
      let parts = conditions.map { "SELECT fact_id FROM \(view) WHERE \($0.sql)" }
      return ("fact_id IN (\(parts.joined(separator: " UNION ALL ")))", values)
    }
  }

  /// A condition for each whom the name may mean; none where nobody bears it.
  static func conditions(for name: String, in store: FactStore) throws -> [(sql: String, values: [SQLValue])]
  {
    let key = SQLValue.text(nameKey(name))
    let makers = try store.mapped(
      SQLStatement("SELECT manufacturer_key FROM maker_names WHERE manufacturer_key = ?", [key])
    ) { $0.text(0) ?? "" }
    let models = try store.mapped(
      SQLStatement(
        """
        SELECT manufacturer_key, model_key FROM model_names
        WHERE model_key = ? OR manufacturer_key || model_key = ? ORDER BY 1, 2
        """, [key, key])
    ) { ($0.text(0) ?? "", $0.text(1) ?? "") }
    return makers.map { ("manufacturer_key = ?", [.text($0)]) }
      + models.filter { !makers.contains($0.0) }.map {
        ("manufacturer_key = ? AND model_key = ?", [.text($0.0), .text($0.1)])
      }
  }
}
