/// The sorts of file that articles come in.
enum FileFormat: Equatable, Sendable {
  case text, markdown, html, json, jsonLines, feed, archive, pdf

  private static let byEnding: [(ending: String, format: FileFormat)] = [
    (".txt", .text), (".md", .markdown), (".html", .html), (".htm", .html), (".json", .json),
    (".jsonl", .jsonLines),
    (".xml", .feed), (".rss", .feed), (".atom", .feed), (".warc", .archive), (".pdf", .pdf),
  ]

  /// All endings in a row, for people.
  static let endings = byEnding.map(\.ending).joined(separator: " ") + ", each also with .gz"

  /// Told by a file's name, `nil` where its ending is none of ours.
  init?(name: String) {
    var name = name.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    guard let found = FileFormat.byEnding.first(where: { name.hasSuffix($0.ending) }) else { return nil }
    self = found.format
  }

  /// Told by the first bytes, where the format is not one of text.
  init?(startOf bytes: some Sequence<UInt8>) {
    if bytes.starts(with: WARCReader.mark) {
      self = .archive
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else {
      return nil
    }
  }

  /// Told by the first characters: a tag or a brace, else text.
  init(startOf text: String) {
    var start = ""
    for scalar in text.unicodeScalars.lazy.drop(while: { $0.properties.isWhitespace || $0 == "\u{FEFF}" })
      .prefix(2048)
    {
      start.unicodeScalars.append(scalar)
    }
    let head = start.lowercased()
    if head.hasPrefix("{") {
      // Lines of objects if a second one begins on a line of its own; one object otherwise.
      self = text.contains("}\n{") || !text.contains("\n") ? .jsonLines : .json
    } else if head.hasPrefix("[") && (head.dropFirst().first { !$0.isWhitespace } == "{") {
      self = .json
    } else if head.hasPrefix("<") {
      let isFeed = ["<rss", "<feed", "<rdf:rdf"].contains { head.contains($0) } && !head.contains("<html")
      self = isFeed ? .feed : .html
    } else if head.contains("<html") || head.contains("<!doctype html") {
      self = .html
    } else if head.hasPrefix("# ") {
      self = .markdown
    } else {
      self = .text
    }
  }
}
