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
    var rest = articles[...]
    return try add(origin: origin, now: now) { rest.popFirst().map { [PreparedArticle($0)] } }
  }

  /// Stores articles as they come in one transaction: all of them or, where it or `next` throws, none.
  ///
  /// - Parameters:
  ///   - origin: whether an extractor found the facts or a file brought them.
  ///   - now: the time of storing, UTC.
  ///   - next: gives some articles, and `nil` once there are no more.
  /// - Returns: what became of each, in the same order.
  public func add(
    origin: FactOrigin, now: Date = Date(), next: () throws -> [PreparedArticle]?
  ) throws -> [StoreOutcome] {
    try writeUnchecked { db in
      let writer = try ArticleWriter(db, origin: origin, now: now.formatted(.iso8601))
      var outcomes: [StoreOutcome] = []
      while let articles = try next() {
        for article in articles { outcomes.append(try writer.add(article).outcome) }
      }
      try writer.beliefs.settle()
      return outcomes
    }
  }

  /// Stores what was read of some inputs in one transaction: all of it or, where it throws, nothing.
  ///
  /// - Parameters:
  ///   - inputs: what was read, in the order that "first ingested" refers to.
  ///   - origin: whether an extractor found the facts or a file brought them.
  ///   - reader: who read them, in the words by which ``known(_:reader:)`` is asked.
  ///   - now: the time of storing, UTC.
  /// - Returns: what became of the articles of each input, in the same order, and how long it took.
  public func add(_ inputs: [ReadInput], origin: FactOrigin, reader: String, now: Date = Date()) throws
    -> (outcomes: [[StoreOutcome]], time: StoringTime)
  {
    let clock = ContinuousClock()
    let start = clock.now
    var time = StoringTime()
    let outcomes = try writeUnchecked { db in
      let writer = try ArticleWriter(db, origin: origin, now: now.formatted(.iso8601))
      let outcomes = try inputs.map { input in
        try input.articles.enumerated().map { place, article in
          let (outcome, number) = try writer.add(article)
          if let fingerprint = input.fingerprint {
            let insert = try BoundStatement(
              "INSERT OR REPLACE INTO ingested_inputs VALUES (?, ?, ?, ?)", in: db)
            insert.bind(Int64(bitPattern: fingerprint))
            insert.bind(Int64(place))
            insert.bind(reader)
            insert.bind(number)
            try insert.run()
          }
          return outcome
        }
      }
      try writer.beliefs.settle()
      time = writer.time
      return outcomes
    }
    time.storing = clock.now - start - time.grouping - time.indexing
    return (outcomes, time)
  }

  /// Writes rows that ``PreparedArticle`` made, without the table's CHECKs.
  ///
  /// SQLite makes a small table anew for each list of words that a CHECK names, at every row, which takes as long as
  /// all else of it. What is added comes from types that can hold nothing that a CHECK refuses, and `check` holds all
  /// rows against them.
  private func writeUnchecked<T>(_ body: (Database) throws -> T) throws -> T {
    try write { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
      return try body(db)
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
