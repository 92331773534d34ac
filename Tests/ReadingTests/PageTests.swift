import Facts
import Reading
import Testing

@Suite struct PageTests {
  private func read(_ html: String) throws -> ReadArticle {
    try #require(try ArticleReader().read(bytes: Array(html.utf8), name: "a.html").first)
  }

  private static let paragraphs = [
    "Lumo has shown the L5 in Hamburg, and the car is to reach its first buyers in the month of May.",
    "The maker, founded in 2019, says that it has 140 shops, and that 60 more will open before the year is over.",
    "“We are ready for Europe,” said the head of sales, who joined from a supplier of batteries last spring.",
  ]
  private static let body = paragraphs.map { "<p>\($0)</p>" }.joined()

  @Test func theArticleIsKeptAndWhatStandsAroundItIsNot() throws {
    let read = try read(
      """
      <html lang="en"><head><title>Lumo shows the L5 | Example News</title><meta property="og:site_name" content="Example News">
      <style>p { color: red }</style></head><body>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/cars">Cars, tests and news of all kinds</a></li></ul></nav>
      <div class="cookie-banner">We use cookies, and so do our 800 partners. You can read more about it, or agree.</div>
      <article><h1>Lumo shows the L5</h1><p class="byline">By Ann Smith · 26 September 2025</p>
      <figure><img src="a.jpg"><figcaption>The L5 in Hamburg, seen from the left, in red. Photo: Example.</figcaption></figure>
      \(PageTests.body)
      <h2>What it costs</h2><ul><li>L5: 30,000 euros</li><li>L5 Max: 36,000 euros</li></ul>
      <table><tr><th>Model</th><th>Range</th></tr><tr><td>L5</td><td>510 km</td></tr></table>
      <p>More on this: <a href="/l7">The Lumo L7 driven</a></p>
      </article>
      <div class="related"><h3>Related</h3><ul><li><a href="/x">Another car is shown, and it is red</a></li></ul></div>
      <div id="comments"><p>What a car! I would buy it, if only it were cheaper, faster and not so red.</p></div>
      <footer>© Example News. All rights reserved, and so on, as is usual in a footer.</footer></body></html>
      """)
    #expect(
      read.article.text
        == (PageTests.paragraphs
        + ["What it costs", "L5: 30,000 euros", "L5 Max: 36,000 euros", "Model | Range", "L5 | 510 km"])
        .joined(separator: "\n\n"))
    #expect(read.article.title == "Lumo shows the L5")
    #expect(read.article.published == Day("2025-09-26"))
    #expect(read.article.publisher == "Example News")
    #expect(read.article.language == .english)
    #expect(read.notes.contains { $0.field == "published" && !$0.isDeclared })
  }

  @Test func metadataComesFromNestedJSONLD() throws {
    let read = try read(
      """
      <html><head><link rel="canonical" href="https://e.example/l5?a=1&amp;b=2"><script type="application/ld+json">
      {"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "@id": "#org", "name": "Example &amp; Sons"},
        {"@type": "WebPage", "datePublished": "2024-01-01", "name": "Page"},
        {"@type": ["NewsArticle"], "headline": "Lumo shows \\"L5\\"", "datePublished": "2025-11-13T23:30:00-05:00",
         "publisher": {"@id": "#org"}, "comment": [{"@type": "NewsArticle", "datePublished": "2020-01-01"}],}
      ]}</script></head><body>\(PageTests.body)</body></html>
      """)
    #expect(read.article.title == "Lumo shows \"L5\"")
    #expect(read.article.published == Day("2025-11-13"))
    #expect(read.article.publisher == "Example & Sons")
    #expect(read.article.url == "https://e.example/l5?a=1&b=2")
    #expect(read.notes.contains { $0.description == "published: 2025-11-13 (JSON-LD datePublished)" })
  }

  @Test(arguments: [
    #"<meta property="article:published_time" content="2025-11-13T08:00:00+01:00">"#,
    #"<meta name="date" content="13.11.2025">"#, #"<meta itemprop="datePublished" content="20251113">"#,
    #"<meta name="DC.date.issued" content="Thu, 13 Nov 2025 08:00:00 GMT">"#,
    #"<p><time pubdate datetime="2025-11-13">yesterday</time></p>"#,
    #"<p><span itemprop="datePublished">13 November 2025</span></p>"#,
    #"<h1>A title of its own</h1><div><time datetime="2025-11-13T10:00">10:00</time></div>"#,
    #"<link rel="canonical" href="https://e.example/2025/11/13/lumo-l5">"#,
    #"<link rel="canonical" href="https://e.example/2025/nov/13/lumo-l5">"#,
    #"<h1>A title of its own</h1><p>Hamburg, 13. November 2025</p>"#,
    #"<title>A title of its own</title><h1>A title of its own</h2><i>By Ann Smith, 13 November 2025</i>"#,
    // A time in UTC, and the day as the publisher counts it.
    #"<meta property="article:published_time" content="2025-11-14T01:19:34Z"><meta name="displaydate" content="November 13, 2025, 08:19 PM">"#,
  ])
  func aDateIsFoundInItsPlaces(markup: String) throws {
    let page = "<html><body>\(markup)\(PageTests.body)</body></html>"
    #expect(try read(page).article.published == Day("2025-11-13"))
  }

  @Test(arguments: [
    (
      #"<meta property="article:modified_time" content="2025-11-14T08:00:00Z">"#, "meta article:modified_time"
    ),
    (#"<meta itemprop="dateModified" content="20251114">"#, "meta datemodified"),
    (#"<p><span itemprop="dateModified">14 November 2025</span></p>"#, "microdata dateModified"),
    (#"<p><time class="updated" datetime="2025-11-14">today</time></p>"#, "time"),
    (
      #"<script type="application/ld+json">{"@type": "Article", "dateModified": "2025-11-14T08:00"}</script>"#,
      "JSON-LD dateModified"
    ),
  ])
  func theDayOfTheLastChangeIsFound(markup: String, source: String) throws {
    let read = try read("<html><body>\(markup)\(PageTests.body)</body></html>")
    #expect(read.modified == Day("2025-11-14"))
    #expect(read.notes.contains { $0.description == "modified: 2025-11-14 (\(source))" })
  }

  @Test func aChangeBeforePublicationIsNotBelieved() throws {
    let head = "<meta name=date content=2025-11-13><meta name=lastmod content=2025-11-01>"
    #expect(try read(head + PageTests.body).modified == nil)
  }

  @Test(arguments: [
    (#"<meta name="author" content="By Ann Smith">"#, "Ann Smith", "meta author"),
    (#"<p>By <a rel="author" href="/a">Ann Smith</a></p>"#, "Ann Smith", "microdata author"),
    (
      #"<p itemprop="author" itemscope><span itemprop="name">Ann Smith</span>, Paris</p>"#, "Ann Smith",
      "microdata author"
    ),
    (
      #"<script type="application/ld+json">{"@type": "Article", "author": [{"name": "Ann Smith"}, "Bob Roe"]}</script>"#,
      "Ann Smith, Bob Roe", "JSON-LD author"
    ),
    ("<h1>A title</h1><p>Von Ann Smith, Hamburg, 13. November 2025</p>", "Ann Smith", "byline, guessed"),
    ("<h1>A title</h1><p>文／陈默　2025年11月13日</p>", "陈默", "byline, guessed"),
  ])
  func theAuthorIsFoundInItsPlaces(markup: String, name: String, source: String) throws {
    let read = try read("<html><body>\(markup)\(PageTests.body)</body></html>")
    #expect(read.author == name)
    #expect(read.notes.contains { $0.description == "author: \(name) (\(source))" })
  }

  @Test(arguments: [
    #"<meta name="author" content="https://e.example/ann">"#, #"<meta name="author" content="Example News">"#,
    "<h1>A title</h1><p>By the end of the year</p>", "<h1>A title</h1><p>Di nuovo</p>",
  ])
  func whatNamesNobodyIsNoAuthor(markup: String) throws {
    let page = "<meta property=og:site_name content='Example News'>\(markup)\(PageTests.body)"
    #expect(try read(page).author == nil)
  }

  @Test(arguments: ["1970-01-01", "2999-01-01", "soon", "1985-06-01T10:00:00Z"])
  func anUnbelievableDateIsNone(date: String) throws {
    let page =
      "<html><head><meta property='article:published_time' content='\(date)'></head><body>\(PageTests.body)</body></html>"
    #expect(try read(page).article.published == nil)
  }

  @Test func aDateAfterTheFilesOwnIsNotBelieved() throws {
    let page = Array(
      "<html><head><meta name='date' content='2025-11-13'></head><body>\(PageTests.body)</body></html>".utf8)
    #expect(
      try ArticleReader().read(bytes: page, name: "a.html", saved: Day("2025-11-01"))[0].article.published
        == nil)
    #expect(
      try ArticleReader().read(bytes: page, name: "a.html", saved: Day("2025-11-13"))[0].article.published
        == Day("2025-11-13"))
  }

  @Test func brokenMarkupComesOutRight() throws {
    let broken = """
      <title>T</title><body><div class=text><p>\(PageTests.paragraphs.joined(separator: "<p>"))<p><b><i>Bold</b> end.</i></span></td>
      <table><tr><td>A<td>1 km<tr><td>B<td>2 km
      """
    let text = try read(broken).article.text
    #expect(text.hasPrefix(PageTests.paragraphs[0] + "\n\n" + PageTests.paragraphs[1] + "\n\n"))
    #expect(text.hasSuffix("Bold end.\n\nA | 1 km\n\nB | 2 km"))
  }

  @Test func lineBreaksPartParagraphsUnlessASentenceRunsOn() throws {
    let page =
      "<body><div>\(PageTests.paragraphs[0])<br>\(PageTests.paragraphs[1])<br><br>The car comes<br>in May, says the maker.</div></body>"
    #expect(
      try read(page).article.text
        == PageTests.paragraphs[0] + "\n\n" + PageTests.paragraphs[1]
        + "\n\nThe car comes in May, says the maker.")
  }

  @Test func rowsOfCardsAreSetAside() throws {
    let card =
      "<div><h3><a href='/a'>Another car is shown this week</a></h3><p>It is red, it is fast, and it is not for sale yet.</p></div>"
    let page =
      "<body><div><div>\(PageTests.body)\(PageTests.body)</div><div>\(card)\(card)\(card)\(card)</div></div></body>"
    #expect(try !read(page).article.text.contains("It is red"))
  }

  @Test func theSearchEnginesTextServesWhereThePageShowsATeaser() throws {
    let long = PageTests.paragraphs.joined(separator: "\\n\\n")
    let page = """
      <html><head><script type="application/ld+json">{"@type": "Article", "articleBody": "\(long)"}</script></head>
      <body><p>Lumo has shown the L5, in red.</p></body></html>
      """
    let read = try read(page)
    #expect(read.article.text == PageTests.paragraphs.joined(separator: "\n\n"))
    #expect(read.notes.contains { $0.source == "JSON-LD articleBody" })
  }

  @Test(arguments: [
    (
      "de", "Das könnte Sie auch interessieren",
      "Der Hersteller zeigt den Wagen in Hamburg, und er soll schon im Mai zu den Kunden kommen."
    ),
    (
      "fr", "À lire aussi",
      "La marque montre la voiture à Hambourg, et elle doit arriver chez ses clients au mois de mai."
    ),
    (
      "it", "Leggi anche",
      "La marca mostra l'auto ad Amburgo, e dovrebbe arrivare dai clienti già nel mese di maggio."
    ),
    (
      "es", "Te puede interesar",
      "La marca enseña el coche en Hamburgo, y debería llegar a los clientes ya en el mes de mayo."
    ),
    ("zh", "延伸阅读", "流明汽车在汉堡展示了新车，预计五月交付首批用户，目前在全球已经有一百四十家门店，今年还将新开六十家。"),
  ])
  func linkListsGoInAllLanguages(language: String, heading: String, sentence: String) throws {
    let page = """
      <html><body><div class="inhalt"><p>\(sentence)</p><p>\(sentence)</p>
      <h3>\(heading)</h3><ul><li><a href="/1">Lumo L7</a></li><li><a href="/2">Lumo L9</a></li></ul></div></body></html>
      """
    let article = try read(page).article
    #expect(article.text == sentence + "\n\n" + sentence)
    #expect(article.language?.rawValue == language)
  }
}
