import Facts
import GRDB

/// Stores articles with their models and facts, within one transaction.
final class ArticleWriter {
  let db: Database
  let origin: FactOrigin
  let now: String
  let beliefs: BeliefKeeper
  /// Whether any correction is stored: most databases have none, and then none is looked for.
  let hasCorrections: Bool

  /// Makes a writer; several that write in one transaction share what keeps the beliefs.
  init(_ db: Database, origin: FactOrigin, now: String, beliefs: BeliefKeeper? = nil) throws {
    self.db = db
    self.origin = origin
    self.now = now
    self.beliefs = beliefs ?? BeliefKeeper(db)
    hasCorrections = try db.first("SELECT 1 FROM corrections LIMIT 1") != nil
  }

  /// A stored version of an article.
  struct Version {
    var number: Int64
    var story: Int64
    var contentHash: Int64
    var origin: String
    var extractor: String?
    var article: Article

    init(_ row: Row) {
      let next = ArticleRecord.width
      article = ArticleRecord.article(row)
      number = row[next]
      story = row[next + 1]
      contentHash = row[next + 2]
      origin = row[next + 3]
      extractor = row[next + 4]
    }

    static let select = """
      SELECT \(ArticleRecord.columns), article_number, story, content_hash, origin, extractor FROM article_texts
      """
  }

  /// Whether a page that is read as it is now could change what is stored.
  func isNews(_ article: Article) throws -> Bool {
    let article = article.storable
    let hash = StoryMarks.contentHash(of: SearchUnits.units(of: article.text))
    if let known = try version(of: article) {
      guard known.contentHash == hash else { return try !isOlderVersion(article, hash: hash) }
      guard known.origin == origin.name else { return false }
      return known.extractor != origin.extractor || merge(article, into: known.article) != known.article
    }
    return try !isCopyOfSamePublisher(article, hash: hash)
  }

  /// Stores one article.
  func add(_ annotated: AnnotatedArticle) throws -> StoreOutcome {
    var annotated = annotated
    annotated.article = annotated.article.storable
    annotated.models = annotated.models.map(\.storable)
    annotated.facts = annotated.facts.map(\.storable)
    let article = annotated.article
    let units = SearchUnits.units(of: article.text)
    let hash = StoryMarks.contentHash(of: units)
    if let known = try version(of: article) {
      if known.contentHash == hash { return try refresh(known, with: annotated, units: units) }
      guard try !isOlderVersion(article, hash: hash) else { return .unchanged }
      let number = try insert(
        annotated, units: units, marks: StoryMarks.marks(of: units), hash: hash, story: known.story,
        replacing: known.number)
      try supersede(known, by: article)
      try storeFacts(annotated.facts, of: article, number: number, isAlone: false)
      return .updated
    }
    if try isCopyOfSamePublisher(article, hash: hash) { return .unchanged }
    let marks = StoryMarks.marks(of: units)
    let story = try units.isEmpty ? nil : story(of: marks, hash: hash)
    let number = try insert(annotated, units: units, marks: marks, hash: hash, story: story)
    try storeFacts(annotated.facts, of: article, number: number, isAlone: story == nil)
    return .inserted
  }

  /// The newest version of the article with this id or, where it is a page that was read, this address.
  func version(of article: Article) throws -> Version? {
    if let row = try db.first("\(Version.select) WHERE id = ? AND superseded_by IS NULL", [article.id]) {
      return Version(row)
    }
    guard case .extracted = origin, let url = article.url, !url.isEmpty,
      let row = try db.first("\(Version.select) WHERE url = ? AND superseded_by IS NULL", [url])
    else { return nil }
    return Version(row)
  }

  /// Whether a page that is read again is one of the older versions: then nothing is new.
  private func isOlderVersion(_ article: Article, hash: Int64) throws -> Bool {
    guard case .extracted = origin else { return false }
    return try db.first(
      """
      SELECT 1 FROM article_texts WHERE content_hash = ? AND (id = ? OR url = ?) AND superseded_by IS NOT NULL
      """, [hash, article.id, article.url]) != nil
  }

  /// Whether the same text is there already under another name.
  ///
  /// A copy by another publisher is an article of its
  /// own, and imported articles are told apart by their ids alone, so that an export brings all of them back.
  private func isCopyOfSamePublisher(_ article: Article, hash: Int64) throws -> Bool {
    guard case .extracted = origin, !article.text.isEmpty else { return false }
    return try db.first(
      """
      SELECT 1 FROM article_texts
      WHERE content_hash = ?1 AND superseded_by IS NULL AND (?2 IS NULL OR publisher IS NULL OR publisher = ?2)
      """, [hash, article.publisher]) != nil
  }

  /// The story that an earlier article told in the same or mostly the same words.
  private func story(of marks: [Int64], hash: Int64) throws -> Int64? {
    if let row = try db.first("SELECT story FROM article_texts WHERE content_hash = ? LIMIT 1", [hash]) {
      return row[0]
    }
    var shared: [Int64: Int] = [:]
    for mark in marks {
      // Copies come soon after each other; what many articles share is a site's furniture.
      let rows = try db.all(
        "SELECT article_number FROM story_marks WHERE mark = ? ORDER BY article_number DESC LIMIT 100", [mark]
      )
      for row in rows { shared[row[0], default: 0] += 1 }
    }
    guard let best = shared.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value >= StoryMarks.shared
    else { return nil }
    return try db.first("SELECT story FROM article_texts WHERE article_number = ?", [best.key])?[0]
  }

  private func supersede(_ old: Version, by new: Article) throws {
    try beliefs.touch(article: old.number)
    try db.run("UPDATE facts SET live = 0, believed = 0 WHERE article_number = ?", [old.number])
    try ArticleWords.remove(old.article, number: old.number, from: db)
    // What was said of a page's claims goes with the page, whatever name it comes under.
    if old.article.id != new.id {
      try db.run("UPDATE corrections SET article = ? WHERE article = ?", [new.id, old.article.id])
    }
  }
}
