import Foundation
import Testing

@testable import Storing

/// The locks of a connection, which keep other processes from writing where they must not.
struct LockTests {
  /// The locks that this process holds on a file, as Linux lists them.
  private static func locks(on path: String) throws -> [String] {
    let number = try #require(FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
    // 1: POSIX  ADVISORY  READ 4711 fe:00:1234 1073741826 1073742335
    return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
      .filter { line in
        let fields = line.split(separator: " ")
        return fields.contains("\(getpid())") && fields.contains { $0.hasSuffix(":\(number)") }
      }
      .map { line in line.split(separator: " ").dropFirst().joined(separator: " ") }.sorted()
  }

  /// The locks once they are as expected, else as they are after a while: the kernel's list can miss some while others come and go.
  private static func locks(on path: String, until isExpected: ([String]) -> Bool) throws -> [String] {
    for _ in 0..<50 {
      let found = try locks(on: path)
      if isExpected(found) { return found }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return try locks(on: path)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/locks"), "no list of locks here"))
  func aSecondLookAtTheFileLeavesThemAlone() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "locks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "evfacts.sqlite").path
    let writer = try FactStore(path: path, opening: .createOrWrite)
    let before = try Self.locks(on: path) { !$0.isEmpty }
    #expect(!before.isEmpty)
    do {
      _ = try FactStore(path: path, opening: .readOnly).hasArticles()
      _ = try DatabaseFile.state(path: path)
    }
    #expect(try Self.locks(on: path) { $0 == before } == before)
    #expect(try !writer.hasArticles())
  }
}
