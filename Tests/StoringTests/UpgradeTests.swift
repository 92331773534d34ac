import Facts
import Foundation
import Storing
import Testing

/// Databases of every schema there ever was are kept as SQL text in `Fixtures`, made by `sqlite3 FILE .dump`.
@Suite struct UpgradeTests {
  @Test(arguments: ["schema-2", "schema-3", "schema-4", "schema-5", "schema-6", "schema-7"])
  func olderDatabasesAreBroughtUpToDate(fixture: String) throws {
    let folder = try TemporaryFolder()
    let version = try #require(Int(fixture.dropFirst("schema-".count)))
    try folder.makeDatabase("a.sqlite", sql: try Fixture.sql(fixture), version: version)
    let path = folder.path("a.sqlite")
    let before = try folder.bytes("a.sqlite")
    if version < Fixture.newest {
      #expect(throws: StoringError.older(path: path, version: version, known: Fixture.newest)) {
        _ = try FactStore(path: path, opening: .readOnly)
      }
      #expect(try folder.bytes("a.sqlite") == before)
    }
    let store = try FactStore(path: path, opening: .writeExisting)
    #expect(try store.exported(allVersions: true).map(\.article.id) == ["en-1", "en-2", "zh-1", "en-1"])
    #expect(try store.view("launches").map(\.fact.when?.description) == ["2025-07"])
    #expect(try store.view("ranges").map(\.fact.value) == [760])
    #expect(try store.view("conflicts").map(\.fact.value) == [835, 760])
    #expect(try store.view("prices").map(\.corrected) == [true])
    #expect(try store.search("小米").map(\.article.id) == ["zh-1"])
    #expect(try store.catalogue().map(\.row.sort) == (version < 4 ? [] : [.maker, .model, .market]))
    #expect(
      try store.add(try store.exported(), origin: .imported).allSatisfy {
        $0 == .unchanged || $0 == .refreshed
      })
    let copy = "a.sqlite.schema-\(version)"
    #expect(try folder.names().contains(copy) == (version < Fixture.newest))
    if version < Fixture.newest {
      #expect(try folder.table(copy, "PRAGMA user_version") == ["\(version)"])
      #expect(
        try folder.table(copy, "SELECT count(*) FROM facts")
          == folder.table("a.sqlite", "SELECT count(*) FROM facts"))
    }
  }

  @Test(arguments: [FactStore.Opening.createOrWrite, .writeExisting, .readOnly])
  func aNewerDatabaseIsRefusedAndLeftAlone(opening: FactStore.Opening) throws {
    let folder = try TemporaryFolder()
    try folder.makeDatabase("a.sqlite", sql: try Fixture.sql("schema-3"), version: 99)
    let before = try folder.bytes("a.sqlite")
    let path = folder.path("a.sqlite")
    #expect(throws: StoringError.newer(path: path, version: 99, known: Fixture.newest)) {
      _ = try FactStore(path: path, opening: opening)
    }
    #expect(try folder.bytes("a.sqlite") == before)
    #expect(try folder.names() == ["a.sqlite"])
  }

  @Test func anUpgradeThatFailsChangesNothing() throws {
    let folder = try TemporaryFolder()
    // The third step cannot make a table that is there.
    let sql = try Fixture.sql("schema-2") + "\nCREATE TABLE beliefs (x);"
    try folder.makeDatabase("a.sqlite", sql: sql, version: 2)
    let dump = try folder.table("a.sqlite", "SELECT group_concat(sql) FROM sqlite_schema")
    #expect(throws: StoringError.self) {
      _ = try FactStore(path: folder.path("a.sqlite"), opening: .writeExisting)
    }
    #expect(try folder.table("a.sqlite", "PRAGMA user_version") == ["2"])
    #expect(try folder.table("a.sqlite", "SELECT group_concat(sql) FROM sqlite_schema") == dump)
  }
}
