import Facts
import Reporting
import Storing

/// Which stored facts are listed, and in which order: what rows that are passed on as bytes are read by.
///
/// The facts are first found by number, in indexes alone, and then read in the order of the table: on a large database
/// that takes half the time of reading them in the order in which an index has them.
public struct ExportListing: Sendable {
  /// One of the statements that find facts.
  struct Part: Sendable {
    /// `SELECT … FROM …`, with `facts` as `f`.
    var head: String
    /// What must hold, and the values bound in it.
    var conditions: [String]
    var values: [SQLValue]
  }

  /// The statements that find them; a fact is found by one of them at most.
  var parts: [Part]
  /// The columns by which they are ordered, whole numbers or texts; `facts` is `f`, `article_texts` is `a`.
  var order: [String]
  /// Whether there is a column for the day from which a newer version of the article counts.
  var showsVersions = false

  /// The names of the columns that a row has.
  public var columns: [String] { FactReport.columns.map(\.name) + (showsVersions ? ["replaced"] : []) }

  private static let fields = """
    f.kind, f.manufacturer, f.model, f.attribute, f.value, f.value_max, f.qualifier, f.unit, f."when", f.start_date, \
    f.end_date, f.market, f.status, f.source, f.confidence, f.evidence, a.id, a.title, a.publisher, a.published, \
    a.url, a.language, f.origin = 'human', f.fact_id
    """

  /// Where the confidence stands among the columns.
  static let confidencePlace = 14

  /// The statement that gives the facts with numbers in a range, in any order: the columns, then those of the order.
  func statement(_ range: ClosedRange<Int64>) -> SQLStatement {
    let within = "f.fact_id BETWEEN \(range.lowerBound) AND \(range.upperBound)"
    let found = parts.map { part in
      part.head + " WHERE " + (part.conditions + [within]).joined(separator: " AND ")
    }
    let replaced = showsVersions ? ", substr(n.ingested_at, 1, 10)" : ""
    let newer =
      showsVersions ? " LEFT JOIN article_texts AS n ON n.article_number = a.superseded_by" : ""
    return SQLStatement(
      """
      SELECT \(Self.fields)\(replaced), \(order.joined(separator: ", "))
      FROM facts AS f CROSS JOIN article_texts AS a ON a.article_number = f.article_number\(newer)
      WHERE f.fact_id IN (\(found.joined(separator: " UNION ALL ")))
      """, parts.flatMap(\.values))
  }
}

extension ExportListing {
  /// The live claims that meet conditions on the columns of `facts`, in the order of the reports.
  static func claims(_ conditions: [String], _ values: [SQLValue]) -> ExportListing {
    let part = Part(head: live.head, conditions: live.conditions + conditions, values: values)
    return ExportListing(
      parts: [part],
      order: [
        "f.kind", "f.manufacturer_key", "f.model_key", "f.attribute", "f.market", "f.start_date",
        "f.end_date",
        "a.published", "f.fact_id",
      ])
  }

  /// The claims that contradict each other and meet conditions on the columns of `facts`; claims of one key together.
  static func conflicts(_ conditions: [String], _ values: [SQLValue]) -> ExportListing {
    let isNamed = conditions.contains { $0.contains("manufacturer_key") }
    // Whose names are known are looked up by them, all others by the keys that are in conflict.
    let head =
      "SELECT f.fact_id FROM "
      + (isNamed
        ? "facts AS f JOIN beliefs AS b ON b.belief = f.belief"
        : "beliefs AS b CROSS JOIN facts AS f ON f.belief = b.belief")
    let differ = [
      "b.highest_low > b.lowest_high", "f.live = 1",
      "(f.said_low > b.lowest_high OR f.said_high < b.highest_low)",
    ]
    return ExportListing(
      parts: [Part(head: head, conditions: differ + conditions, values: values)],
      order: ["f.belief", "a.published", "f.fact_id"])
  }

  /// The claims, and those of older versions of a page, that meet one of several conditions, the oldest publication first.
  static func history(_ conditions: [(sql: String, values: [SQLValue])]) -> ExportListing {
    let parts = conditions.flatMap { condition in
      [live, older].map {
        Part(head: $0.head, conditions: $0.conditions + [condition.sql], values: condition.values)
      }
    }
    return ExportListing(
      parts: parts,
      order: [
        "a.published IS NULL", "a.published", "f.kind", "f.model_key", "f.attribute", "f.market",
        "f.start_date",
        "f.fact_id",
      ], showsVersions: true)
  }

  private static let live = (head: "SELECT f.fact_id FROM facts AS f", conditions: ["f.live = 1"])

  /// As `claim_history` has it.
  private static let older = (
    head: """
    SELECT f.fact_id FROM article_texts AS o CROSS JOIN facts AS f ON f.article_number = o.article_number
    """,
    conditions: [
      "o.superseded_by IS NOT NULL", "f.live = 0", "(f.origin = 'human' OR f.correction IS NULL)",
    ]
  )
}
