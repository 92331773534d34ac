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
    let input = ReadInput(fingerprint: nil, articles: articles.map(PreparedArticle.init))
    return try add([input], origin: origin, reader: "", now: now).outcomes.first ?? []
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
    let outcomes = try write { db in
      let writer = try ArticleWriter(db, origin: origin, now: now.formatted(.iso8601))
      let outcomes = try inputs.map { input in
        try input.articles.enumerated().map { place, article in
          let (outcome, number) = try writer.add(article)
          if let fingerprint = input.fingerprint {
            try db.run(
              "INSERT OR REPLACE INTO ingested_inputs VALUES (?, ?, ?, ?)",
              [Int64(bitPattern: fingerprint), place, reader, number])
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

  /// Which of these articles are worth an extractor's work: the others are stored, and `version` has read them.
  public func news(among articles: [Article], version: String) throws -> [Bool] {
    try read { db in
      let writer = try ArticleWriter(db, origin: .extracted(version: version), now: "")
      return try articles.map { try writer.isNews($0) }
    }
  }
}
