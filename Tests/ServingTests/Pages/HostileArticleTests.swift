import EVFacts
import HTTPTypes
import Testing

@testable import Serving

/// Articles come from strangers: what they say is text on every page, whatever it looks like.
@Suite struct HostileArticleTests {
  @Test(arguments: [
    "/", "/facts?maker=BYD", "/makers/byd", "/models/byd/seal06", "/articles", "/articles?q=BYD",
    "/conflicts",
    "/calendar?from=2026", "/history?maker=byd", "/review?below=1", "/ask?q=which+models+launch+in+2026",
    "/article?id=%3Cscript%3Ealert('id')%3C/script%3E",
    "/article?id=https%3A%2F%2Fxn--pple-43d.example%2Fa%2F..%2Fb%3Fx%3D1%26y%3D2%23z",
    "/ask?q=%3Cscript%3Ealert(1)%3C/script%3E", "/makers?name=%22%3E%3Cscript%3E&x=%22onfocus=alert(1)",
    "/facts?maker=%22%3E%3Cimg%20src=x%3E&lang=de",
  ])
  func nothingOfItBecomesMarkup(uri: String) async throws {
    let page = try await SmallSite.get(uri)
    let markup = PageMarkup(page.body)
    #expect(markup.faults == [])
    #expect(
      markup.tags.filter { $0.name == "script" }.map { $0.value("src") } == [
        StyleFiles.script.address.description
      ])
    for tag in markup.tags {
      #expect(!["img", "style", "iframe", "object", "b onmouseover"].contains(tag.name))
      #expect(!tag.attributes.contains { $0.name.hasPrefix("on") })
      let address = tag.value("href") ?? tag.value("action") ?? ""
      #expect(!address.lowercased().hasPrefix("javascript:"))
    }
    // Nothing turns the direction of what stands beside it.
    #expect(
      !page.body.unicodeScalars.contains {
        (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      })
  }

  @Test func itsTextIsShownAsItIs() async throws {
    let page = try await SmallSite.get("/article?id=%3Cscript%3Ealert('id')%3C/script%3E")
    #expect(page.status == .ok)
    #expect(page.body.contains("&lt;/article&gt;&lt;/main&gt;&lt;script&gt;document.title = &#39;owned&#39;"))
    #expect(page.body.contains("<title>&lt;/title&gt;&lt;script&gt;"))
    // Its address is no page of the web, so nothing leads there.
    #expect(!page.body.contains(">\(Words.of(.english)[.original])</a>"))
  }

  @Test func aLookAlikeIsToldByItsHost() async throws {
    let uri = "/article?id=https%3A%2F%2Fxn--pple-43d.example%2Fa%2F..%2Fb%3Fx%3D1%26y%3D2%23z"
    let page = try await SmallSite.get(uri)
    #expect(page.status == .ok)
    #expect(page.body.contains("rel=\"noopener noreferrer nofollow\""))
    #expect(page.body.contains("(xn--pple-43d.example)"))
  }

  @Test func anAddressComesBackToItsOwnPath() {
    #expect(Address(asked: "//evil.example/x").description == "/")
    #expect(Address(asked: "https://evil.example").description == "/")
    #expect(Address("/article").with("id", "a&b=c\"d").description == "/article?id=a%26b%3Dc%22d")
    #expect(Address("/makers", "a/../b").description == "/makers/a%2F..%2Fb")
  }
}
