import Foundation

/// Takes the attributes past a thousand off each tag.
///
/// libxml2 compares every attribute of a tag with all before it, so that a page of some megabytes made of one tag would
/// keep it busy for hours. No real tag has so many.
enum TagLimit {
  /// Smaller pages have room for too few attributes to matter.
  private static let smallest = 1 << 17
  private static let mostAttributes = 1000

  /// The page without those attributes, `nil` where it has none.
  static func trimmed(_ page: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard page.count >= smallest, let start = page.baseAddress else { return nil }
    var out: [UInt8] = []
    var kept = 0
    var at = 0
    while let open = memchr(start + at, 0x3C, page.count - at) {
      at = start.distance(to: open.assumingMemoryBound(to: UInt8.self)) + 1
      guard at < page.count, isLetter(page[at]) else { continue }
      var tag = Tag(page: page, at: at)
      if let cut = tag.end(most: mostAttributes) {
        out += page[kept..<cut]
        kept = tag.at
      }
      at = tag.at
      if at >= page.count { break }
    }
    guard kept > 0 else { return nil }
    out += page[kept...]
    return out
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Walks over a tag as libxml2 does: quotes count only after an equals sign.
  private struct Tag {
    let page: UnsafeBufferPointer<UInt8>
    var at: Int

    /// Goes to the tag's closing bracket; gives the place of the first attribute too many, `nil` where all may stay.
    mutating func end(most: Int) -> Int? {
      var count = 0
      var cut: Int?
      while at < page.count, page[at] != 0x3E {
        if page[at] <= 0x20 || page[at] == UInt8(ascii: "/") {
          at += 1
          continue
        }
        count += 1
        if count == most + 2 { cut = at }  // The first is the tag's name.
        skipName()
        let name = at
        skipSpace()
        guard at < page.count, page[at] == UInt8(ascii: "=") else {
          at = name
          continue
        }
        at += 1
        skipSpace()
        skipValue()
      }
      return cut
    }

    private mutating func skipName() {
      while at < page.count, page[at] > 0x20, page[at] != 0x3E, page[at] != UInt8(ascii: "="),
        page[at] != UInt8(ascii: "/")
      {
        at += 1
      }
      // An equals sign where a name should be is skipped as junk.
      if at < page.count, page[at] == UInt8(ascii: "="), at > 0, page[at - 1] <= 0x20 { at += 1 }
    }

    private mutating func skipSpace() {
      while at < page.count, page[at] <= 0x20 { at += 1 }
    }

    private mutating func skipValue() {
      guard at < page.count else { return }
      guard page[at] == 0x22 || page[at] == 0x27 else {
        while at < page.count, page[at] > 0x20, page[at] != 0x3E { at += 1 }
        return
      }
      guard let start = page.baseAddress, at + 1 < page.count,
        let close = memchr(start + at + 1, Int32(page[at]), page.count - at - 1)
      else {
        at = page.count
        return
      }
      at = start.distance(to: close.assumingMemoryBound(to: UInt8.self)) + 1
    }
  }
}
