import Facts
import Storing

/// The articles, newest versions only, some at a time.
public struct ArticleListing: Sendable {
  /// What articles are sorted by; more than ``FactListing/countedRows`` are by publication, whatever is asked for.
  public enum Order: String, CaseIterable, Sendable {
    /// By the day of publication; those without one last.
    case published
    /// By headline.
    case title
    /// By who published them.
    case publisher
  }

  /// An article without its text, and how many live claims it makes.
  public struct Entry: Hashable, Sendable {
    /// The article.
    public var article: Article
    /// The claims.
    public var facts: Int
  }

  /// Only articles in this language.
  public var language: LanguageCode?
  /// Only articles of this publisher, as it is written.
  public var publisher: String?
  /// Only articles published on this day or later.
  public var from: Day?
  /// Only articles published on this day or earlier.
  public var to: Day?
  /// What they are sorted by.
  public var order: Order = .published
  /// Whether the last come first.
  public var isDescending = true

  /// All articles, the newest first.
  public init() {}

  /// The articles from a place on.
  public func page(offset: Int, limit: Int, in store: FactStore) throws -> PageOfRows<Entry> {
    let (condition, values) = condition
    let some = try store.mapped(
      SQLStatement(
        "SELECT a.article_number FROM article_texts AS a WHERE \(condition) LIMIT \(FactListing.countedRows + 1)",
        values)
    ) { $0.integer(0) ?? 0 }
    let isCountCut = some.count > FactListing.countedRows
    let direction = isDescending ? " DESC" : ""
    // Who sorts very many by what no index has waits too long.
    let sorting =
      switch isCountCut ? .published : order {
      // As the index has it; NULL comes before all days there.
      case .published: "a.published\(direction), a.article_number\(direction)"
      case .title: "a.title\(direction), a.article_number"
      case .publisher: "a.publisher\(direction), a.published DESC, a.article_number"
      }
    // Where they are few, they are all known by now, and need not be looked for again along the index by day.
    let choice =
      isCountCut
      ? condition
      : "a.article_number IN (SELECT value FROM json_each(?))"
    let choiceValues = isCountCut ? values : [.text("[" + some.map(String.init).joined(separator: ",") + "]")]
    let rows = try store.mapped(
      SQLStatement(
        """
        SELECT a.id, a.title, a.published, a.publisher, a.url, a.language,
          (SELECT count(*) FROM facts AS f WHERE f.article_number = a.article_number AND f.live = 1)
        FROM article_texts AS a WHERE a.article_number IN (
          SELECT a.article_number FROM article_texts AS a WHERE \(choice) ORDER BY \(sorting) LIMIT ? OFFSET ?)
        ORDER BY \(sorting)
        """, choiceValues + [.integer(Int64(limit)), .integer(Int64(offset))])
    ) { row in
      Entry(
        article: Article(
          id: row.text(0) ?? "", title: row.text(1), published: row.text(2).flatMap { Day($0) },
          publisher: row.text(3), url: row.text(4),
          language: row.text(5).map { LanguageCode(rawValue: $0) ?? .other }, text: ""),
        facts: Int(row.integer(6) ?? 0))
    }
    return PageOfRows(
      rows: rows, total: min(some.count, FactListing.countedRows), isCountCut: isCountCut)
  }

  /// A statement for all of them with columns of the view `articles`, in the order in which they came in.
  public func statement(_ columns: String) -> SQLStatement {
    let (condition, values) = condition
    return SQLStatement(
      """
      SELECT \(columns) FROM articles
      WHERE article_number IN (SELECT a.article_number FROM article_texts AS a WHERE \(condition))
      ORDER BY article_number
      """, values)
  }

  private var condition: (String, [SQLValue]) {
    var conditions = ["a.superseded_by IS NULL"]
    var values: [SQLValue] = []
    for (condition, value) in [
      ("a.language = ?", language?.rawValue), ("a.publisher = ?", publisher),
      ("a.published >= ?", from?.description), ("a.published <= ?", to?.description),
    ] {
      guard let value else { continue }
      conditions.append(condition)
      values.append(.text(value))
    }
    return (conditions.joined(separator: " AND "), values)
  }
}
