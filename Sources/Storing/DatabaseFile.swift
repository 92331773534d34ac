import Foundation

/// What a file is, told from its first bytes, before SQLite touches it.
///
/// Method: the header of SQLite's file format (magic at 0, user version at 60, application id at 68).
enum DatabaseFile {
  /// What a file is.
  enum State: Equatable {
    case absent
    case empty
    case ours
  }

  /// `evfa` in ASCII: marks a file as a database of this program.
  static let applicationID: Int32 = 0x6576_6661

  /// What stands at `path`; throws where it is something that must not be written to.
  static func state(path: String) throws -> State {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .absent }
    guard !isFolder.boolValue else { throw StoringError.cannotOpen(path: path, reason: "it is a folder") }
    let header = try DatabaseHeaders.header(path: path)
    guard !header.isEmpty else { return .empty }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoringError.notADatabase(path: path)
    }
    guard number(header[68..<72]) == applicationID else { throw StoringError.foreign(path: path) }
    let version = Int(number(header[60..<64]))
    if version > Schema.known { throw StoringError.newer(path: path, version: version, known: Schema.known) }
    return .ours
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int32 {
    Int32(bitPattern: bytes.reduce(0) { $0 << 8 | UInt32($1) })
  }
}
