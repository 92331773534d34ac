import Facts
import Foundation
import Reading
import Testing

@Suite struct FormatTests {
  private let reader = ArticleReader()

  @Test func jsonLinesKeepTheirTextAndFields() throws {
    let lines = """
      {"id": "a1", "title": "One", "text": "First line.\\nSecond  line.", "published": "2025-11-13", "publisher": "P", "url": "https://e.example/1", "language": "de"}
      {"text": "The second article is in English and has no name of its own.", "published": "soon"}
      """
    let read = try reader.read(bytes: Array(lines.utf8), name: "a.jsonl")
    #expect(read.count == 2)
    #expect(
      read[0].article
        == Article(
          id: "a1", title: "One", published: Day("2025-11-13"), publisher: "P", url: "https://e.example/1",
          language: .german,
          text: "First line.\nSecond  line."))
    #expect(read[1].article.language == .english)
    #expect(read[1].article.published == nil)
    #expect(read[1].notes.contains { $0.source.contains("'soon' is no date") })
    #expect(read[1].article.id.utf8.count == 12)
  }

  @Test(arguments: [
    #"{"text": "One article."}"#, #"[{"text": "One article."}]"#,
    #"{"articles": [{"text": "One article."}]}"#,
    #"{"version": "https://jsonfeed.org/version/1.1", "title": "P", "items": [{"id": "1", "content_html": "<p>One article.</p>"}]}"#,
  ])
  func jsonComesInSeveralShapes(json: String) throws {
    #expect(try reader.read(bytes: Array(json.utf8), name: "a.json").map(\.article.text) == ["One article."])
    #expect(try reader.read(bytes: Array(json.utf8)).map(\.article.text) == ["One article."])
  }

  @Test func escapesInJSONAreRead() throws {
    let json = #"{"text": "\u5c0f\u7c73 \ud83d\ude97 \"SU7\" \ud83d."}"#
    #expect(
      try reader.read(bytes: Array(json.utf8), name: "a.json")[0].article.text == "小米 🚗 \"SU7\" \u{FFFD}.")
  }

  @Test func rssItemsBecomeArticles() throws {
    let rss = """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>Example News</title><language>de-DE</language>
      <item><title>Lumo zeigt L5 &amp; L7</title><link>https://e.example/1</link>
      <pubDate>Thu, 13 Nov 2025 08:00:00 GMT</pubDate>
      <description>Kurz.</description>
      <content:encoded><![CDATA[<p>Der L5 kommt im Mai.</p><p>Er kostet 30.000 Euro.</p>]]></content:encoded></item>
      <item><title>Zwei</title><description>Der L7 kommt nicht vor dem Herbst.</description></item>
      </channel></rss>
      """
    let read = try reader.read(bytes: Array(rss.utf8), name: "a.xml").map(\.article)
    #expect(read.count == 2)
    #expect(read[0].title == "Lumo zeigt L5 & L7")
    #expect(read[0].text == "Der L5 kommt im Mai.\n\nEr kostet 30.000 Euro.")
    #expect(read[0].published == Day("2025-11-13"))
    #expect(read[0].publisher == "Example News")
    #expect(read[0].url == "https://e.example/1")
    #expect(read[0].language == .german)
  }

  @Test func atomAndRSS1EntriesBecomeArticles() throws {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example</title>
      <entry><title>L5 shown</title><id>tag:e.example,2025:1</id><link rel="alternate" href="https://e.example/l5"/>
      <updated>2025-11-14T01:00:00Z</updated><published>2025-11-13T23:00:00+01:00</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The L5 was shown.</p><p>It costs 30,000 euros.</p></div></content></entry></feed>
      """
    let entry = try reader.read(bytes: Array(atom.utf8)).map(\.article)
    #expect(entry.map(\.text) == ["The L5 was shown.\n\nIt costs 30,000 euros."])
    #expect(entry[0].url == "https://e.example/l5")
    #expect(entry[0].published == Day("2025-11-13"))
    let rdf = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>Example</title></channel>
      <item rdf:about="y"><title>L5</title><link>https://e.example/y</link><dc:date>2025-11-13</dc:date><description>The L5 is here.</description></item></rdf:RDF>
      """
    let item = try reader.read(bytes: Array(rdf.utf8), name: "a.rss").map(\.article)
    #expect(item.map(\.text) == ["The L5 is here."])
    #expect(item[0].published == Day("2025-11-13"))
    #expect(item[0].publisher == "Example")
  }

  @Test func aCutFeedGivesItsWholeItems() throws {
    let cut =
      "<rss><channel><title>E</title><item><title>A</title><description>The first is whole.</description></item><item><title>B</titl"
    #expect(
      try reader.read(bytes: Array(cut.utf8), name: "a.rss").map(\.article.text) == ["The first is whole."])
  }

  @Test func gzipIsUnpackedByItsBytes() throws {
    // "Lumo L5\nThe car costs 30,000 euros. It comes in May.\n", packed at level 9 without a time.
    let packed: [UInt8] = GzipSample.bytes
    #expect(try reader.read(bytes: packed, name: "a.txt.gz")[0].article.title == "Lumo L5")
    #expect(try reader.read(bytes: packed)[0].article.text == "The car costs 30,000 euros. It comes in May.")
  }

  @Test func overridesCountMore() throws {
    let overrides = ReadingOverrides(
      published: Day("2024-11-30"), publisher: "Me", url: "https://e.example/o", language: .french)
    let read = try ArticleReader(overrides: overrides)
      .read(
        bytes: Array("Lumo\nBerlin, 13. November 2025\nDer Wagen kommt im Mai, sagt die Marke.".utf8),
        name: "a.txt")
    #expect(read[0].article.published == Day("2024-11-30"))
    #expect(read[0].article.publisher == "Me")
    #expect(read[0].article.language == .french)
    #expect(read[0].notes.contains { $0.description == "published: 2024-11-30 (given)" })
  }

  @Test func theNameOfAnArticleIsStable() throws {
    let a = try reader.read(bytes: Array("One\n\nThe text of it, in full.".utf8), name: "a.txt")[0].article.id
    let b = try reader.read(bytes: Array("Two\r\n\r\nThe  text of it, in full.\r\n".utf8), name: "b.txt")[0]
      .article.id
    #expect(a == b)
    let byURL = ArticleReader(overrides: ReadingOverrides(url: "https://e.example/1"))
    #expect(
      try byURL.read(bytes: Array("One text here.".utf8))[0].article.id
        == byURL.read(bytes: Array("Another text.".utf8))[0].article.id)
  }

  @Test func aFolderIsListedInOrder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "reading-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("b/.hidden"), withIntermediateDirectories: true)
    for name in ["b/z.txt", "b/a.html.gz", "c.JSONL", "a.txt", "picture.png", ".x.txt", "b/.hidden/y.txt"] {
      try Data("Text.".utf8).write(to: folder.appendingPathComponent(name))
    }
    let found = try FolderWalk.files(at: folder.path).map { String($0.dropFirst(folder.path.utf8.count + 1)) }
    #expect(found == ["a.txt", "b/a.html.gz", "b/z.txt", "c.JSONL"])
    #expect(try FolderWalk.files(at: folder.path + "/a.txt") == [folder.path + "/a.txt"])
    #expect(try reader.read(path: folder.path + "/a.txt")[0].article.text == "Text.")
  }
}
