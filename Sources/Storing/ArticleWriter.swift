import Facts
import GRDB

/// Stores articles with their models and facts, within one transaction.
final class ArticleWriter {
  let db: Database
  let origin: FactOrigin
  let now: String
  let beliefs: BeliefKeeper
  let stories: StoryKeeper
  /// Whether any correction is stored: most databases have none, and then none is looked for.
  let hasCorrections: Bool
  /// How long the parts took so far.
  var time = StoringTime()
  private let clock = ContinuousClock()

  /// Makes a writer; several that write in one transaction share what keeps the beliefs.
  init(_ db: Database, origin: FactOrigin, now: String, beliefs: BeliefKeeper? = nil) throws {
    self.db = db
    self.origin = origin
    self.now = now
    self.beliefs = beliefs ?? BeliefKeeper(db)
    stories = self.beliefs.memory.stories
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
    return try copyOfSamePublisher(article, hash: hash) == nil
  }

  /// Stores one article, and tells what became of it and which row of `article_texts` holds it.
  func add(_ prepared: PreparedArticle) throws -> (outcome: StoreOutcome, number: Int64) {
    let annotated = prepared.annotated
    let article = annotated.article
    let hash = prepared.contentHash
    if let known = try version(of: article) {
      if known.contentHash == hash { return (try refresh(known, with: prepared), known.number) }
      guard try !isOlderVersion(article, hash: hash) else { return (.unchanged, known.number) }
      let number = try insert(prepared, story: known.story, replacing: known.number)
      try supersede(known, by: article)
      try storeFacts(annotated.facts, of: article, number: number, isAlone: false)
      return (.updated, number)
    }
    if let copied = try copyOfSamePublisher(article, hash: hash) { return (.unchanged, copied) }
    let story = try timed(\.grouping) { try stories.story(of: prepared) }
    let number = try insert(prepared, story: story)
    try storeFacts(annotated.facts, of: article, number: number, isAlone: story == nil)
    return (.inserted, number)
  }

  /// Does a part of the work and adds the time it takes.
  func timed<Result>(_ part: WritableKeyPath<StoringTime, Duration>, _ body: () throws -> Result) rethrows
    -> Result
  {
    let start = clock.now
    defer { time[keyPath: part] += clock.now - start }
    return try body()
  }

  /// The newest version of the article with this id or, where it is a page that was read, this address.
  func version(of article: Article) throws -> Version? {
    let hasID = "SELECT 1 FROM article_texts WHERE id = ? AND superseded_by IS NULL" as StaticString
    let hasAddress = "SELECT 1 FROM article_texts WHERE url = ? AND superseded_by IS NULL" as StaticString
    if try isThere(hasID, article.id),
      let row = try db.first("\(Version.select) WHERE id = ? AND superseded_by IS NULL", [article.id])
    {
      return Version(row)
    }
    guard case .extracted = origin, let url = article.url, !url.isEmpty, try isThere(hasAddress, url),
      let row = try db.first("\(Version.select) WHERE url = ? AND superseded_by IS NULL", [url])
    else { return nil }
    return Version(row)
  }

  /// Whether an index alone tells of an article with a value: most are new.
  private func isThere(_ sql: StaticString, _ value: String) throws -> Bool {
    let select = try beliefs.memory.statement(sql)
    select.bind(value)
    return try select.givesRow()
  }

  /// Whether a page that is read again is one of the older versions: then nothing is new.
  private func isOlderVersion(_ article: Article, hash: Int64) throws -> Bool {
    guard case .extracted = origin else { return false }
    return try db.first(
      """
      SELECT 1 FROM article_texts WHERE content_hash = ? AND (id = ? OR url = ?) AND superseded_by IS NOT NULL
      """, [hash, article.id, article.url]) != nil
  }

  /// The number of the article that is the same one under another name, `nil` where there is none.
  ///
  /// A copy by another publisher or on another site is an article of its own, and imported articles are told apart by
  /// their ids alone, so that an export brings all of them back.
  private func copyOfSamePublisher(_ article: Article, hash: Int64) throws -> Int64? {
    guard case .extracted = origin, !article.text.isEmpty else { return nil }
    let site = WebSite.of(article.url)
    return try db.all(
      """
      SELECT article_number, url FROM article_texts
      WHERE content_hash = ?1 AND superseded_by IS NULL AND (?2 IS NULL OR publisher IS NULL OR publisher = ?2)
      """, [hash, article.publisher]
    ).first { row in
      let other = WebSite.of(row[1])
      return site == nil || other == nil || site == other
    }?[0]
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
