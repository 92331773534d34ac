import Facts
import Foundation
import GRDB

/// Keeps which articles are copies of one story, within the transaction that stores them.
struct StoryKeeper {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Newer copies are looked at first, and no more than this many of those that share a mark: what more articles
  /// share is a site's furniture.
  private static let perMark = 24
  /// Of those, so many are compared that share most marks.
  private static let compared = 4

  /// The story that an earlier article told in the same or mostly the same words, `nil` where it is a new one.
  func story(of prepared: PreparedArticle) throws -> Int64? {
    guard prepared.hasWords else { return nil }
    if let row = try db.first(
      "SELECT story FROM article_texts WHERE content_hash = ? AND story > 0 LIMIT 1", [prepared.contentHash])
    {
      return row[0]
    }
    guard let sketch = prepared.sketch else { return nil }
    for candidate in try candidates(for: sketch) {
      guard
        let row = try db.first(
          """
          SELECT s.runs, s.sketch, s.figures, a.story
          FROM story_sketches AS s JOIN article_texts AS a USING (article_number) WHERE s.article_number = ?
          """, [candidate])
      else { continue }
      let other = StorySketch(
        runs: row[0], sketch: [UInt8](row[1] as Data), figures: [UInt8](row[2] as Data))
      if sketch.isCopy(of: other) { return row[3] }
    }
    return nil
  }

  /// Keeps what later articles are compared with.
  func remember(_ sketch: StorySketch?, number: Int64) throws {
    guard let sketch else { return }
    try db.run(
      "INSERT INTO story_sketches VALUES (?, ?, ?, ?)",
      [number, sketch.runs, Data(sketch.sketchBytes), Data(sketch.figureBytes)])
    for mark in sketch.marks {
      try db.run("INSERT INTO story_marks VALUES (?, ?)", [Int64(mark), number])
    }
  }

  /// The articles that share most marks, the newest of them first.
  private func candidates(for sketch: StorySketch) throws -> ArraySlice<Int64> {
    var shared: [Int64: Int] = [:]
    let statement = try db.cachedStatement(
      sql: """
        SELECT article_number FROM story_marks WHERE mark = ? ORDER BY article_number DESC LIMIT \(Self.perMark)
        """)
    for mark in sketch.marks {
      let numbers = try Int64.fetchCursor(statement, arguments: [Int64(mark)])
      while let number = try numbers.next() { shared[number, default: 0] += 1 }
    }
    return shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key).prefix(Self.compared)
  }
}
