import Facts
import GRDB

/// Keeps which articles are copies of one story, within the transaction that stores them.
///
/// What later articles are looked up by waits in memory until ``flush()``, so that it is written in the order of its
/// table, and what was told last is compared without a look into the table.
final class StoryKeeper {
  private let db: Database
  private var waiting: [(mark: UInt32, article: Int64)] = []
  private var articlesOfMarks: [UInt32: [Int64]] = [:]
  private var recent: [Int64: (sketch: StorySketch, story: Int64)] = [:]

  init(_ db: Database) { self.db = db }

  /// Newer copies are looked at first, and no more than this many of those that share a mark: what more articles
  /// share is a site's furniture.
  private static let perMark = 24
  /// Of those, so many are compared that share most marks.
  private static let compared = 4
  /// So many articles are held in memory.
  private static let most = 20_000

  /// The story that an earlier article told in the same or mostly the same words, `nil` where it is a new one.
  func story(of prepared: PreparedArticle) throws -> Int64? {
    guard prepared.hasWords else { return nil }
    let same = try BoundStatement(
      "SELECT story FROM article_texts WHERE content_hash = ? AND story > 0 LIMIT 1", in: db)
    same.bind(prepared.contentHash)
    defer { same.reset() }
    if try same.step() { return same.row.integer(0) }
    guard let sketch = prepared.sketch else { return nil }
    for candidate in try candidates(for: sketch) {
      guard let other = try recent[candidate] ?? stored(candidate) else { continue }
      if sketch.isCopy(of: other.sketch) { return other.story }
    }
    return nil
  }

  /// What an article is compared by, and the story that it tells.
  private func stored(_ article: Int64) throws -> (sketch: StorySketch, story: Int64)? {
    let select = try BoundStatement(
      """
      SELECT s.runs, s.sketch, s.figures, a.story
      FROM story_sketches AS s JOIN article_texts AS a USING (article_number) WHERE s.article_number = ?
      """, in: db)
    select.bind(article)
    defer { select.reset() }
    guard try select.step(), let runs = select.row.integer(0), let story = select.row.integer(3) else {
      return nil
    }
    let sketch = StorySketch(
      runs: Int(runs), sketch: select.row.blobBytes(at: 1), figures: select.row.blobBytes(at: 2))
    return (sketch, story)
  }

  /// Keeps what later articles are compared with.
  func remember(_ sketch: StorySketch?, number: Int64, story: Int64) throws {
    guard let sketch else { return }
    let insert = try BoundStatement("INSERT INTO story_sketches VALUES (?, ?, ?, ?)", in: db)
    insert.bind(number)
    insert.bind(Int64(sketch.runs))
    insert.bind(sketch.sketchBytes)
    insert.bind(sketch.figureBytes)
    try insert.run()
    for mark in sketch.marks {
      waiting.append((mark, number))
      articlesOfMarks[mark, default: []].append(number)
    }
    recent[number] = (sketch, story)
    if recent.count >= Self.most { try flush() }
  }

  /// Writes the marks that wait.
  func flush() throws {
    let insert = try BoundStatement("INSERT INTO story_marks VALUES (?, ?)", in: db)
    for (mark, article) in waiting.sorted(by: { ($0.mark, $0.article) < ($1.mark, $1.article) }) {
      insert.bind(Int64(mark))
      insert.bind(article)
      try insert.run()
    }
    waiting = []
    articlesOfMarks = [:]
    recent = [:]
  }

  /// The articles that share most marks, the newest of them first.
  private func candidates(for sketch: StorySketch) throws -> ArraySlice<Int64> {
    var shared: [Int64: Int] = [:]
    let select = try BoundStatement(
      "SELECT article_number FROM story_marks WHERE mark = ? ORDER BY article_number DESC LIMIT ?", in: db)
    for mark in sketch.marks {
      // What waits is newer than what is stored.
      let waiting = articlesOfMarks[mark, default: []].suffix(Self.perMark)
      for number in waiting { shared[number, default: 0] += 1 }
      select.bind(Int64(mark))
      select.bind(Int64(Self.perMark - waiting.count))
      defer { select.reset() }
      while try select.step() { shared[select.row.integer(0) ?? 0, default: 0] += 1 }
    }
    return shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key).prefix(Self.compared)
  }
}
