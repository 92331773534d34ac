import EVFacts
import HTTPTypes
import Testing

@testable import Serving

/// The marks in an article's text, and the facts beside it.
@Suite struct ArticlePageTests {
  private func row(_ id: Int64, _ span: SourceSpan?, _ evidence: String = "none") -> FactRow {
    let fact = Fact(
      kind: .sales, manufacturer: "BYD", value: 1, unit: "vehicles", evidence: evidence, span: span)
    return FactRow(id: id, fact: fact, article: Article(id: "a", text: ""))
  }

  private func html(_ text: String, _ rows: [FactRow]) throws -> String {
    let marked = try MarkedArticle(text, rows)
    let numbers = Dictionary(uniqueKeysWithValues: marked.facts.enumerated().map { ($1.row.id, $0 + 1) })
    return String(decoding: try marked.html(numbers, .of(.english)).bytes, as: UTF8.self)
  }

  /// The text without its markup and its numbers.
  private func plain(_ html: String) -> String {
    var out = ""
    var isTag = false
    for character in html.split(separator: "<sup").map({ part in
      part.hasPrefix(" ") ? part.split(separator: "</sup>", maxSplits: 1).last ?? "" : part
    }).joined() {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        out.append(character)
      }
    }
    return out
  }

  @Test func aPlaceIsMarkedAndLeadsToItsFact() throws {
    let html = try html("BYD sold 5 cars.", [row(7, SourceSpan(9, 10))])
    #expect(html.contains("<span id=\"mark-7\"></span><a class=\"mark\" href=\"#fact-7\""))
    #expect(html.contains(">5</a><sup class=\"refs\"><a href=\"#fact-7\""))
    #expect(plain(html) == "BYD sold 5 cars.\n")
  }

  /// Places within, across and upon each other, at the ends of the text, over a paragraph's end, and none at all.
  @Test(arguments: [
    [SourceSpan(0, 10), SourceSpan(2, 4)], [SourceSpan(0, 6), SourceSpan(4, 10)],
    [SourceSpan(3, 5), SourceSpan(3, 5)],
    [SourceSpan(0, 22)], [SourceSpan(8, 16), SourceSpan(10, 14), SourceSpan(15, 20)], [SourceSpan(21, 22)],
    [SourceSpan(0, 1), SourceSpan(1, 2), SourceSpan(2, 3)], [SourceSpan(5, 5)], [SourceSpan(20, 99)],
  ])
  func theTextStaysWhole(spans: [SourceSpan]) throws {
    let html = try html("0123456789\n\nabcdefghij", spans.enumerated().map { row(Int64($0 + 1), $1) })
    #expect(plain(html) == "0123456789\nabcdefghij\n")
    #expect(PageMarkup(html).faults == [])
  }

  @Test func everyFactThatEndsSomewhereIsNumberedThere() throws {
    let html = try html(
      "0123456789", [row(1, SourceSpan(0, 6)), row(2, SourceSpan(2, 4)), row(3, SourceSpan(4, 6))])
    for id in 1...3 { #expect(html.contains("<a href=\"#fact-\(id)\" aria-label=")) }
    // The stretch that two cover leads to the closer one.
    #expect(html.contains("href=\"#fact-2\" title=\"Sales: BYD, 1\u{A0}vehicles, actual\">23</a>"))
  }

  @Test func aPlaceThatCutsACharacterIsNotMarked() throws {
    #expect(try html("销量为5辆", [row(1, SourceSpan(1, 4))]) == "<p>销量为5辆</p>\n")
    #expect(try html("销量为5辆", [row(1, SourceSpan(9, 10))]).contains(">5</a>"))
  }

  @Test func withoutAPlaceTheSentenceIsMarked() throws {
    #expect(try html("One. BYD sold 5. Two.", [row(1, nil, "BYD sold 5.")]).contains(">BYD sold 5.</a>"))
  }

  @Test func aFactShowsItsSentenceAndWhatDecided() async throws {
    let page = try await SmallSite.get(
      "/article?id=https%3A%2F%2Fxn--pple-43d.example%2Fa%2F..%2Fb%3Fx%3D1%26y%3D2%23z", language: "de")
    #expect(
      page.body.contains(
        "<blockquote lang=\"en\">XPeng will launch the <mark>G6</mark> in Italy in March 2027.</blockquote>"))
    #expect(page.body.contains(Words.of(.german)[.decidedBy]))
    #expect(page.body.contains("<ul class=\"trail\" lang=\"en\"><li>"))
    #expect(page.body.contains("<article lang=\"en\" class=\"text\">"))
  }

  @Test func nobodyEditsWhereNothingCanBe() async throws {
    for uri in ["/review?below=1", "/article?id=de-own-01"] {
      #expect(!(try await SmallSite.get(uri).body.contains("method=\"post\"")))
    }
  }

  @Test func whoMayEditGetsFormsThatCarryTheToken() async throws {
    let session = BrowserSession()
    session.tell(.added(ModelName(manufacturer: "Maker", model: "<b>")))
    let page = try await BrowserSession.$current.withValue(session) {
      try await SmallSite.get("/review?below=1")
    }
    let markup = PageMarkup(page.body)
    #expect(markup.faults == [])
    let forms = markup.tags.filter { $0.value("method") == "post" }
    let tokens = markup.tags.filter { $0.value("name") == BrowserSession.formField }
    #expect(forms.count > 2)
    #expect(tokens.count == forms.count)
    #expect(tokens.allSatisfy { $0.value("value") == session.formToken })
    #expect(Set(forms.compactMap { $0.value("action") }) == ["/edit/keep", "/edit/drop", "/edit/correct"])
    #expect(
      page.body.contains(
        "<p class=\"notice good\" role=\"status\">Added to the catalogue: Maker &lt;b&gt;</p>"))
  }
}
