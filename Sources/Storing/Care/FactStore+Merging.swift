import Facts
import Foundation
import GRDB

/// What came of another database.
public struct MergedDatabase: Hashable, Sendable {
  /// What became of its articles, older versions of a page included.
  public var articles: [StoreOutcome: Int] = [:]
  /// What people said of claims, and was not known here.
  public var corrections = 0
  /// What was overruled by a later word of this database.
  public var overruled = 0
  /// Rows of the catalogue that were new.
  public var names = 0
}

extension FactStore {
  /// Takes over all that another database holds: its articles, what people said of their claims, and its names.
  ///
  /// Articles that are there already are recognised as when they are ingested again; of two texts of one page the one
  /// that came in later counts, of two corrections of one claim the later one. All or nothing.
  public func merge(_ other: FactStore, progress: (Int) -> Void = { _ in }) throws -> MergedDatabase {
    try other.read { theirs in
      try write { db in
        var merged = MergedDatabase()
        let beliefs = BeliefKeeper(db)
        var ids: [String: String] = [:]
        let cursor = try Row.fetchCursor(
          theirs,
          sql: """
            SELECT \(ArticleRecord.columns), article_number, origin, extractor, ingested_at FROM article_texts
            ORDER BY article_number
            """)
        var count = 0
        while let row = try cursor.next() {
          let annotated = try Self.annotated(row, in: theirs, asFound: true)
          let next = ArticleRecord.width + 1
          let origin: FactOrigin =
            row[next] as String == "imported" ? .imported : .extracted(version: row[next + 1] ?? "")
          let writer = try ArticleWriter(db, origin: origin, now: row[next + 2], beliefs: beliefs)
          let outcome =
            try writer.mayTake(annotated.article)
            ? writer.add(PreparedArticle(annotated)).outcome : .unchanged
          merged.articles[outcome, default: 0] += 1
          let id = annotated.article.id
          ids[id] = try writer.name(of: annotated.article) ?? id
          count += 1
          if count % 100 == 0 { progress(count) }
        }
        try beliefs.settle()
        try takeCorrections(of: theirs, into: db, ids: ids, &merged)
        try takeNames(of: theirs, into: db, &merged)
        return merged
      }
    }
  }

  private func takeCorrections(
    of theirs: Database, into db: Database, ids: [String: String], _ merged: inout MergedDatabase
  ) throws {
    let identity = "kind, manufacturer_key, model_key, attribute, value, evidence"
    let word = "action, \(Corrections.newColumns), reason, made_at"
    let isSame = """
      article IS ? AND kind IS ? AND manufacturer_key IS ? AND model_key IS ? AND attribute IS ? AND value IS ?
        AND evidence IS ?
      """
    var touched: Set<String> = []
    for row in try theirs.all("SELECT article, \(identity), \(word) FROM corrections ORDER BY correction") {
      let article: String = row[0]
      let values: Bound = [ids[article] ?? article] + row.databaseValues.dropFirst().map { $0 }
      let claim = Bound(values.prefix(7))
      let madeAt: String = row[row.count - 1]
      let isKnown =
        try db.first(
          "SELECT 1 FROM corrections WHERE \(isSame) AND action = ? AND made_at = ?",
          claim + [values[7], madeAt])
        != nil
      if isKnown { continue }
      let last: String? = try db.first("SELECT max(made_at) FROM corrections WHERE \(isSame)", claim)?[0]
      if let last, last > madeAt {
        merged.overruled += 1
        continue
      }
      let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
      try db.run("INSERT INTO corrections (article, \(identity), \(word)) VALUES (\(marks))", values)
      merged.corrections += 1
      touched.insert(ids[article] ?? article)
    }
    for id in touched.sorted() {
      let row = try db.first(
        "SELECT article_number FROM article_texts WHERE id = ? AND superseded_by IS NULL", [id])
      if let row { try reapply(db, to: row[0]) }
    }
    for row in try theirs.all("SELECT article, \(identity), made_at FROM kept_claims ORDER BY kept") {
      let article: String = row[0]
      let values: Bound = [ids[article] ?? article] + row.databaseValues.dropFirst().map { $0 }
      guard try db.first("SELECT 1 FROM kept_claims WHERE \(isSame)", Bound(values.prefix(7))) == nil else {
        continue
      }
      try db.run(
        "INSERT INTO kept_claims (article, \(identity), made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    }
  }

  private func takeNames(of theirs: Database, into db: Database, _ merged: inout MergedDatabase) throws {
    let columns =
      "sort, manufacturer, model, market, form, owner, body, is_group, is_combustion, needs_maker, names"
    for row in try theirs.all("SELECT \(columns), added_at FROM catalogue_rows ORDER BY catalogue_row") {
      let values: Bound = row.databaseValues.map { $0 }
      let isSame = columns.split(separator: ", ").map { "\($0) IS ?" }.joined(separator: " AND ")
      guard try db.first("SELECT 1 FROM catalogue_rows WHERE \(isSame)", Bound(values.dropLast())) == nil
      else {
        continue
      }
      let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
      try db.run("INSERT INTO catalogue_rows (\(columns), added_at) VALUES (\(marks))", values)
      merged.names += 1
    }
  }
}

extension ArticleWriter {
  /// Whether an article of another database is news here: of two texts of a page the one that came in later counts, and
  /// of two readings of a text the one by the later extractor.
  fileprivate func mayTake(_ article: Article) throws -> Bool {
    let article = article.storable
    guard let known = try version(of: article) else { return true }
    if known.contentHash != StoryMarks.contentHash(of: SearchUnits.units(of: article.text)) {
      let came: String? =
        try db.first("SELECT ingested_at FROM article_texts WHERE article_number = ?", [known.number])?[0]
      return came.map { $0 < now } ?? true
    }
    guard case .extracted(let version) = origin, let knownVersion = known.extractor else { return true }
    return Self.order(version) >= Self.order(knownVersion)
  }

  /// The name under which an article is stored: its own, or that of the page or of the same text that was there before.
  fileprivate func name(of article: Article) throws -> String? {
    let article = article.storable
    if let known = try version(of: article) { return known.article.id }
    return try db.first(
      "SELECT id FROM article_texts WHERE content_hash = ? AND superseded_by IS NULL",
      [StoryMarks.contentHash(of: SearchUnits.units(of: article.text))])?[0]
  }

  /// `12` and `12+0a1b2c3d` are the twelfth version, alone and with names of one's own.
  private static func order(_ version: String) -> Int { Int(version.prefix { $0.isNumber }) ?? 0 }
}
