import Foundation
import Reading

/// Files cut into pieces of work: a file, or of JSON lines some lines at a time, so that a large one neither fills the
/// memory nor leaves all work to one thread.
final class ArticleSource {
  /// One piece of work.
  enum Piece: Sendable {
    /// A whole file; `-` is standard input.
    case file(path: String)
    /// Lines of a file, and the number of the first of them.
    case lines([LineReader.Line], path: String, first: Int)
  }

  private var remaining: ArraySlice<String>
  private var lines: (reader: LineReader, file: FileHandle, path: String, next: Int)?

  init(files: [String]) { remaining = files[...] }

  /// The next piece, `nil` at the end.
  func next() throws -> Piece? {
    while true {
      if let open = lines {
        let batch = try open.reader.nextLines()
        if !batch.isEmpty {
          lines?.next += batch.count
          return .lines(batch, path: open.path, first: open.next)
        }
        lines = nil
      }
      guard let path = remaining.popFirst() else { return nil }
      guard path.lowercased().hasSuffix(".jsonl"), let file = FileHandle(forReadingAtPath: path) else {
        return .file(path: path)
      }
      lines = (LineReader(descriptor: file.fileDescriptor, name: path), file, path, 1)
    }
  }
}

extension ArticleReader {
  /// What the reader makes of a path; `-` is standard input.
  public func read(pathOrInput path: String) throws -> [ReadArticle] {
    guard path == "-" else { return try read(path: path) }
    return try read(bytes: [UInt8](FileHandle.standardInput.readToEnd() ?? Data()))
  }

  /// What the reader makes of a line of a file of JSON lines; nothing of an empty one.
  func read(_ line: LineReader.Line, path: String, number: Int) throws -> [ReadArticle] {
    guard case .bytes(let bytes) = line else {
      throw FileError.lineTooLong(path: path, line: number, limit: LineReader.limit)
    }
    guard bytes.contains(where: { $0 > 0x20 }) else { return [] }
    do {
      return try read(bytes: bytes, name: path)
    } catch {
      throw error.onLine(number)
    }
  }
}

extension ReadingError {
  /// The error with the line counted in the whole file.
  fileprivate func onLine(_ number: Int) -> ReadingError {
    switch self {
    case .badJSON(let name, _): .badJSON(name: name, line: number)
    case .objectWithoutText(let name, _): .objectWithoutText(name: name, line: number)
    default: self
    }
  }
}
