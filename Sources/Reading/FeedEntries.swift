/// Cuts a broken feed into feeds of one entry each, by the tags alone.
enum FeedEntries {
  /// A head longer than this is no head; it is repeated for each entry.
  private static let longestHead = 1 << 14

  /// One feed for each entry, with the name and the language of the whole.
  static func cut(_ feed: String) -> [String] {
    let bytes = Array(feed.utf8)
    let starts = places(of: ["<item", "<entry"], in: bytes[...])
    guard let first = starts.first else { return [] }
    let head =
      "<rss><channel>" + kept(of: String(decoding: bytes[..<first].prefix(longestHead), as: UTF8.self))
    return starts.indices.map { index in
      let whole = bytes[starts[index]..<(index + 1 < starts.count ? starts[index + 1] : bytes.count)]
      let end = places(of: ["</item", "</entry"], in: whole).first ?? whole.endIndex
      let isEntry = bytes[starts[index] + 1] == UInt8(ascii: "e")
      return head + escaped(whole[..<end]) + (isEntry ? "</entry>" : "</item>")
    }
  }

  /// The name and the language out of a head, for what it opens besides is often what is broken.
  private static func kept(of head: String) -> String {
    ["title", "language"].compactMap { name in
      guard let start = head.firstRange(of: "<\(name)>"),
        let end = head[start.upperBound...].firstRange(of: "</\(name)>")
      else { return nil }
      let inside = Array(head[start.upperBound..<end.lowerBound].utf8)
      return "<\(name)>" + escaped(inside[...]) + "</\(name)>"
    }.joined()
  }

  /// The text with what begins neither an entity nor a tag written out.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for at in bytes.indices {
      let next = at + 1 < bytes.endIndex ? bytes[at + 1] : 0
      let isLetter = (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A
      switch bytes[at] {
      case UInt8(ascii: "&") where !(isLetter || next == UInt8(ascii: "#")) || !isEntity(bytes[at...]):
        out += Array("&amp;".utf8)
      case UInt8(ascii: "<") where !isLetter && !"/!?".utf8.contains(next): out += Array("&lt;".utf8)
      default: out.append(bytes[at])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.dropFirst().prefix(10)
    guard let end = name.firstIndex(of: UInt8(ascii: ";")) else { return false }
    // Of HTML's names XML knows five; the others are left for the HTML inside.
    let isNumber = name.first == UInt8(ascii: "#")
    return isNumber || ["amp", "lt", "gt", "quot", "apos"].contains { name[..<end].elementsEqual($0.utf8) }
  }

  /// Where one of some tags begins.
  private static func places(of tags: [String], in bytes: ArraySlice<UInt8>) -> [Int] {
    let marks = tags.map { Array($0.utf8) }
    var found: [Int] = []
    var at = bytes.startIndex
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      for mark in marks where bytes[open...].starts(with: mark) {
        // "<items>" of RSS 1.0 is a table of contents.
        let next = open + mark.count
        if next < bytes.endIndex, bytes[next] <= 0x20 || bytes[next] == UInt8(ascii: ">") {
          found.append(open)
        }
      }
    }
    return found
  }
}
