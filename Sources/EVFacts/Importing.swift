import Facts
import Foundation
import Storing

/// The annotated articles of a file, on their way into a database: a file is stored whole or not at all.
public struct Importing {
  /// The articles of a file, checked to the last field.
  public let articles: [AnnotatedArticle]
  /// How many records told of an error instead of an article, as `extract` writes them.
  public let errorRecords: Int

  /// Reads a file, `-` for standard input; throws ``FileError`` where anything in it is wrong.
  public init(file path: String) throws {
    (articles, errorRecords) = try Importing.articles(of: Importing.bytes(of: path), path: path)
  }

  /// Stores them, all or none.
  public func store(in store: FactStore) throws -> [StoreOutcome] {
    try store.add(articles, origin: .imported)
  }

  /// The bytes of a file, `-` for standard input.
  static func bytes(of path: String) throws -> [UInt8] {
    let file: FileHandle
    if path == "-" {
      file = .standardInput
    } else {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw ReadingError.missing(path: path)
      }
      guard !isFolder.boolValue else { throw FileError.folder(path: path) }
      guard let opened = FileHandle(forReadingAtPath: path) else {
        throw ReadingError.unreadable(path: path)
      }
      file = opened
    }
    do {
      return try [UInt8](file.readToEnd() ?? Data())
    } catch {
      throw FileError.unreadable(path: path, reason: error.localizedDescription)
    }
  }

  /// The articles that a text holds, one object after another however they are laid out.
  static func articles(of bytes: [UInt8], path: String) throws -> ([AnnotatedArticle], errorRecords: Int) {
    var parser = JSONParser(bytes[...])
    var articles: [AnnotatedArticle] = []
    var errorRecords = 0
    var start = 0
    do {
      while let value = try parser.next() {
        if case .object(let object) = value, object["error"] != nil, object["facts"] == nil {
          errorRecords += 1
        } else {
          articles.append(try AnnotatedFields.annotated(value))
        }
        start = parser.offset
      }
    } catch let error as JSONError {
      throw FileError.malformed(path: path, line: line(at: error.offset, in: bytes), fault: error.description)
    } catch let error as AnnotationError {
      let beginning = bytes[start...].firstIndex { $0 > 0x20 } ?? start
      throw FileError.malformed(path: path, line: line(at: beginning, in: bytes), fault: error.description)
    }
    guard !articles.isEmpty || errorRecords > 0 else { throw FileError.empty(path: path) }
    return (articles, errorRecords)
  }

  private static func line(at offset: Int, in bytes: [UInt8]) -> Int {
    bytes.prefix(offset).count { $0 == 0x0A } + 1
  }
}
