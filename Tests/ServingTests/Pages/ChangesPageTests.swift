import EVFacts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Serving

/// What changed since a day, as a page and as files.
@Suite struct ChangesPageTests {
  /// Articles by which a target rises, a price falls, a launch moves, a plan is dropped and a sale is disputed.
  static let articles = [
    ServedDatabase.article(
      "before", "2024-01-10",
      [
        ServedDatabase.target(100_000, "Xiaomi aims to sell 100,000 cars in 2024."),
        ServedDatabase.price(215_900, "The SU7 costs 215,900 yuan."),
        launch("YU7", "2025-03", "The YU7 comes in March 2025."),
        launch("YU9", "2026", "The YU9 comes in 2026."),
      ]),
    ServedDatabase.article(
      "after", "2024-05-01",
      [
        ServedDatabase.target(120_000, "Xiaomi aims to sell 120,000 cars in 2024."),
        ServedDatabase.price(199_900, "The SU7 costs 199,900 yuan."),
        launch("YU7", "2025-06", "The YU7 comes in June 2025."),
        launch("YU9", "2026", "The YU9 does not come.", .cancelled),
        launch("SU8", "2027", "The SU8 comes in <2027>."),
      ]),
  ]

  private static func launch(_ model: String, _ when: String, _ evidence: String, _ status: Status = .planned)
    -> Fact
  {
    Fact(
      kind: .launch, manufacturer: "Xiaomi", model: model, when: Period(when), market: "CN", status: status,
      attribute: "launch", evidence: evidence)
  }

  private func get(_ uri: String, language: String = "en") async throws -> (HTTPResponse.Status, String) {
    let database = try ServedDatabase(Self.articles)
    return try await database.server().application().test(.router) { client in
      let answer = try await client.execute(
        uri: uri, method: .get, headers: [.acceptLanguage: language])
      return (answer.status, String(buffer: answer.body))
    }
  }

  /// The words that tell what became of the rows, in their order.
  private func marks(_ page: String) -> [String] {
    page.components(separatedBy: "<span class=\"ch\">").dropFirst().map { part in
      String(part.components(separatedBy: "</span> ")[1].prefix { $0 != "<" })
    }
  }

  @Test func tellsWhatBecameOfWhat() async throws {
    let (status, page) = try await get("/changes?since=2024-03-01&by=published")
    #expect(status == .ok)
    #expect(PageMarkup(page).faults == [])
    #expect(marks(page) == ["new", "raised", "lowered", "postponed", "cancelled"])
    #expect(page.contains("Changes since 1 March 2024"))
    // Both articles, with the fact in each.
    #expect(page.contains("href=\"/article?id=after#fact-"))
    #expect(page.contains("href=\"/article?id=before#fact-"))
    #expect(page.contains("The SU8 comes in &lt;2027&gt;."))
    for format in ["csv", "xlsx", "json"] {
      #expect(page.contains("href=\"/download/changes.\(format)?since=2024-03-01&amp;by=published\""))
    }
    #expect(page.contains("<a href=\"/changes\" aria-current=\"page\">What changed</a>"))
  }

  @Test(arguments: [
    ("change=raised", ["raised"]), ("kind=launch", ["new", "postponed", "cancelled"]),
    ("model=YU7", ["postponed"]),
    ("maker=Xiaomi&kind=price", ["lowered"]), ("market=CN&kind=sales_target", []),
    ("status=cancelled", ["cancelled"]),
    ("sort=-change", ["cancelled", "postponed", "lowered", "raised", "new"]),
    ("sort=value", ["raised", "lowered", "new", "postponed", "cancelled"]),
    ("sort=-value", ["lowered", "raised", "new", "postponed", "cancelled"]),
    ("sort=date", ["raised", "postponed", "cancelled", "new", "lowered"]),
    ("sort=-date", ["new", "cancelled", "postponed", "raised", "lowered"]),
    ("limit=2", ["new", "raised"]), ("limit=2&offset=4", ["cancelled"]),
  ])
  func canBeFilteredAndSorted(query: String, expected: [String]) async throws {
    let (_, page) = try await get("/changes?since=2024-03-01&by=published&" + query)
    #expect(marks(page) == expected)
  }

  @Test func withoutADayTheLastSevenCount() async throws {
    let (_, page) = try await get("/changes")
    // All came in today, and nothing was there before.
    #expect(marks(page).filter { $0 == "new" }.count == 4)
    #expect(page.contains("/download/changes.csv?since="))
    let (_, none) = try await get("/changes?by=published", language: "fr")
    #expect(none.contains(Words.of(.french)[.noChanges]))
  }

  @Test(arguments: ["since=someday", "by=hearsay", "change=better", "maker=Nobody"])
  func whatNobodyKnowsIsTold(query: String) async throws {
    let (status, page) = try await get("/changes?" + query, language: "es")
    #expect(status == .ok)
    #expect(page.contains("<div class=\"notice bad\" role=\"alert\">"))
    #expect(marks(page).isEmpty)
    #expect(try await get("/download/changes.csv?" + query).0 == .badRequest)
  }

  @Test func theFileHoldsWhatTheReportDoes() async throws {
    let database = try ServedDatabase(Self.articles)
    let store = try FactStore(path: database.path, opening: .readOnly)
    let since = try #require(Day("2024-03-01"))
    let report = try ReportSource(store, scope: FactScope(), filter: ReportFilter()).changes(
      since: since, by: .published)
    var text = ""
    try CSVFormat().write(report) { text += $0 }
    #expect(try await get("/download/changes.csv?since=2024-03-01&by=published").1 == text)
  }
}
