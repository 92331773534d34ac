import Foundation
import Reading

/// Files cut into pieces of work: a file, or of JSON lines and web archives some lines or pages at a time, so that a
/// large one neither fills the memory nor leaves all work to one thread.
final class ArticleSource {
  /// One piece of work.
  enum Piece: Sendable {
    /// A whole file.
    case file(path: String)
    /// What came over standard input, unpacked.
    case input([UInt8])
    /// Lines of a file, and the number of the first of them.
    case lines([LineReader.Line], path: String, first: Int)
    /// Pages of an archive.
    case pages([WARCRecord], path: String)
    /// Why a file gives no more.
    case failure(any Error, path: String)

    /// The file it comes from.
    var path: String {
      switch self {
      case .file(let path), .lines(_, let path, _), .pages(_, let path), .failure(_, let path): path
      case .input: "-"
      }
    }
  }

  private var remaining: ArraySlice<String>
  private var lines: (reader: LineReader, file: FileHandle, path: String, next: Int)?
  private var archive: (reader: WARCReader, file: FileHandle, path: String)?

  /// What standard input may hold where it is no archive: 1 GB, the same as a file.
  private static let inputLimit = 1 << 30

  init(files: [String]) { remaining = files[...] }

  /// The next piece, `nil` at the end.
  func next() throws -> Piece? {
    while true {
      if let piece = try nextOfOpenFile() { return piece }
      guard let path = remaining.popFirst() else { return nil }
      do {
        if let piece = try open(path) { return piece }
      } catch {
        return .failure(error, path: path)
      }
    }
  }

  private func nextOfOpenFile() throws -> Piece? {
    if let open = lines {
      let batch = try open.reader.nextLines()
      if !batch.isEmpty {
        lines?.next += batch.count
        return .lines(batch, path: open.path, first: open.next)
      }
      lines = nil
    }
    if let open = archive {
      do {
        let pages = try open.reader.nextPages()
        if !pages.isEmpty { return .pages(pages, path: open.path) }
        archive = nil
      } catch {
        archive = nil
        return .failure(error, path: open.path)
      }
    }
    return nil
  }

  /// Opens a file that is cut; any other, and input that is no archive, is a piece as it is.
  private func open(_ path: String) throws -> Piece? {
    if path == "-" {
      let input = ByteStream(descriptor: STDIN_FILENO, name: "-")
      if try input.peek(WARCReader.mark.count).elementsEqual(WARCReader.mark) {
        archive = (WARCReader(input, name: "-"), .standardInput, "-")
        return nil
      }
      return .input(try input.rest(limit: ArticleSource.inputLimit))
    }
    let name = path.lowercased()
    let isLines = name.hasSuffix(".jsonl")
    let isArchive = name.hasSuffix(".warc") || name.hasSuffix(".warc.gz")
    guard isLines || isArchive, let file = FileHandle(forReadingAtPath: path) else {
      return .file(path: path)
    }
    if isArchive {
      archive = (WARCReader(ByteStream(descriptor: file.fileDescriptor, name: path), name: path), file, path)
    } else {
      lines = (LineReader(descriptor: file.fileDescriptor, name: path), file, path, 1)
    }
    return nil
  }
}

/// What a reader made of a piece.
struct ReadPiece: Sendable {
  var articles: [ReadArticle] = []
  /// Why there are not more.
  var failures: [any Error] = []
  /// How many pages of an archive have no article.
  var passedOver = 0
}

extension ArticleReader {
  /// What the reader makes of a piece, in its order.
  func read(_ piece: ArticleSource.Piece) -> ReadPiece {
    var done = ReadPiece()
    func add(_ read: () throws -> [ReadArticle]) {
      do {
        done.articles += try read()
      } catch {
        done.failures.append(error)
      }
    }
    switch piece {
    case .file(let path): add { try read(path: path) }
    case .input(let bytes): add { try read(bytes: bytes) }
    case .lines(let lines, let path, let first):
      for (index, line) in lines.enumerated() {
        add { try read(line, path: path, number: first + index) }
      }
    case .pages(let pages, let path):
      // Archives are full of pages that are lists and forms; that one of them is no article is no failure.
      for page in pages {
        if let read = try? read(page, name: path) { done.articles += read } else { done.passedOver += 1 }
      }
    case .failure(let error, _): done.failures.append(error)
    }
    return done
  }

  /// What the reader makes of a line of a file of JSON lines; nothing of an empty one.
  private func read(_ line: LineReader.Line, path: String, number: Int) throws -> [ReadArticle] {
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
