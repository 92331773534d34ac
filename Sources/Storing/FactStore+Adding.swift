import Facts
import Foundation
import GRDB

extension FactStore {
  /// Stores articles with their models and facts in one transaction: all of them or, where it throws, none.
  ///
  /// - Parameters:
  ///   - articles: the articles in the order that "first ingested" refers to.
  ///   - origin: whether an extractor found the facts or a file brought them.
  ///   - now: the time of storing, UTC.
  /// - Returns: what became of each, in the same order.
  public func add(_ articles: [AnnotatedArticle], origin: FactOrigin, now: Date = Date()) throws
    -> [StoreOutcome]
  {
    try write { db in
      let writer = try ArticleWriter(db, origin: origin, now: now.formatted(.iso8601))
      let outcomes = try articles.map { try writer.add($0) }
      try writer.beliefs.settle()
      return outcomes
    }
  }

  /// Which of these articles are worth an extractor's work: the others are stored, and `version` has read them.
  public func news(among articles: [Article], version: String) throws -> [Bool] {
    try read { db in
      let writer = try ArticleWriter(db, origin: .extracted(version: version), now: "")
      return try articles.map { try writer.isNews($0) }
    }
  }
}
