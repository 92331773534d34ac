import Facts
import Foundation
import Storing

/// The annotated articles of a file, on their way into a database: a file is stored whole or not at all.
public struct Importing: Sendable {
  /// The articles of a file, checked to the last field.
  public let articles: [AnnotatedArticle]
  /// How many records told of an error instead of an article, as `extract` writes them.
  public let errorRecords: Int

  /// Articles that are made ready at a time.
  private static let share = 32
  /// Bytes that are read at a time.
  private static let pieceSize = 1 << 18

  /// Reads a file, `-` for standard input, on some threads; throws ``FileError`` where anything in it is wrong.
  public init(file path: String, jobs: Int = 1) throws {
    let bytes = try Importing.bytes(of: path)
    (articles, errorRecords) =
      try Importing.articles(ofPieces: bytes, jobs: jobs) ?? Importing.articles(of: bytes, path: path)
  }

  /// Stores them, all or none; some threads make them ready while one writes.
  public func store(in store: FactStore, jobs: Int = 1) throws -> [StoreOutcome] {
    let articles = articles
    let shares = (articles.count + Self.share - 1) / Self.share
    let ahead = WorkAhead(count: shares, jobs: jobs, ahead: 4 * jobs) { place in
      let first = place * Self.share
      return articles[first..<min(first + Self.share, articles.count)].map { PreparedArticle($0) }
    }
    defer { ahead.stop() }
    return try store.add(origin: .imported) { ahead.next() }
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
    var found = Found()
    do {
      try found.read(bytes[...])
    } catch let error as JSONError {
      throw FileError.malformed(path: path, line: line(at: error.offset, in: bytes), fault: error.description)
    } catch let error as AnnotationError {
      let start = found.start
      let beginning = bytes[start...].firstIndex { $0 > 0x20 } ?? start
      throw FileError.malformed(path: path, line: line(at: beginning, in: bytes), fault: error.description)
    }
    guard !found.articles.isEmpty || found.errorRecords > 0 else { throw FileError.empty(path: path) }
    return (found.articles, found.errorRecords)
  }

  /// The same of a long text whose lines are whole values, read in pieces at once; `nil` where it is none, or where
  /// anything in it is wrong: who reads it from the beginning then can say what and where.
  private static func articles(ofPieces bytes: [UInt8], jobs: Int) throws -> ([AnnotatedArticle], Int)? {
    guard jobs > 1, bytes.count > 2 * pieceSize else { return nil }
    var pieces: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[min(start + pieceSize, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
      pieces.append(start..<end)
      start = end + 1
    }
    let ranges = pieces
    let ahead = WorkAhead(count: ranges.count, jobs: jobs, ahead: ranges.count) { place -> Found? in
      var found = Found()
      let piece = bytes[ranges[place]]
      // A mark of the byte order is passed over at the very beginning only.
      guard place == 0 || piece.first != 0xEF, (try? found.read(piece)) != nil else { return nil }
      return found
    }
    defer { ahead.stop() }
    var all = Found()
    while let found = ahead.next() {
      guard let found else { return nil }
      all.articles += found.articles
      all.errorRecords += found.errorRecords
    }
    return all.articles.isEmpty && all.errorRecords == 0 ? nil : (all.articles, all.errorRecords)
  }

  /// What was found in a text so far.
  private struct Found: Sendable {
    var articles: [AnnotatedArticle] = []
    var errorRecords = 0
    /// Where the value begins that is being read.
    var start = 0

    mutating func read(_ bytes: ArraySlice<UInt8>) throws {
      var parser = JSONParser(bytes)
      while let value = try parser.next() {
        if case .object(let object) = value, object["error"] != nil, object["facts"] == nil {
          errorRecords += 1
        } else {
          articles.append(try AnnotatedFields.annotated(value))
        }
        start = parser.offset
      }
    }
  }

  private static func line(at offset: Int, in bytes: [UInt8]) -> Int {
    bytes.prefix(offset).count { $0 == 0x0A } + 1
  }
}

/// Files on their way into a database, each read while the one before it is stored.
public final class ImportingFiles {
  private let ahead: WorkAhead<Result<Importing, any Error>>

  /// Begins to read files, `-` for standard input.
  public init(_ files: [String], jobs: Int) {
    ahead = WorkAhead(count: files.count, jobs: 1, ahead: jobs > 1 ? 2 : 1) { place in
      Result { try Importing(file: files[place], jobs: jobs) }
    }
  }

  deinit { ahead.stop() }

  /// The next file, `nil` after the last; throws what is wrong with it.
  public func next() throws -> Importing? { try ahead.next()?.get() }
}
