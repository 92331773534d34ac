import Facts
import Foundation
import Storing
import Testing

@Suite struct OpeningTests {
  @Test(arguments: [FactStore.Opening.readOnly, .writeExisting])
  func readersNeverMakeAFile(opening: FactStore.Opening) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("none.sqlite")
    #expect(throws: StoringError.missing(path: path)) { _ = try FactStore(path: path, opening: opening) }
    #expect(try folder.names() == [])
  }

  @Test func whatIsWrittenIsReadByAnotherOpener() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a b 'quoted' 小米.sqlite")
    let writer = try FactStore(path: path, opening: .createOrWrite)
    _ = try writer.add([Sample.article("a", "2025-01-01", [Sample.target(100)])], origin: .imported)
    let reader = try FactStore(path: path, opening: .readOnly)
    #expect(try reader.view("sales_targets").map(\.fact.value) == [100])
    _ = try writer.add([Sample.article("b", "2025-01-02", [Sample.target(200)])], origin: .imported)
    #expect(try reader.view("sales_targets").map(\.fact.value) == [200])
    let again = try FactStore(path: path, opening: .writeExisting)
    #expect(try again.counts().articles == 2)
  }

  @Test func readersDoNotWrite() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    _ = try FactStore(path: path, opening: .createOrWrite)
    let reader = try FactStore(path: path, opening: .readOnly)
    #expect(throws: StoringError.readOnly(path: path)) {
      _ = try reader.add([Sample.article("a")], origin: .imported)
    }
    let writer = try FactStore(path: path, opening: .writeExisting)
    #expect(throws: StoringError.readOnly(path: path)) {
      _ = try writer.table(SQLStatement("DELETE FROM facts"))
    }
  }

  @Test(arguments: [FactStore.Opening.createOrWrite, .writeExisting, .readOnly])
  func otherFilesAreRefusedAndLeftAlone(opening: FactStore.Opening) throws {
    let folder = try TemporaryFolder()
    let text = folder.path("text.sqlite")
    try Data(String(repeating: "no database ", count: 50).utf8).write(to: URL(filePath: text))
    let foreign = folder.path("foreign.sqlite")
    try folder.makeDatabase(
      "foreign.sqlite", sql: "CREATE TABLE notes (note TEXT); INSERT INTO notes VALUES ('x');")
    let before = [try folder.bytes("text.sqlite"), try folder.bytes("foreign.sqlite")]
    #expect(throws: StoringError.notADatabase(path: text)) { _ = try FactStore(path: text, opening: opening) }
    #expect(throws: StoringError.foreign(path: foreign)) {
      _ = try FactStore(path: foreign, opening: opening)
    }
    #expect([try folder.bytes("text.sqlite"), try folder.bytes("foreign.sqlite")] == before)
    #expect(try folder.names() == ["foreign.sqlite", "text.sqlite"])
  }

  @Test func aFolderOrAPathIntoNothingCannotBeOpened() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path(""), folder.path("none/a.sqlite")] {
      let error = #expect(throws: StoringError.self) {
        _ = try FactStore(path: path, opening: .createOrWrite)
      }
      guard case .cannotOpen = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func aLockedDatabaseIsSaidToBeLocked() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    let store = try FactStore(path: path, opening: .createOrWrite)
    let other = try FactStore(path: path, opening: .writeExisting)
    try store.annotatedArticles { _ in }
    // Held by a writer that takes longer than the wait.
    try folder.holdingLock("a.sqlite") {
      #expect(throws: StoringError.locked(path: path)) {
        _ = try other.add([Sample.article("a")], origin: .imported)
      }
    }
    #expect(try other.add([Sample.article("a")], origin: .imported) == [.inserted])
  }

  @Test func badStatementsAreSaidToBeBad() throws {
    let store = try FactStore.inMemory()
    for sql in ["SELEC", "SELECT * FROM nowhere", "SELECT ?", ""] {
      #expect(throws: StoringError.self) { _ = try store.table(SQLStatement(sql)) }
    }
    #expect(throws: StoringError.missingColumn(name: "kind", sql: "SELECT 1")) {
      _ = try store.rows(SQLStatement("SELECT 1"))
    }
  }

  @Test(arguments: [
    StoringError.missing(path: "x.db"), .cannotOpen(path: "x.db", reason: "r"), .notADatabase(path: "x.db"),
    .foreign(path: "x.db"), .newer(path: "x.db", version: 9, known: 3),
    .older(path: "x.db", version: 1, known: 3),
    .locked(path: "x.db"), .diskFull(path: "x.db"), .readOnly(path: "x.db"),
    .damaged(path: "x.db", detail: "d"),
    .failed(path: "x.db", detail: "d"), .unknownFact(id: 7), .statement(sql: "x.db", detail: "d"),
    .missingColumn(name: "kind", sql: "x.db"),
  ])
  func errorsSayWhatWhichAndWhatToTry(error: StoringError) {
    let lines = error.description.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains("x.db") || lines[0].contains("7"))
    #expect(lines[0].hasSuffix("."))
    #expect(lines[1].hasPrefix("Try: "))
  }
}
