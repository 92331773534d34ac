import Facts
import GRDB

/// What the writers of one transaction need not ask the database again.
final class WriterMemory {
  private let db: Database
  /// The stories that were told.
  let stories: StoryKeeper
  private var statements: [UnsafePointer<UInt8>: BoundStatement] = [:]
  private var folded: [String: String] = [:]
  private var stored: Set<ModelName> = []
  private var lastArticle: Int64?
  private var lastBelief: Int64?

  /// How many names are remembered: those of a large archive come again and again.
  private static let most = 100_000

  init(_ db: Database) {
    self.db = db
    stories = StoryKeeper(db)
  }

  /// A statement, known by the place of its text in the program: that is found faster than by the text.
  func statement(_ sql: StaticString) throws -> BoundStatement {
    if let statement = statements[sql.utf8Start] { return statement }
    let statement = try BoundStatement("\(sql)", in: db)
    statements[sql.utf8Start] = statement
    return statement
  }

  /// ``Facts/nameKey(_:)`` of a name, the empty text for none.
  func key(of name: String?) -> String {
    guard let name else { return "" }
    if let key = folded[name] { return key }
    if folded.count >= Self.most { folded = [:] }
    let key = nameKey(name)
    folded[name] = key
    return key
  }

  /// Keeps the first spelling of a maker's name and of a model's.
  func store(maker: String, model: String?, keys: (maker: String, model: String)) throws {
    guard !stored.contains(ModelName(manufacturer: keys.maker, model: model == nil ? "" : keys.model)) else {
      return
    }
    if stored.count >= Self.most { stored = [] }
    stored.insert(ModelName(manufacturer: keys.maker, model: model == nil ? "" : keys.model))
    try db.run("INSERT OR IGNORE INTO maker_names VALUES (?, ?)", [keys.maker, maker])
    guard let model else { return }
    try db.run(
      "INSERT OR IGNORE INTO model_names VALUES (?, ?, ?, ?)", [keys.maker, keys.model, maker, model])
  }

  /// A number for an article that is new.
  func nextArticle() throws -> Int64 {
    let last = try lastArticle ?? last("SELECT max(article_number) FROM article_texts")
    lastArticle = last + 1
    return last + 1
  }

  /// A number for a key that is new.
  func nextBelief() throws -> Int64 {
    let last = try lastBelief ?? last("SELECT max(belief) FROM beliefs")
    lastBelief = last + 1
    return last + 1
  }

  private func last(_ sql: String) throws -> Int64 { try db.first(sql)?[0] as Int64? ?? 0 }
}
