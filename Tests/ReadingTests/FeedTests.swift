import Facts
import Reading
import Testing

/// Feeds of each kind, whole and broken: all items, or a clear error.
@Suite struct FeedTests {
  private func read(_ feed: String, name: String? = "a.xml") throws -> [ReadArticle] {
    try ArticleReader().read(bytes: Array(feed.utf8), name: name)
  }

  private static let items = (1...3).map {
    "<item><title>Number \($0)</title><link>https://e.example/\($0)</link><description>The car number \($0) is here.</description></item>"
  }
  private static let texts = (1...3).map { "The car number \($0) is here." }

  @Test func theWholeArticleCountsBeforeItsBeginning() throws {
    let item = { (first: String, second: String) in
      "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><title>A</title>\(first)\(second)<dc:creator>Ann Smith</dc:creator></item></channel></rss>"
    }
    let short = "<description>It begins …</description>"
    let whole = "<content:encoded><![CDATA[<p>It begins and it ends.</p>]]></content:encoded>"
    for feed in [item(short, whole), item(whole, short)] {
      let read = try read(feed)
      #expect(read.map(\.article.text) == ["It begins and it ends."])
      #expect(read[0].author == "Ann Smith")
    }
    #expect(
      try read(item(short, "<content:encoded> </content:encoded>")).map(\.article.text) == ["It begins …"])
  }

  @Test func aFeedIsToldByItsFirstBytes() throws {
    let rss = "<rss version='2.0'><channel>\(FeedTests.items.joined())</channel></rss>"
    let comment = "<!-- made by hand --><?xml-stylesheet href='a.xsl'?>"
    for start in ["", "<?xml version=\"1.0\"?>\n", "\u{FEFF}", "\n\n ", comment] {
      #expect(try read(start + rss, name: nil).map(\.article.text) == FeedTests.texts)
    }
  }

  @Test(arguments: [
    // The ampersand, the entity of HTML, the tag that is not closed, the attribute without quotes.
    "<rss><channel><title>A & B</title>ITEMS</channel></rss>",
    "<rss><channel><title>A&nbsp;B &eacute;</title>ITEMS</channel></rss>",
    "<rss><channel><image><url>x</image>ITEMS</channel></rss>",
    "<rss version=2.0><channel>ITEMS</channel></rss>",
    "<rss><channel>ITEMS",
    "<rss><channel>ITEMS</rss>",
    "<rss><channel><title>\u{1}\u{2}</title>ITEMS</channel></rss>",
    "<rss><channel><media:thumb url='x'/><itunes:author>X</itunes:author>ITEMS</channel></rss>",
    "<?xml version='1.0' encoding='klingon'?><rss><channel>ITEMS</channel></rss>",
    "ITEMS",
  ])
  func aMalformedFeedGivesAllItems(form: String) throws {
    let feed = form.replacing(
      "ITEMS",
      with: form == "ITEMS" ? "<channel>\(FeedTests.items.joined())</channel>" : FeedTests.items.joined())
    #expect(try read(feed).map(\.article.text) == FeedTests.texts)
  }

  @Test(arguments: [
    "<b>one</i> & two", "<p>one & two", "one &nbsp; two", "one < two", "<![CDATA[one & two]]>", "one & <two",
  ])
  func aMalformedItemLosesNoOther(text: String) throws {
    let broken = "<item><title>Broken</title><description>\(text)</description></item>"
    let feed =
      "<rss><channel>\(FeedTests.items[0])\(broken)\(FeedTests.items[1])\(FeedTests.items[2])</channel></rss>"
    let read = try read(feed).map(\.article.text)
    #expect(Set(FeedTests.texts).isSubset(of: Set(read)))
    #expect(read.contains { $0.contains("one") })
  }

  @Test func whatIsNoFeedIsNamed() {
    for text in [
      "<opml><body/></opml>", "<rss></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "no tag",
    ] {
      #expect(throws: ReadingError.self) { try read(text, name: "a.rss") }
    }
  }

  @Test func aFeedAsJSONIsRead() throws {
    let json = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Example", "language": "de-AT", "items": [
        {"id": "1", "url": "https://e.example/1", "title": "Eins", "content_html": "<p>Der L5 kommt.</p><p>Er kostet 30.000 Euro.</p>",
         "date_published": "2025-11-13T08:00:00+01:00", "date_modified": "2025-11-14T08:00:00+01:00", "authors": [{"name": "Jana"}, {"name": "Tom"}]},
        {"id": "2", "content_text": "Der L7 kommt nicht vor dem Herbst.", "summary": "Kurz."}, {"id": "3", "summary": "Nur kurz."}]}
      """
    let read = try read(json, name: "feed.json")
    #expect(
      read.map(\.article.text) == [
        "Der L5 kommt.\n\nEr kostet 30.000 Euro.", "Der L7 kommt nicht vor dem Herbst.", "Nur kurz.",
      ])
    #expect(read[0].article.published == Day("2025-11-13"))
    #expect(read[0].modified == Day("2025-11-14"))
    #expect(read[0].author == "Jana, Tom")
    #expect(read[0].article.publisher == "Example")
    #expect(read.allSatisfy { $0.article.language == .german })
  }

  @Test func anEntryOfAtomTellsAuthorAndChange() throws {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><title>L5</title><author><name>Ann Smith</name><email>a@e.example</email></author>
      <author><name>Bob Roe</name></author><published>2025-11-13T08:00:00Z</published><updated>2025-11-15T08:00:00Z</updated>
      <summary>The L5 …</summary><content type="html">&lt;p&gt;The L5 was shown.&lt;/p&gt;</content></entry></feed>
      """
    let read = try read(atom, name: "a.atom")
    #expect(read.map(\.article.text) == ["The L5 was shown."])
    #expect(read[0].author == "Ann Smith, Bob Roe")
    #expect(read[0].modified == Day("2025-11-15"))
    #expect(read[0].notes.contains { $0.description == "modified: 2025-11-15 (feed updated)" })
  }
}
