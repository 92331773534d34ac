import Facts

/// Who wrote a page: what it declares, then its microdata and links, then the line under its heading.
struct PageAuthor {
  let page: HTMLPage
  let blocks: [PageBlock]
  /// The headline, which is no part of a byline.
  var title: String?

  /// Names under which meta tags give it, the surest first.
  private static let names = [
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "dc.contributor", "byl", "citation_author", "rnews:author", "cxenseparse:author",
  ]

  /// The names, parted by commas; the publisher's own name is none.
  func author(linked: String?, metas: [String: String], publisher: String?) -> Stated<String>? {
    func named(_ text: String?) -> String? {
      guard let text = text.map(PageMetadata.plain).map(PageAuthor.bare), (2...200).contains(text.utf8.count),
        !text.lowercased().hasPrefix("http"), !text.hasPrefix("@"),
        text.lowercased() != publisher?.lowercased()
      else { return nil }
      return text
    }
    if let name = named(linked) { return Stated(name, "JSON-LD author") }
    for key in PageAuthor.names {
      if let name = named(metas[key]) { return Stated(name, "meta \(key)") }
    }
    if let name = named(marked()) { return Stated(name, "microdata author") }
    return seen().flatMap(named).map { Stated($0, "byline", isDeclared: false) }
  }

  /// "By Ann Smith" is Ann Smith.
  private static func bare(_ name: String) -> String {
    for opening in ["by ", "von ", "par ", "di ", "por ", "文／", "文/", "作者：", "作者:"] {
      if name.lowercased().hasPrefix(opening) {
        return PastedText.trimmed(String(name.dropFirst(opening.count)))
      }
    }
    return name
  }

  /// What an element says that is marked as the author, or a link to one.
  private func marked() -> String? {
    for at in page.nodes.indices where page.nodes[at].tag != .text && !page.nodes[at].attributes.isEmpty {
      let isAuthor =
        page.value(.itemprop, of: at)?.lowercased().split(separator: " ").contains("author") == true
      guard isAuthor || page.nodes[at].tag == .a && page.value(.rel, of: at)?.lowercased() == "author" else {
        continue
      }
      let name = (at..<Int(page.nodes[at].end)).first {
        page.nodes[$0].tag != .text && page.value(.itemprop, of: $0)?.lowercased() == "name"
      }
      let text = page.value(.content, of: name ?? at) ?? page.text(of: name ?? at)
      if (2...100).contains(text.utf8.count) { return text }
    }
    return nil
  }

  /// The names in a line near the heading that opens as a byline does: "By Ann Smith · 26 September 2025".
  private func seen() -> String? {
    let heading = page.nodes.indices.first { page.nodes[$0].tag == .h1 } ?? 0
    let start = blocks.firstIndex { $0.nodes.lowerBound >= heading } ?? 0
    for block in blocks[start..<min(blocks.count, start + 8)] where block.count <= 160 {
      if let names = PageAuthor.names(in: block.line(after: title)) { return names }
    }
    return nil
  }

  /// The names with which a byline opens, `nil` where a line is none.
  static func names(in line: String) -> String? {
    let bared = bare(line)
    guard bared != line else { return nil }
    let marks: Set<Character> = ["·", "|", ",", "•", "–", "—", "(", "/", "　", "／", "，", ":", "丨", "｜"]
    var words: [Substring] = []
    // What follows a mark or a number is the place, the paper or the date.
    let names = bared.prefix { !marks.contains($0) && !$0.isNumber }
    for word in names.split(separator: " ") {
      let isJoint = ["and", "und", "et", "e", "y", "de", "del", "van", "von", "di", "da", "la"].contains(word)
      guard
        isJoint || word.first?.isUppercase == true
          || word.unicodeScalars.first?.properties.isIdeographic == true
      else { break }
      words.append(word)
    }
    while let last = words.last, last.first?.isLowercase == true { words.removeLast() }
    let isIdeographic = words.first?.unicodeScalars.first?.properties.isIdeographic == true
    guard isIdeographic ? words.count == 1 && words[0].count <= 4 : (2...8).contains(words.count) else {
      return nil
    }
    return words.joined(separator: " ")
  }
}
