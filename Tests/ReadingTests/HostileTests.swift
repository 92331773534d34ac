import Facts
import Foundation
import Reading
import Testing

/// Whatever the bytes, there is an article or an error, and soon.
@Suite struct HostileTests {
  private static let names: [String?] = [
    nil, "a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.xml", "a.txt.gz",
  ]

  private func survives(_ bytes: [UInt8], names: [String?] = names) {
    for name in names {
      guard let read = try? ArticleReader().read(bytes: bytes, name: name) else { continue }
      #expect(read.allSatisfy { !$0.article.text.isEmpty })
    }
  }

  @Test func randomBytes() {
    // A generator of its own, so that a failure comes back.
    var state: UInt64 = 42
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let marks = Array("<>/=\"'&;{}[]:,\\ \nabc".utf8)
    for round in 0..<60 {
      survives((0..<(round * 37)).map { _ in next() })
      survives((0..<(round * 37)).map { _ in marks[Int(next()) % marks.count] })
      survives((0..<(round * 7)).map { _ in 0x80 | next() })
    }
  }

  @Test func everyCutOfATextAPageAndAFeed() {
    let whole = [
      "小米 SU7 – 130 000 Stück, „größte“ 🚗 Zahl.\n\nZweiter Absatz.",
      "<html><head><script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"ä\\u00e9\"}</script></head><body><table><tr><td>größer &amp; <![CDATA[x]]><!-- c --></td></tr></table><p>小米汽车。</p></body></html>",
      "<?xml version='1.0'?><rss><channel><item><title>ä</title><description><![CDATA[<p>größer</p>]]></description></item></channel></rss>",
      "[{\"text\": \"ä\\ud83d\\ude97 größer\", \"published\": \"2025-01-01\"}]",
    ]
    for text in whole {
      let bytes = Array(text.utf8)
      for end in bytes.indices { survives(Array(bytes[..<end])) }
    }
  }

  @Test(arguments: ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<a name=x>", "<p><span>", "<font><p>"])
  func deepNesting(tag: String) throws {
    let page = String(repeating: tag, count: 10_000) + "The text lies deep, but it is there, and it is found."
    let read = try ArticleReader().read(bytes: Array(page.utf8), name: "a.html")
    #expect(read[0].article.text.contains("The text lies deep"))
  }

  @Test func deepValues() {
    for open in ["[", "{\"a\":", "[{\"text\":["] {
      survives(Array(String(repeating: open, count: 100_000).utf8))
      survives(
        Array(
          "<script type=application/ld+json>\(String(repeating: open, count: 50_000))</script><p>Text.</p>"
            .utf8))
    }
    survives(Array(("<rss><channel>" + String(repeating: "<item>", count: 20_000)).utf8))
  }

  @Test func hugeAttributesAndEntities() throws {
    let attribute =
      "<p class='\(String(repeating: "comment ", count: 500_000))' title=\(String(repeating: "x", count: 1_000_000))>A text.</p>"
    survives(Array(attribute.utf8))
    let entities = "<p>A text. \(String(repeating: "&amp;&#x4e2d;&bogus;&#999999999;", count: 50_000))</p>"
    #expect(
      try ArticleReader().read(bytes: Array(entities.utf8), name: "a.html")[0].article.text.contains("&中"))
    let bomb =
      "<!DOCTYPE r [<!ENTITY a 'xxxxxxxxxx'>"
      + (0..<20).map { "<!ENTITY a\($0) '&a\(max(0, $0 - 1));&a\(max(0, $0 - 1));'>" }.joined()
      + "]><rss><channel><item><description>&a19;</description></item></channel></rss>"
    survives(Array(bomb.utf8))
  }

  @Test func manySiblingsAndAttributes() {
    survives(Array(String(repeating: "<br>", count: 200_000).utf8))
    survives(Array(("<p" + (0..<20_000).map { " a\($0)=1" }.joined() + ">Text.</p>").utf8))
    survives(Array(String(repeating: "<p>x</p>", count: 100_000).utf8))
    survives([UInt8](repeating: 0x0A, count: 1_000_000))
    survives(Array(String(repeating: "x\n", count: 200_000).utf8))
  }

  @Test(arguments: ["a", "a='<p>'", "a=\"x > y\"", "a = 1", "'a'", "= a", "a/b='"])
  func aTagOfManyAttributesIsCutShort(form: String) throws {
    let attributes = (0..<60_000).map { form.replacing("a", with: "a\($0)") }.joined(separator: " ")
    let page = "<p \(attributes)>The text is found, whatever stands in its tag.</p><p>And this.</p>"
    survives(Array(page.utf8), names: ["a.html"])
    if !form.contains("'a'"), form.last != "'" {
      #expect(
        try ArticleReader().read(bytes: Array(page.utf8), name: "a.html")[0].article.text.contains(
          "And this."))
    }
  }

  @Test func everyOwnPageCutAtEachKilobyte() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Corpus/pages")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".html")
    }
    try #require(!pages.isEmpty)
    for page in pages {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: page)))
      for end in stride(from: 0, to: bytes.count, by: 1024) {
        survives(Array(bytes[..<end]), names: ["a.html", nil])
      }
    }
  }

  @Test func endTagsWithoutOpeningInADeepPage() throws {
    let start = "<p>The text, which comes before it all, is found.</p>"
    let page = start + String(repeating: "<div>", count: 60_000) + String(repeating: "</b>", count: 60_000)
    let read = try ArticleReader().read(bytes: Array(page.utf8), name: "a.html")
    #expect(read[0].article.text == "The text, which comes before it all, is found.")
  }

  @Test func aTextOfManyMegabytesIsRefused() {
    #expect(throws: ReadingError.tooLarge(name: "a.txt", limit: 1 << 24)) {
      try ArticleReader().read(bytes: [UInt8](repeating: 0x61, count: 1 << 24 + 1), name: "a.txt")
    }
  }

  /// What fuzzing has found.
  @Test func crashersOfOnce() {
    // A broken byte in a page that calls itself GB2312, and one in a text that only looks like it.
    survives(Array("<meta charset=gb2312><p>".utf8) + [0xE1, 0xB0, 0xB9, 0xE2, 0xFF, 0x81])
    survives(Array("Lumo\n\n(".utf8) + [UInt8](repeating: 0xE9, count: 63) + [0xB6, 0xB6, 0xFF])
  }

  @Test func zeroBytesInAPage() throws {
    let page =
      Array("<html><body><p>A text goes on ".utf8) + [0]
      + Array("after a zero byte, as it should do, and ends.</p></body></html>".utf8)
    #expect(
      try ArticleReader().read(bytes: page + [UInt8](repeating: 0x20, count: 400), name: "a.html")[0].article
        .text.contains("and ends."))
  }
}
