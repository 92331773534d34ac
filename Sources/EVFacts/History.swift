import Facts
import Storing

/// Every claim about a maker or a model, in the order in which it was published.
public enum History {
  /// The statement that gives the claims, an older publication first, and those of older versions of a page too.
  ///
  /// - Parameters:
  ///   - name: a maker, a model, or both: "Xiaomi", "SU7", "Xiaomi SU7"; case, accents and blanks do not matter. A maker's
  ///     history holds that of its models.
  ///   - kind: only claims of this kind.
  ///   - minConfidence: claims that are held for less likely are left out.
  public static func statement(of name: String, kind: FactKind? = nil, minConfidence: Double = 0)
    -> SQLStatement
  {
    let key = SQLValue.text(nameKey(name))
    var conditions = ["(manufacturer_key = ? OR model_key = ? OR manufacturer_key || model_key = ?)"]
    var values = [key, key, key]
    if let kind {
      conditions.append("kind = ?")
      values.append(.text(kind.rawValue))
    }
    if minConfidence > 0 {
      conditions.append("(confidence IS NULL OR confidence >= ?)")
      values.append(.real(minConfidence))
    }
    return SQLStatement(
      """
      SELECT * FROM claim_history WHERE \(conditions.joined(separator: " AND "))
      ORDER BY published IS NULL, published, kind, model_key, attribute, market, start_date, fact_id
      """, values)
  }
}
