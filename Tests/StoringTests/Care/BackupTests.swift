import Facts
import Foundation
import Storing
import Testing

@Suite struct BackupTests {
  @Test func aBackupIsWholeWhileOthersWrite() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    let writer = try FactStore(path: path, opening: .createOrWrite)
    _ = try writer.add([Sample.article("first", nil, [Sample.target(1)])], origin: .imported)
    let writing = Task.detached {
      for number in 0..<40 {
        _ = try writer.add(
          [Sample.article("a\(number)", nil, [Sample.target(Double(number))])], origin: .imported)
      }
    }
    for number in 0..<4 {
      try FactStore(path: path, opening: .readOnly).backUp(to: folder.path("copy\(number).sqlite"))
    }
    try await writing.value
    for number in 0..<4 {
      let copy = "copy\(number).sqlite"
      #expect(try folder.table(copy, "PRAGMA integrity_check") == ["ok"])
      #expect(try folder.table(copy, "PRAGMA foreign_key_check") == [])
      let store = try FactStore(path: folder.path(copy), opening: .readOnly)
      #expect(try store.counts().articles == store.counts().claims)
    }
    #expect(try folder.names().allSatisfy { !$0.contains("unfinished") })
  }

  @Test func leavesAFileThatIsThereAlone() throws {
    let folder = try TemporaryFolder()
    let store = try FactStore(path: folder.path("a.sqlite"), opening: .createOrWrite)
    try folder.makeDatabase("b.sqlite", sql: "CREATE TABLE letters (x)")
    let before = try folder.bytes("b.sqlite")
    #expect(throws: StoringError.exists(path: folder.path("b.sqlite"))) {
      try store.backUp(to: folder.path("b.sqlite"))
    }
    #expect(try folder.bytes("b.sqlite") == before)
    #expect(throws: StoringError.self) { try store.backUp(to: folder.path("no/such/folder.sqlite")) }
  }
}
