import EVFacts
import HTTPTypes
import Testing

@testable import Serving

/// What holds for every page.
@Suite struct EveryPageTests {
  /// All pages that can be reached from the first one, up to a number that takes a while.
  @Test func everyLinkLeadsToASoundPage() async throws {
    var waiting = ["/"]
    var seen: Set<String> = ["/"]
    var kinds: [String: Int] = [:]
    while let uri = waiting.popLast() {
      let answer = try await SmallSite.get(uri)
      #expect(answer.status == .ok, "\(uri)")
      let markup = PageMarkup(answer.body)
      #expect(markup.faults == [], "\(uri)")
      for tag in markup.tags {
        for attribute in tag.attributes {
          #expect(!attribute.name.hasPrefix("on"), "\(uri): \(tag.name) has \(attribute.name)")
          #expect(attribute.name != "style", "\(uri): a strict policy forbids styles in the page")
        }
        if let address = tag.value("src") { #expect(address.hasPrefix("/"), "\(uri) loads \(address)") }
      }
      for link in markup.links where !link.hasPrefix("/download") && !link.hasPrefix("/api") {
        guard seen.insert(link).inserted else { continue }
        // Of pages of one sort some are enough.
        let sort = String(link.prefix { $0 != "?" }.split(separator: "/").first ?? "")
        kinds[sort, default: 0] += 1
        if kinds[sort, default: 0] <= 8 { waiting.append(link) }
      }
    }
    #expect(
      Set(kinds.keys).isSuperset(of: [
        "changes", "calendar", "targets", "makers", "models", "markets", "facts", "conflicts", "articles",
        "article",
        "review",
        "history",
      ]))
  }

  @Test(
    arguments: [
      "/", "/ask", "/ask?q=which+models+launch+in+2026", "/ask?q=no+such+thing", "/facts", "/calendar",
      "/targets",
      "/makers", "/makers/byd", "/models", "/models/byd/seal06", "/markets", "/markets/DE",
      "/history?maker=byd",
      "/conflicts", "/articles", "/articles?q=BYD", "/article?id=zh-own-01", "/review", "/review?only=models",
      "/changes", "/changes?since=2020-01-01&by=published", "/changes?since=never",
    ], ["de", "en", "es", "fr", "it", "zh"])
  func speaksTheReadersLanguage(uri: String, language: String) async throws {
    let answer = try await SmallSite.get(uri, language: language)
    #expect(answer.status == .ok)
    #expect(
      answer.body.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language == "zh" ? "zh-Hans" : language)\">"))
    #expect(answer.headers[.contentLanguage] == language)
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    // A page's own words, and no key of the table in their place.
    for phrase in [Phrase.whatIsNew, .navigation, .askLabel, .rowsOf, .noSuchMaker, .chartLaunches] {
      #expect(!answer.body.contains(">\(phrase.rawValue)<"))
    }
    #expect(answer.body.contains(Words.of(LanguageCode(rawValue: language) ?? .other)[.skip]))
    #expect(PageMarkup(answer.body).faults == [])
    #expect(answer.body.utf8.count < 100_000)
  }

  @Test(arguments: [
    "/makers/nobody", "/models/byd/nothing", "/markets/XX", "/article?id=none", "/article",
    "/history?maker=x",
  ])
  func whatIsNotThereIsSaidSo(uri: String) async throws {
    let answer = try await SmallSite.get(uri, language: "fr")
    #expect(answer.status == .notFound)
    #expect(answer.body.contains(Words.of(.french)[.notFoundHint]))
  }

  @Test func aChosenLanguageIsKept() async throws {
    let answer = try await SmallSite.get("/makers?sort=name&lang=it", language: "de")
    #expect(answer.body.contains("<html lang=\"it\">"))
    let cookie = try #require(answer.headers[.setCookie])
    #expect(cookie.hasPrefix("evfacts_lang=it;"))
    // The choice does not stick to the page's own addresses, and the sorting does.
    #expect(answer.body.contains("href=\"/makers?sort=-name\""))
    let next = try await SmallSite.get("/", language: "de", headers: [.cookie: "evfacts_lang=it"])
    #expect(next.body.contains("<html lang=\"it\">"))
    let wrong = try await SmallSite.get(
      "/?lang=xx", language: "de", headers: [.cookie: "evfacts_lang=\"><script>"])
    #expect(wrong.body.contains("<html lang=\"de\">"))
    #expect(wrong.headers[.setCookie] == nil)
  }

  @Test func styleAndScriptCanBeKept() async throws {
    for file in [StyleFiles.sheet, StyleFiles.script, StyleFiles.icon] {
      let answer = try await SmallSite.get(file.address.description)
      #expect(answer.status == .ok)
      #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
      #expect(answer.body == file.text)
      #expect(answer.body.count > 100)
    }
  }
}
