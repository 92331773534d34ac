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

/// Something to read whose bytes are there: a file, a line of one, a page of an archive.
struct PieceInput {
  var bytes: [UInt8]
  /// What else decides what is read in the bytes.
  var manner: String
  /// Whether it is a page of an archive: these are full of pages that are lists and forms, and that one of them is no
  /// article is no failure.
  var isArchived = false
  var read: () throws -> [ReadArticle]
}

extension ArticleReader {
  /// What the reader makes of a piece, in its order.
  func read(_ piece: ArticleSource.Piece) -> ReadPiece {
    var done = ReadPiece()
    for input in inputs(of: piece) {
      do {
        let input = try input.get()
        if input.isArchived {
          if let read = try? input.read() { done.articles += read } else { done.passedOver += 1 }
        } else {
          done.articles += try input.read()
        }
      } catch {
        done.failures.append(error)
      }
    }
    return done
  }

  /// What there is to read in a piece, in its order, or why it cannot be had.
  func inputs(of piece: ArticleSource.Piece) -> [Result<PieceInput, any Error>] {
    switch piece {
    case .file(let path):
      [
        Result {
          let file = try FileBytes(path: path)
          return PieceInput(bytes: file.bytes, manner: Self.ending(of: path)) {
            try read(bytes: file.bytes, name: path, saved: file.saved)
          }
        }
      ]
    case .input(let bytes): [.success(PieceInput(bytes: bytes, manner: "") { try read(bytes: bytes) })]
    case .lines(let lines, let path, let first):
      lines.enumerated().map { index, line in
        var bytes: [UInt8] = []
        if case .bytes(let read) = line { bytes = read }
        return .success(
          PieceInput(bytes: bytes, manner: ".jsonl") { try read(line, path: path, number: first + index) })
      }
    case .pages(let pages, let path):
      pages.map { page in
        .success(
          PieceInput(bytes: page.bytes, manner: "warc \(page.url ?? "")", isArchived: true) {
            try read(page, name: path)
          })
      }
    case .failure(let error, _): [.failure(error)]
    }
  }

  /// What a file's name says of its format.
  private static func ending(of path: String) -> String {
    path.split(separator: "/").last?.split(separator: ".").dropFirst().suffix(2).joined(separator: ".")
      .lowercased() ?? ""
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
