/// What a server answered, as an archive keeps it: the head, and the body as it came over the line.
struct HTTPResponse: Sendable {
  /// The number of the answer; 200 is a page.
  let status: Int
  /// The sort of the content without its parameters, in small letters: `text/html`; `nil` where none is told.
  let contentType: String?
  /// The encoding that the server names.
  let charset: String?
  private let isChunked: Bool
  private let packing: String
  /// The whole answer, head and body, as it stands in the archive.
  let message: [UInt8]
  private let bodyStart: Int

  /// The longest head that is looked for.
  private static let longestHead = 1 << 16
  /// What a body may unpack to: 64 MB.
  private static let largestBody = 64 << 20

  /// Reads the head of a message, `nil` where it is none of HTTP.
  init?(_ message: [UInt8]) {
    guard message.starts(with: "HTTP/".utf8) else { return nil }
    var lines: [ArraySlice<UInt8>] = []
    var at = 0
    let limit = min(message.count, HTTPResponse.longestHead)
    while at < limit {
      let end = message[at..<limit].firstIndex(of: 0x0A) ?? limit
      var line = message[at..<end]
      if line.last == 0x0D { line.removeLast() }
      at = min(end + 1, message.count)
      if line.isEmpty { break }
      lines.append(line)
    }
    guard let first = lines.first else { return nil }
    let head = HeaderFields(first: first, lines: Array(lines.dropFirst()))
    let words = head.first.split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else { return nil }
    self.status = status
    let type = head["content-type"]?.lowercased().split(separator: ";").map { PastedText.trimmed($0) } ?? []
    contentType = type.first.flatMap { $0.isEmpty ? nil : $0 }
    charset = type.dropFirst().first { $0.hasPrefix("charset=") }.map {
      String($0.dropFirst("charset=".utf8.count).filter { $0 != "\"" && $0 != "'" })
    }
    isChunked = head["transfer-encoding"]?.lowercased().contains("chunked") == true
    packing = head["content-encoding"]?.lowercased() ?? ""
    self.message = message
    bodyStart = at
  }

  /// The sort of article that the body is, `nil` where it is none: a picture, a script, a redirection.
  func format(url: String?) -> FileFormat? {
    guard (200..<300).contains(status), status != 204, bodyStart < message.count else { return nil }
    switch contentType {
    case "text/html", "application/xhtml+xml", nil: return .html
    case "text/plain":
      // What sites tell robots is no article.
      let path = url?.lowercased().prefix { $0 != "?" } ?? ""
      let isForRobots = ["robots.txt", "ads.txt", "humans.txt", "security.txt", "llms.txt"].contains {
        path.hasSuffix($0)
      }
      return isForRobots ? nil : .text
    case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml":
      return .feed
    case "application/feed+json": return .json
    default: return nil
    }
  }

  /// The body as it was before it was cut into chunks and packed.
  func body(name: String) throws(ReadingError) -> [UInt8] {
    let raw = message[bodyStart...]
    // Some crawlers keep the head as it came and the body unpacked.
    let whole = isChunked ? HTTPResponse.joined(raw) ?? [UInt8](raw) : [UInt8](raw)
    if Gunzip.isCompressed(whole) {
      return try Gunzip.unpack(whole, name: name, limit: HTTPResponse.largestBody)
    }
    if packing.contains("deflate") {
      // The standard means zlib's form by it, and servers also send the bare one.
      for form in [Gunzip.Form.zlib, .bare] {
        if let unpacked = try? Gunzip.unpack(whole, name: name, form: form, limit: HTTPResponse.largestBody) {
          return unpacked
        }
      }
    }
    return whole
  }

  /// Chunks put together, `nil` where the first is none; what stands after a broken one is left out.
  static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    var isFirst = true
    while at < bytes.endIndex {
      // No size has more digits than eight.
      guard let lineEnd = bytes[at...].prefix(256).firstIndex(of: 0x0A) else { break }
      let digits = bytes[at..<lineEnd].prefix { $0 != 0x0D && $0 != UInt8(ascii: ";") && $0 != 0x20 }
      guard (1...8).contains(digits.count),
        let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
        size >= 0
      else { return isFirst ? nil : out }
      if size == 0 { return out }
      let start = lineEnd + 1
      let end = min(bytes.endIndex, start + size)
      out += bytes[start..<end]
      at = end
      while at < bytes.endIndex, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
      isFirst = false
    }
    return isFirst ? nil : out
  }
}
