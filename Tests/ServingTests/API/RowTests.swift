import EVFacts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Serving

/// Rows of the API: their pages, filters, forms and tags.
struct RowTests {
  private func get(
    _ uri: String, _ headers: HTTPFields = [:], of database: ServedDatabase
  ) async throws -> TestResponse {
    try await database.server().application().test(.router) { client in
      try await client.execute(uri: "/api/v1" + uri, method: .get, headers: headers)
    }
  }

  private func object(_ response: TestResponse) throws -> [String: JSONValue] {
    let bytes = Array(response.body.readableBytesView)
    guard case .object(let object) = try JSONParser.value(of: bytes[...]) else { throw NoObject() }
    return object
  }

  private struct NoObject: Error {}

  private func rows(_ response: TestResponse) throws -> [[String: JSONValue]] {
    guard case .array(let rows)? = try object(response)["rows"] else { throw NoObject() }
    return rows.compactMap { if case .object(let row) = $0 { row } else { nil } }
  }

  @Test func claimsAndBeliefs() async throws {
    let database = try ServedDatabase()
    let claims = try rows(await get("/facts", of: database))
    #expect(claims.count == 4)
    #expect(claims.map { $0["fact_id"] } == [.number(1), .number(2), .number(3), .number(4)])
    let targets = try rows(await get("/beliefs?kind=sales_target", of: database))
    #expect(targets.map { $0["value"] } == [.number(120_000)])
  }

  @Test func aRowHasTheColumnsOfAnExport() async throws {
    let row = try #require(try rows(await get("/facts?limit=1", of: ServedDatabase())).first)
    for column in FactReport.columns { #expect(row[column.name] != nil, "no \(column.name)") }
    #expect(row["evidence"] == .string("Xiaomi aims to sell 100,000 cars in 2024."))
    #expect(row["confidence"] == .number(0.5))
    #expect(row["model"] == .null)
  }

  @Test func pagesFollowEachOtherAndInsertsShiftNothing() async throws {
    let database = try ServedDatabase()
    var seen: [JSONValue] = []
    var next: String? = ""
    while let cursor = next {
      let response = try await get(
        "/facts?limit=1" + (cursor.isEmpty ? "" : "&cursor=\(cursor)"), of: database)
      seen += try rows(response).compactMap { $0["fact_id"] }
      if seen.count == 2 {
        try database.add(
          ServedDatabase.article("fourth", "2024-01-01", [ServedDatabase.price(1, "The SU7 costs 1 yuan.")]))
      }
      next = if case .string(let text)? = try object(response)["next"] { text } else { nil }
      #expect((response.headers[.link] != nil) == (next != nil))
    }
    #expect(seen == [.number(1), .number(2), .number(3), .number(4), .number(5)])
  }

  @Test(arguments: [
    ("/facts?maker=xiaomi", 4), ("/facts?maker=%E5%B0%8F%E7%B1%B3&kind=price", 2), ("/facts?model=SU7", 2),
    ("/facts?market=China", 2), ("/facts?status=planned&status=actual", 4),
    ("/facts?from=2024-01&to=2024-12-31", 2),
    ("/facts?from=2025", 0), ("/facts?min_confidence=0.6", 2), ("/facts?article=second", 1),
    ("/models/Xiaomi/SU7", 1), ("/conflicts", 2), ("/makers", 1), ("/models", 1), ("/markets", 1),
    ("/articles", 3),
    ("/articles?language=zh", 1), ("/articles?from=2024-05", 2), ("/history?of=Xiaomi", 4),
    ("/history?of=SU7&kind=price", 2), ("/changes?since=2024-04-01&by=published", 1),
    ("/changes?since=2024-04-01&by=published&kind=price", 0),
  ])
  func howManyRows(uri: String, count: Int) async throws {
    let response = try await get(uri, of: ServedDatabase())
    #expect(response.status == .ok)
    #expect(try rows(response).count == count)
    #expect(try object(response)["count"] == .number(Double(count)))
  }

  @Test(arguments: ["/conflicts", "/history?of=Xiaomi", "/models", "/makers", "/markets", "/articles"])
  func everyListingHasPages(uri: String) async throws {
    let database = try ServedDatabase()
    let all = try rows(await get(uri, of: database))
    var found: [[String: JSONValue]] = []
    var next: String? = ""
    while let cursor = next {
      let sign = uri.contains("?") ? "&" : "?"
      let response = try await get(
        uri + sign + "limit=1" + (cursor.isEmpty ? "" : "&cursor=\(cursor)"), of: database)
      found += try rows(response)
      next = if case .string(let text)? = try object(response)["next"] { text } else { nil }
    }
    #expect(found == all)
  }

  @Test func commaSeparatedByAcceptAndByFormat() async throws {
    let database = try ServedDatabase()
    for (uri, accept) in [("/facts", "text/csv"), ("/facts?format=csv", "*/*")] {
      let response = try await get(uri, [.accept: accept], of: database)
      let lines = String(buffer: response.body).split(separator: "\r\n")
      #expect(lines.count == 5)
      #expect(lines[0].hasPrefix("kind,manufacturer,model,attribute,value"))
      // What a spreadsheet would run is made harmless.
      #expect(String(buffer: response.body).contains(",\"'=SUM(A1) "))
      #expect(response.headers[.contentType]?.hasPrefix("text/csv") == true)
    }
    let lines = try await get("/facts?format=jsonl", of: database)
    #expect(String(buffer: lines.body).split(separator: "\n").count == 4)
  }

  @Test func aTagHoldsUntilTheDatabaseChanges() async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let first = try await client.execute(uri: "/api/v1/facts", method: .get)
      let tag = try #require(first.headers[.eTag])
      for sent in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
        let same = try await client.execute(uri: "/api/v1/facts", method: .get, headers: [.ifNoneMatch: sent])
        #expect(same.status == .notModified)
        #expect(same.body.readableBytes == 0)
        #expect(same.headers[.eTag] == tag)
      }
      let csv = try await client.execute(
        uri: "/api/v1/facts", method: .get, headers: [.ifNoneMatch: tag, .accept: "text/csv"])
      #expect(csv.status == .ok)
      try database.add(
        ServedDatabase.article("fourth", "2024-01-01", [ServedDatabase.price(1, "The SU7 costs 1 yuan.")]))
      let other = try await client.execute(uri: "/api/v1/facts", method: .get, headers: [.ifNoneMatch: tag])
      #expect(other.status == .ok)
      #expect(other.headers[.eTag] != tag)
    }
  }

  @Test func headHasTheFieldsOfGetAndNoBody() async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let get = try await client.execute(uri: "/api/v1/facts", method: .get)
      let head = try await client.execute(uri: "/api/v1/facts", method: .head)
      #expect(head.status == .ok)
      #expect(head.body.readableBytes == 0)
      #expect(head.headers[.contentLength] == get.headers[.contentLength])
    }
  }
}
