/// A stored fact with the article that claims it: one row of every report and answer.
public struct FactRow: Hashable, Sendable {
  /// The fact's number in the database.
  public var id: Int64
  /// What is claimed.
  public var fact: Fact
  /// Whether a person corrected it.
  public var corrected: Bool
  /// The article that claims it; its `text` is empty unless it was asked for.
  public var article: Article
  /// The day from which a newer version of the article counts instead; `nil` for the newest, and where nobody asked.
  public var replaced: Day?

  /// Makes a row.
  public init(id: Int64, fact: Fact, corrected: Bool = false, article: Article, replaced: Day? = nil) {
    self.id = id
    self.fact = fact
    self.corrected = corrected
    self.article = article
    self.replaced = replaced
  }
}

/// A value of SQLite.
public enum SQLValue: Hashable, Sendable {
  /// SQL's NULL.
  case null
  /// A 64-bit integer.
  case integer(Int64)
  /// A double.
  case real(Double)
  /// A text.
  case text(String)
}

/// A statement with the values that are bound to its question marks.
public struct SQLStatement: Hashable, Sendable {
  /// The statement.
  public var sql: String
  /// The values, in order.
  public var arguments: [SQLValue]

  /// Makes a statement.
  public init(_ sql: String, _ arguments: [SQLValue] = []) {
    self.sql = sql
    self.arguments = arguments
  }
}
