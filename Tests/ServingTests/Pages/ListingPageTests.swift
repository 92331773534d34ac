import EVFacts
import Foundation
import HTTPTypes
import Testing

@testable import Serving

/// Sorting, filters, paging and downloads of the listings.
@Suite struct ListingPageTests {
  @Test func factsAreSortedByValueBothWays() async throws {
    let up = try await SmallSite.get("/facts?kind=sales&sort=value&limit=200")
    let down = try await SmallSite.get("/facts?kind=sales&sort=-value&limit=200")
    let store = try FactStore(path: SmallSite.shared.get().path, opening: .readOnly)
    var filter = ReportFilter()
    filter.kinds = [.sales]
    let values = try FactListing(filter, order: .value).rows(limit: 200, in: store).compactMap(\.fact.value)
    #expect(values.count > 5)
    #expect(values == values.sorted())
    let falling = try FactListing(filter, order: .value, isDescending: true).rows(limit: 200, in: store)
      .compactMap(\.fact.value)
    #expect(falling == falling.sorted(by: >))
    #expect(up.body.contains("aria-sort=\"ascending\""))
    #expect(down.body.contains("aria-sort=\"descending\""))
    let first = try #require(values.first)
    let last = try #require(values.last)
    let words = Words.of(.english)
    let place = { (value: Double, page: String) in page.range(of: words.number(value))?.lowerBound }
    let low = try #require(place(first, up.body))
    let high = try #require(place(last, up.body))
    #expect(low < high)
  }

  @Test(arguments: FactListing.Order.allCases, [false, true])
  func everyOrderGivesEveryFactOnce(order: FactListing.Order, isDescending: Bool) throws {
    let store = try FactStore(path: SmallSite.shared.get().path, opening: .readOnly)
    let listing = FactListing(order: order, isDescending: isDescending)
    var seen: [Int64] = []
    while true {
      let page = try listing.page(offset: seen.count, limit: 17, in: store)
      seen += page.rows.map(\.id)
      if page.rows.count < 17 { break }
    }
    #expect(seen.count == Set(seen).count)
    #expect(seen.count == (try store.counts().beliefs))
    #expect(try store.rows(listing.statement()).map(\.id) == seen)
  }

  @Test func filtersLeaveOut() async throws {
    let page = try await SmallSite.get("/facts?maker=BYD&kind=launch&market=Germany&status=planned")
    #expect(page.body.contains("/models/byd/seal06"))
    #expect(!page.body.contains("/models/xpeng/g6"))
    // The form shows what it was asked.
    #expect(page.body.contains("name=\"maker\" value=\"BYD\""))
    #expect(page.body.contains("<option value=\"planned\" selected>"))
    let none = try await SmallSite.get("/facts?maker=BYD&kind=launch&from=2031")
    #expect(none.body.contains(Words.of(.english)[.nothingFound]))
  }

  @Test(arguments: [
    ("/facts?maker=Nobody%20Motors", Phrase.noSuchMaker, "Nobody Motors"),
    ("/facts?model=Nothing", .noSuchModel, "Nothing"), ("/facts?market=Atlantis", .noSuchMarket, "Atlantis"),
    ("/facts?from=soon", .noSuchDate, "soon"), ("/facts?status=maybe", .noSuchValue, "maybe"),
    ("/facts?kind=%3Cb%3E", .noSuchValue, "<b>"), ("/articles?from=x", .noSuchDate, "x"),
    ("/conflicts?maker=Nobody", .noSuchMaker, "Nobody"), ("/calendar?to=later", .noSuchDate, "later"),
  ])
  func whatNobodyKnowsIsSaidSo(uri: String, phrase: Phrase, value: String) async throws {
    let answer = try await SmallSite.get(uri)
    #expect(answer.status == .ok)
    #expect(answer.body.contains(Markup.escaped(Words.of(.english).filled(phrase, value))))
    #expect(PageMarkup(answer.body).faults == [])
  }

  @Test func pagesLeadOnAndBack() async throws {
    let first = try await SmallSite.get("/facts?sort=date&limit=5")
    #expect(first.body.contains("rel=\"next\" href=\"/facts?sort=date&amp;limit=5&amp;offset=5\""))
    #expect(!first.body.contains("rel=\"prev\""))
    let second = try await SmallSite.get("/facts?sort=date&limit=5&offset=5")
    #expect(second.body.contains("rel=\"prev\" href=\"/facts?sort=date&amp;limit=5\""))
    #expect(second.body.contains("6–10 of"))
    let past = try await SmallSite.get("/facts?offset=999999999999999999999&limit=-3&sort=nonsense")
    #expect(past.status == .ok)
    let far = try await SmallSite.get("/facts?offset=100000")
    #expect(far.body.contains(Words.of(.english)[.nothingFound]))
  }

