import Facts
import Foundation
import Storing
import Testing

@Suite struct ReadOnlyDatabaseTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let store = try FactStore(path: folder.path("a.sqlite"), opening: .createOrWrite)
    _ = try store.add(
      [Sample.article("a", title: "New words", [Sample.target(100), Sample.range(500)])], origin: .imported)
    return folder
  }

  private func rows(_ sql: String, _ values: [SQLValue] = [], rows: Int? = nil, seconds: Double? = 60) throws
    -> (
      [[SQLValue]], ReadOnlyDatabase.End
    )
  {
    let folder = try folder()
    let database = try ReadOnlyDatabase(path: folder.path("a.sqlite"), isWatched: true)
    var found: [[SQLValue]] = []
    let end = try database.run(SQLStatement(sql, values), rows: rows, seconds: seconds) {
      found.append($0.values)
    }
    return (found, end)
  }

  @Test func readsViewsWordsAndExpressions() throws {
    #expect(try rows("SELECT value FROM claims WHERE kind = ?", [.text("range")]).0 == [[.integer(500)]])
    #expect(
      try rows("SELECT rowid FROM article_words WHERE article_words MATCH 'words'").0 == [[.integer(1)]])
    #expect(
      try rows("WITH t (x) AS (VALUES (1), (2)) SELECT x, x'00ff', NULL, 0.5 FROM t; -- two").0.last == [
        .integer(2), .text("X'00FF'"), .null, .real(0.5),
      ])
  }

  @Test(arguments: [
    "DELETE FROM facts", "INSERT INTO facts DEFAULT VALUES", "UPDATE facts SET live = 0", "DROP TABLE facts",
    "CREATE TEMP TABLE x (y)", "ATTACH 'other.sqlite' AS other", "DETACH main", "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode = DELETE", "VACUUM", "VACUUM INTO 'x.sqlite'", "BEGIN", "REINDEX", "ANALYZE",
    "SELECT load_extension('x')", "SELECT 1; DELETE FROM facts", "", "-- nothing", "SELECT", "SELECT nope",
    "INSERT INTO facts DEFAULT VALUES RETURNING 1", "SELECT * FROM pragma_table_info('facts')",
    "SELECT 1\u{0}2",
    "EXPLAIN DELETE FROM facts",
  ])
  func refusesAllElse(sql: String) throws {
    let folder = try folder()
    let before = try folder.bytes("a.sqlite")
    let database = try ReadOnlyDatabase(path: folder.path("a.sqlite"), isWatched: true)
    #expect(throws: StoringError.self) { _ = try database.run(SQLStatement(sql)) { _ in } }
    #expect(try folder.bytes("a.sqlite") == before)
    #expect(try folder.names().allSatisfy { $0.hasPrefix("a.sqlite") })
  }

  @Test func stopsWhatTakesTooLongAndWhatHasTooManyRows() throws {
    let endless = "WITH RECURSIVE t (x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM t) SELECT"
    #expect(throws: StoringError.tooSlow(seconds: 0.05)) {
      _ = try rows(endless + " count(*) FROM t", seconds: 0.05)
    }
    let (found, end) = try rows(endless + " x FROM t", rows: 3)
    #expect(found == [[.integer(1)], [.integer(2)], [.integer(3)]])
    #expect(end == .rowLimit)
    #expect(try rows("VALUES (1), (2), (3)", rows: 3).1 == .complete)
  }

  @Test(arguments: ["SELECT zeroblob(1000000000)", "SELECT hex(zeroblob(40000000))"])
  func refusesTextsBeyondMeasure(sql: String) {
    #expect(throws: StoringError.self) { _ = try rows(sql) }
  }
}

@Suite struct PublicSchemaTests {
  @Test(arguments: PublicSchema.views)
  func aViewHasTheColumnsThatAreDocumented(view: PublicSchema.View) throws {
    let store = try FactStore.inMemory()
    let table = try store.table(SQLStatement("SELECT * FROM \(view.name)"))
    #expect(table.columns == view.columns.map(\.name))
  }

  @Test func everyViewIsDocumented() throws {
    let store = try FactStore.inMemory()
    let names = try store.table(
      SQLStatement("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"))
    #expect(names.rows == PublicSchema.views.map(\.name).sorted().map { [.text($0)] })
  }
}
