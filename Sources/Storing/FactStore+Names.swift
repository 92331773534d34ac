import Facts
import GRDB

/// The manufacturers and models that a database knows.
public struct KnownNames: Hashable, Sendable {
  /// Each manufacturer once, in the spelling that came first.
  public var manufacturers: [String]
  /// Each model once, in the spelling that came first.
  public var models: [ModelName]
}

/// How much a database holds.
public struct StoreCounts: Hashable, Sendable {
  /// Articles, newest versions only.
  public var articles: Int
  /// Older versions of articles.
  public var olderVersions: Int
  /// Live claims.
  public var claims: Int
  /// Claims that are believed.
  public var beliefs: Int
  /// Keys under which independent articles contradict each other; their claims are in the view `conflicts`.
  public var conflicts: Int
  /// Manufacturers named.
  public var manufacturers: Int
  /// Models named.
  public var models: Int
}

extension FactStore {
  /// The manufacturers and models that articles name or claim something of.
  public func knownNames() throws -> KnownNames {
    try read { db in
      KnownNames(
        manufacturers: try String.fetchAll(
          db, sql: "SELECT manufacturer FROM maker_names ORDER BY manufacturer_key"),
        models: try Row.fetchAll(
          db, sql: "SELECT manufacturer, model FROM model_names ORDER BY manufacturer_key, model_key"
        ).map { ModelName(manufacturer: $0[0], model: $0[1]) })
    }
  }

  /// Whether any article is stored.
  public func hasArticles() throws -> Bool {
    try read { try $0.first("SELECT 1 FROM article_texts LIMIT 1") != nil }
  }

  /// How many keys there are under which independent articles contradict each other.
  public func conflictCount() throws -> Int {
    try read { try $0.first("SELECT count(*) FROM beliefs WHERE highest_low > lowest_high")?[0] ?? 0 }
  }

  /// How much there is of what.
  public func counts() throws -> StoreCounts {
    try read { db in
      func count(_ sql: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM " + sql) ?? 0
      }
      return StoreCounts(
        articles: try count("article_texts WHERE superseded_by IS NULL"),
        olderVersions: try count("article_texts WHERE superseded_by IS NOT NULL"),
        claims: try count("facts WHERE live = 1"), beliefs: try count("facts WHERE believed = 1"),
        conflicts: try count("beliefs WHERE highest_low > lowest_high"),
        manufacturers: try count("maker_names"),
        models: try count("model_names"))
    }
  }
}
