import EVFacts
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Serving

/// The description is made of the table that answers; what a reader of it relies on is held against answers here, all of
/// it by schemathesis.
struct OpenAPITests {
  private func document() async throws -> [String: JSONValue] {
    let database = try ServedDatabase()
    let response = try await database.server().application().test(.router) { client in
      try await client.execute(uri: "/api/v1/openapi.json", method: .get)
    }
    guard case .object(let object) = try JSONParser.value(of: Array(response.body.readableBytesView)[...])
    else {
      return [:]
    }
    return object
  }

  @Test func everyAddressIsDescribed() async throws {
    let document = try await document()
    guard case .object(let paths)? = document["paths"] else {
      Issue.record("no paths")
      return
    }
    #expect(document["openapi"] == .string("3.1.0"))
    #expect(
      Set(paths.keys) == [
        "/facts", "/facts/{fact_id}", "/beliefs", "/conflicts", "/makers", "/models",
        "/models/{maker}/{model}",
        "/markets", "/articles", "/articles/{article}", "/ask", "/changes", "/history", "/openapi.json",
      ])
  }

  @Test func aDayPatternTakesTheDaysThatThereAre() throws {
    let pattern = try Regex("^\(APIParameter.dayPattern)$")
    for day in ["2024-02-29", "2000-02-29", "2025-12-31", "2025-04-30", "1996-02-29"] {
      #expect(try pattern.wholeMatch(in: day) != nil, "\(day)")
      #expect(Day(day) != nil)
    }
    for day in ["2025-02-29", "2100-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00"] {
      #expect(try pattern.wholeMatch(in: day) == nil, "\(day)")
      #expect(Day(day) == nil)
    }
  }

  @Test func aCursorReadsWhatItWrote() throws {
    let keys: [SQLValue] = [.integer(-7), .text("小米 = \u{1F697}"), .integer(Int64.max), .text("")]
    let text = Cursor(keys).text
    #expect(try Cursor(text, sorts: "itit").keys == keys)
    #expect(throws: Refusal.self) { try Cursor(text, sorts: "iiit") }
    #expect(throws: Refusal.self) { try Cursor(text, sorts: "iti") }
    #expect(throws: Refusal.self) { try Cursor(String(text.dropLast(3)), sorts: "itit") }
  }
}