  @Test(arguments: [
    ("/facts?kind=price&sort=-value&limit=5", "/download/facts.csv?kind=price&amp;sort=-value"),
    ("/makers?sort=name", "/download/makers.xlsx?sort=name"), ("/models", "/download/models.json"),
    ("/markets", "/download/markets.csv"), ("/articles?language=de", "/download/articles.csv?language=de"),
    ("/targets", "/download/targets.csv"), ("/history?maker=byd", "/download/history.csv?maker=byd"),
    ("/ask?q=which+models+launch+in+2026", "/download/ask.csv?q=which%20models%20launch%20in%202026"),
  ])
  func listingsCanBeDownloaded(uri: String, link: String) async throws {
    #expect(try await SmallSite.get(uri).body.contains("href=\"\(link)\" download"))
  }

  @Test func namesAreFoundByAnySpelling() async throws {
    let page = try await SmallSite.get("/makers?name=b%20Y%20d")
    #expect(page.body.contains("href=\"/makers/byd\""))
    #expect(!page.body.contains("href=\"/makers/xpeng\""))
  }

  @Test(arguments: HistoryListing.Order.allCases, [false, true])
  func aHistoryIsSortedByEachColumn(order: HistoryListing.Order, isDescending: Bool) async throws {
    let store = try FactStore(path: SmallSite.shared.get().path, opening: .readOnly)
    let listing = HistoryListing(makerKey: "byd", modelKey: "", order: order, isDescending: isDescending)
    let rows = try listing.page(offset: 0, limit: 200, in: store).rows
    #expect(rows.count > 3)
    #expect(try listing.page(offset: 2, limit: 2, in: store).rows.map(\.id) == rows[2...3].map(\.id))
    #expect(try store.rows(listing.statement).map(\.id) == rows.map(\.id))
    let keys = rows.compactMap { row -> String? in
      switch order {
      case .published: row.article.published?.description
      case .kind: row.fact.kind.rawValue
      case .attribute: row.fact.attribute
      case .value: row.fact.value.map { String(format: "%020.3f", $0) }
      case .date: row.fact.when?.first?.description
      case .market: row.fact.market
      case .status: row.fact.status.rawValue
      }
    }
    #expect(keys == (isDescending ? keys.sorted(by: >) : keys.sorted()))
    let sign = isDescending ? "-" : ""
    let page = try await SmallSite.get("/history?maker=byd&sort=\(sign)\(order.rawValue)")
    #expect(page.body.contains("aria-sort=\"\(isDescending ? "descending" : "ascending")\""))
    #expect(PageMarkup(page.body).faults == [])
  }

  /// By each column that the answer has.
  @Test(arguments: [FactListing.Order.subject, .attribute, .date, .market, .status])
  func anAnswerCanBeSorted(order: FactListing.Order) async throws {
    let uri = "/ask?q=which+models+launch+in+2026"
    let plain = try await SmallSite.get(uri)
    #expect(!plain.body.contains("aria-sort"))
    let page = try await SmallSite.get(uri + "&sort=-\(order.rawValue)")
    let rows = { (page: String) in page.components(separatedBy: "<tr><th scope=\"row\">").count }
    #expect(rows(page.body) == rows(plain.body))
    #expect(page.body.contains("&amp;sort=\(order.rawValue)"))
    #expect(PageMarkup(page.body).faults == [])
  }

  /// Equal rows stay as they stood, and those without the thing come last either way.
  @Test func rowsAtHandAreSortedAsListingsAre() {
    let rows = [3.0, nil, 1, 3, 2].enumerated().map { place, value in
      FactRow(
        id: Int64(place), fact: Fact(kind: .sales, manufacturer: "BYD", value: value, evidence: "e"),
        article: Article(id: "a", text: ""))
    }
    #expect(SortedFacts.of(rows, by: .value, isDescending: false).map(\.id) == [2, 4, 0, 3, 1])
    #expect(SortedFacts.of(rows, by: .value, isDescending: true).map(\.id) == [0, 3, 4, 2, 1])
  }
}
