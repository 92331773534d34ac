import EVFacts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Serving

struct DownloadTests {
  private func get(_ uri: String) async throws -> TestResponse {
    let database = try ServedDatabase()
    return try await database.server().application().test(.router) { client in
      try await client.execute(uri: "/download/" + uri, method: .get)
    }
  }

  @Test(
    arguments: DownloadListing.allCases.flatMap { listing in DownloadFormat.allCases.map { (listing, $0) } })
  func everyListingAsEveryFile(listing: DownloadListing, format: DownloadFormat) async throws {
    let query =
      switch listing {
      case .history: "?maker=xiaomi"
      case .ask: "?q=what+is+Xiaomi%27s+sales+target+for+2024"
      default: ""
      }
    let response = try await get("\(listing.rawValue).\(format.rawValue)\(query)")
    #expect(response.status == .ok)
    #expect(response.headers[.contentType] == format.type)
    #expect(
      response.headers[.contentDisposition]
        == "attachment; filename=\"\(listing.rawValue).\(format.rawValue)\"")
    let start = String(decoding: response.body.readableBytesView.prefix(2), as: UTF8.self)
    switch format {
    case .csv, .jsonl: break
    case .json: #expect(start.hasPrefix("["))
    case .xlsx: #expect(start == "PK")
    }
  }

  @Test func aFilterAndASortHoldForTheFileToo() async throws {
    let text = String(buffer: try await get("facts.csv?kind=price&kind=sales_target&sort=-value").body)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("price,Xiaomi,SU7"))
    #expect(lines[2].hasPrefix("sales_target,Xiaomi,"))
    #expect(text.contains(",\"'=SUM(A1) "))
  }

  @Test func theStreamGivesWhatTheReportGives() async throws {
    let database = try ServedDatabase()
    let store = try FactStore(path: database.path, opening: .readOnly)
    let rows = try store.rows(FactListing().statement())
    let response = try await database.server().application().test(.router) { client in
      try await client.execute(uri: "/download/facts.json", method: .get)
    }
    #expect(String(buffer: response.body) == (try JSONFormat().text(of: FactReport.of(rows))))
  }

  @Test(arguments: [
    ("nothing.csv", 404), ("facts.pdf", 404), ("facts", 404), ("facts.csv?maker=Nobody", 400),
    ("ask.csv", 400),
    ("ask.csv?q=what+colour", 422),
  ])
  func whatThereIsNot(uri: String, status: Int) async throws {
    #expect(try await get(uri).status.code == status)
  }

  /// The file has the order of the page that it belongs to.
  @Test func listsOfNamesAreSortedAsTheirPages() async throws {
    let site = try SmallSite.shared.get()
    func file(_ listing: DownloadListing, _ query: String) async throws -> [String] {
      let found = try await site.read { store in
        try DownloadRows(site: site, store: store, query: QueryItems(query)).rows(of: listing, as: .csv)
      }
      guard case .bytes(let bytes) = found else { return [] }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").dropFirst().map {
        String($0.prefix { $0 != "," })
      }
    }
    let up = try await file(.makers, "sort=name")
    #expect(up.count > 3)
    #expect(try await file(.makers, "sort=-name") == up.reversed())
    let most = try await SmallSite.get("/makers").body.firstRange(of: "<th scope=\"row\"><a href=\"/makers/")
    #expect(most != nil)
    #expect(try await file(.makers, "") == file(.makers, "sort=-claims"))
    #expect(try await file(.models, "sort=-maker") == file(.models, "sort=maker").reversed())
    #expect(try await file(.markets, "sort=-name") == file(.markets, "sort=name").reversed())
    #expect(try await file(.makers, "name=b+y+d") == ["BYD"])
  }
}
