import Facts

/// A page out of a web archive, as it came over the line.
public struct WARCRecord: Sendable {
  /// Its address.
  public let url: String?
  /// The day on which it was fetched.
  public let fetched: Day?
  /// How many bytes it has in the archive, unpacked.
  public var size: Int
  /// The answer as it stands in the archive.
  public var bytes: [UInt8] { response.message }
  let response: HTTPResponse
  let format: FileFormat
}

/// Reads the pages out of a web archive, one record after another.
///
/// - Takes: `response` records whose answer is a page, a feed or a text, of WARC 0.17 to 1.1, packed as a whole or each
///   for itself.
/// - Passes over: requests, `revisit` and other records, pictures and scripts, redirections, answers past the limit.
///
/// Bytes between records that are none are passed over up to the next record.
public final class WARCReader {
  private let stream: ByteStream
  private let name: String
  private var hasRecord = false
  private var hasPage = false

  /// The longest answer that is read, 64 MB: no article is so long, and a longer one would fill the memory.
  static let largestRecord = 64 << 20
  private static let longestLine = 1 << 16
  private static let mostLines = 1000

  /// How an archive begins.
  public static let mark: [UInt8] = Array("WARC/".utf8)

  /// Reads off a stream; errors call it by `name`.
  public init(_ stream: ByteStream, name: String) {
    self.stream = stream
    self.name = name
  }

  /// The next pages, up to about a megabyte of them and at least one; empty at the end.
  public func nextPages() throws(ReadingError) -> [WARCRecord] {
    var pages: [WARCRecord] = []
    var size = 0
    while size < 1 << 20, let page = try next() {
      pages.append(page)
      size += page.size
    }
    return pages
  }

  /// The next page, `nil` at the end; throws where the bytes are no archive, or hold no page to their end.
  public func next() throws(ReadingError) -> WARCRecord? {
    while let head = try head() {
      hasRecord = true
      guard let length = head["content-length"].flatMap(Int.init), length >= 0 else { continue }
      guard WARCReader.isAnswer(head), length <= WARCReader.largestRecord else {
        guard try stream.skip(length) else { break }
        continue
      }
      guard let response = HTTPResponse(try stream.take(length)) else { continue }
      let url = WARCReader.address(head)
      guard let format = response.format(url: url) else { continue }
      hasPage = true
      return WARCRecord(
        url: url, fetched: head["warc-date"].flatMap { Day($0) }, size: length, response: response,
        format: format)
    }
    guard hasRecord else { throw .notAnArchive(name: name) }
    guard hasPage else { throw .withoutText(name: name) }
    return nil
  }

  private static func isAnswer(_ head: HeaderFields) -> Bool {
    // Later segments of a page have no head of HTTP.
    head["warc-type"]?.lowercased() == "response" && (head["warc-segment-number"] ?? "1") == "1"
      && head["content-type"]?.lowercased().contains("application/http") != false
  }

  private static func address(_ head: HeaderFields) -> String? {
    guard var url = head["warc-target-uri"] else { return nil }
    // Some writers put it in angle brackets, as the first standard's grammar did.
    if url.hasPrefix("<"), url.hasSuffix(">") { url = String(url.dropFirst().dropLast()) }
    return url.hasPrefix("http") ? url : nil
  }

  /// The head of the next record.
  private func head() throws(ReadingError) -> HeaderFields? {
    while let first = try stream.line(limit: WARCReader.longestLine) {
      guard first.starts(with: WARCReader.mark) else { continue }
      let first = [UInt8](first)
      var lines: [ArraySlice<UInt8>] = []
      while lines.count < WARCReader.mostLines, let line = try stream.line(limit: WARCReader.longestLine),
        !line.isEmpty
      {
        lines.append([UInt8](line)[...])
      }
      return HeaderFields(first: first[...], lines: lines)
    }
    return nil
  }
}
