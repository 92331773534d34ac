import Foundation
import Testing

@testable import Storing

/// The locks of a connection, which keep other processes from writing where they must not.
struct LockTests {
  /// The locks that this process holds on a file, as Linux lists them.
  private static func locks(on path: String) throws -> [String] {
    let number = try #require(FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
    // 1: POSIX  ADVISORY  READ 4711 fe:00:1234 1073741826 1073742335
    return try list().split(separator: "\n")
      .filter { line in
        let fields = line.split(separator: " ")
        return fields.contains("\(getpid())") && fields.contains { $0.hasSuffix(":\(number)") }
      }
      .map { line in line.split(separator: " ").dropFirst().joined(separator: " ") }.sorted()
  }

  /// All of the kernel's list, which comes in pieces: one that is short does not end it.
  private static func list() throws -> String {
    let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/locks"))
    defer { try? file.close() }
    var bytes = Data()
    while let more = try file.read(upToCount: 4096), !more.isEmpty { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/locks"), "no list of locks here"))
  func aSecondLookAtTheFileLeavesThemAlone() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "locks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "evfacts.sqlite").path
    let writer = try FactStore(path: path, opening: .createOrWrite)
    let before = try Self.locks(on: path)
    #expect(!before.isEmpty)
    do {
      _ = try FactStore(path: path, opening: .readOnly).hasArticles()
      _ = try DatabaseFile.state(path: path)
    }
    #expect(try Self.locks(on: path) == before)
    #expect(try !writer.hasArticles())
  }
}
