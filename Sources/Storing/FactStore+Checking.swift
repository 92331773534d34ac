import Facts
import Foundation
import GRDB

/// What a check of the database found in one respect.
public struct CheckResult: Hashable, Sendable {
  /// What was checked, such as `places in the text`.
  public var name: String
  /// How many things were looked at, `nil` where they cannot be counted.
  public var examined: Int?
  /// How many are wrong.
  public var problems = 0
  /// What is wrong with the first of them.
  public var details: [String] = []

  /// The details that are kept.
  static let detailsKept = 5

  init(_ name: String, examined: Int? = nil) {
    self.name = name
    self.examined = examined
  }

  mutating func add(_ problem: String) {
    problems += 1
    if details.count < Self.detailsKept { details.append(problem) }
  }
}

extension FactStore {
  /// Looks whether the database is sound, in all respects that can be told; changes nothing.
  public func check() throws -> [CheckResult] {
    let parts: [(String, (Database) throws -> CheckResult)] = [
      ("file", StoreCheck.file), ("references", StoreCheck.references), ("versions", StoreCheck.versions),
      ("beliefs", StoreCheck.beliefs), ("places in the text", StoreCheck.places),
      ("copies of a story", StoreCheck.stories), ("word index", StoreCheck.words),
    ]
    var results = try parts.map { name, part in
      do {
        return try database.read(part)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        // What cannot be read any more is a finding, and the other parts may still tell more.
        var result = CheckResult(name)
        result.add(error.message ?? "it cannot be read")
        return result
      } catch let error as DatabaseError {
        throw StoringError(error, path: path)
      }
    }
    if path != ":memory:", let structure = StoreCheck.indexStructure(path: path) {
      results.append(structure)
    }
    return results
  }
}

/// The parts of a check.
enum StoreCheck {
  /// The pages of the file, its indexes and CHECKs, as SQLite sees them.
  static func file(_ db: Database) throws -> CheckResult {
    var result = CheckResult("file", examined: try Int.fetchOne(db, sql: "PRAGMA page_count"))
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where line != "ok" {
      result.add(line)
    }
    return result
  }

  /// Rows that point to rows that are not there.
  static func references(_ db: Database) throws -> CheckResult {
    var result = CheckResult("references")
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      result.add("a row of \(row[0] as String? ?? "?") points to none of \(row[2] as String? ?? "?")")
    }
    return result
  }

  /// Older versions point to newer ones, and their claims do not count.
  static func versions(_ db: Database) throws -> CheckResult {
    var result = try counted("versions", "SELECT count(*) FROM article_texts", db)
    try result.add(
      "SELECT id FROM article_texts WHERE superseded_by <= article_number", db
    ) { "an older version of \($0) points to one that came before it" }
    try result.add(
      """
      SELECT DISTINCT a.id FROM article_texts AS a JOIN facts AS f USING (article_number)
      WHERE a.superseded_by IS NOT NULL AND f.live = 1
      """, db
    ) { "claims of an older version of \($0) count" }
    return result
  }

  /// What is believed is claimed, and the article that decides says it.
  static func beliefs(_ db: Database) throws -> CheckResult {
    var result = try counted("beliefs", "SELECT count(*) FROM beliefs", db)
    try result.add("SELECT fact_id FROM facts WHERE believed = 1 AND live = 0", db) {
      "fact \($0) is believed and counts no longer"
    }
    try result.add(
      """
      SELECT f.fact_id FROM facts AS f JOIN beliefs AS b USING (belief)
      WHERE f.believed = 1 AND f.article_number IS NOT b.decided_by
      """, db
    ) { "fact \($0) is believed, but another article decides" }
    return result
  }

  /// Every claim's place lies in its article's text, between characters, and its words stand in the evidence.
  static func places(_ db: Database) throws -> CheckResult {
    var result = CheckResult("places in the text", examined: 0)
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.fact_id, f.span_start, f.span_end, f.evidence, a.id, a.text
        FROM facts AS f JOIN article_texts AS a USING (article_number)
        WHERE f.span_start IS NOT NULL AND f.origin <> 'human'
        """)
    while let row = try cursor.next() {
      result.examined = (result.examined ?? 0) + 1
      let text: String = row[5]
      let evidence: String = row[3]
      let (start, end): (Int, Int) = (row[1], row[2])
      let id: String = row[4]
      let name = "fact \(row[0] as Int64) of \(id)"
      let bytes = Array(text.utf8)
      guard end <= bytes.count else {
        result.add("\(name) stands at \(start) to \(end), the text has \(bytes.count) bytes")
        continue
      }
      let isCut = [start, end].contains { $0 < bytes.count && bytes[$0] & 0xC0 == 0x80 }
      let said = String(decoding: bytes[start..<end], as: UTF8.self)
      if isCut || start == end {
        result.add("\(name) stands at \(start) to \(end), which are no whole characters")
      } else if !holds(evidence, said) {
        result.add("\(name) stands at '\(said)', which is not in its sentence")
      }
    }
    return result
  }

  /// Each story is that of an article, and has the sketches to tell its copies.
  static func stories(_ db: Database) throws -> CheckResult {
    var result = try counted("copies of a story", "SELECT count(DISTINCT story) FROM article_texts", db)
    try result.add(
      "SELECT id FROM article_texts WHERE story NOT IN (SELECT article_number FROM article_texts)", db
    ) { "\($0) tells the story of an article that is not there" }
    try result.add(
      "SELECT DISTINCT article_number FROM story_marks WHERE article_number NOT IN (SELECT article_number FROM story_sketches)",
      db
    ) { "article \($0) has marks without a sketch" }
    return result
  }

  private static func holds(_ evidence: String, _ said: String) -> Bool {
    func words(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return evidence.contains(said) || words(evidence).contains(words(said))
  }

  static func counted(_ name: String, _ sql: String, _ db: Database) throws -> CheckResult {
    CheckResult(name, examined: try Int.fetchOne(db, sql: sql))
  }
}

extension CheckResult {
  /// Adds a problem for each row of a statement, told of by its first column.
  fileprivate mutating func add(_ sql: String, _ db: Database, _ tell: (String) -> String) throws {
    for row in try Row.fetchAll(db, sql: sql) {
      add(tell((row[0] as DatabaseValue).description.trimmingCharacters(in: ["\""])))
    }
  }
}
