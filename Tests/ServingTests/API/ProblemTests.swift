import EVFacts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Serving

/// What the API says where it cannot answer: a status, what is wrong, and what to try.
struct ProblemTests {
  @Test(arguments: [
    ("/nothing", 404, "there is nothing at this address"),
    ("/facts?foo=1", 400, "there is no parameter 'foo'"),
    ("/facts?kind=lunch", 400, "'kind' is 'lunch'"), ("/facts?limit=0", 400, "'limit' is '0'"),
    ("/facts?limit=1001", 400, "'limit' is '1001'"),
    ("/facts?limit=1&limit=2", 400, "'limit' is given 2 times"),
    ("/facts?limit=%2B5", 400, "'limit' is '+5'"),
    ("/facts?min_confidence=nan", 400, "'min_confidence' is 'nan'"),
    ("/facts?from=2025-02-30", 400, "'from' is '2025-02-30'"), ("/facts?from=", 400, "'from' is ''"),
    ("/facts?maker=Nobody", 404, "nobody knows a maker 'Nobody'"),
    ("/facts?model=Nothing", 404, "nobody knows a model 'Nothing'"),
    ("/facts?market=Atlantis", 404, "there is no market 'Atlantis'"),
    ("/facts?cursor=AAAA", 404, "there is no page behind this cursor"),
    ("/facts?cursor=%20", 400, "'cursor' is"),
    ("/facts/99", 404, "there is no fact 99"), ("/facts/one", 400, "'fact_id' is 'one'"),
    ("/articles/none", 404, "there is no article 'none'"),
    ("/models/Xiaomi/Nothing", 404, "nobody knows a model"),
    ("/ask", 400, "'q' is missing"), ("/ask?q=what+colour+is+the+SU7", 422, ""),
    ("/changes", 400, "'since' is missing"), ("/changes?since=2024", 400, "'since' is '2024'"),
    ("/history?of=Nobody", 404, "nobody knows a maker or a model 'Nobody'"),
    ("/facts?maker=%zz", 400, "the address is not written"),
    ("/facts?maker=%ff", 400, "the address is not written"),
    ("/facts?maker=%00", 400, "the address is not written"),
  ])
  func whatIsWrong(uri: String, status: Int, detail: String) async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let response = try await client.execute(uri: "/api/v1" + uri, method: .get)
      #expect(response.status.code == status)
      #expect(response.headers[.contentType] == "application/problem+json")
      let problem = try JSONParser.value(of: Array(response.body.readableBytesView)[...])
      guard case .object(let members) = problem, case .string(let found)? = members["detail"] else {
        Issue.record("no problem document")
        return
      }
      #expect(found.hasPrefix(detail))
      #expect(members["status"] == .number(Double(status)))
      if case .string(let hint)? = members["try"] {
        #expect(!hint.isEmpty)
      } else {
        Issue.record("nothing to try")
      }
    }
  }

  @Test func aQuestionThatIsNotUnderstoodNamesItsWords() async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let response = try await client.execute(uri: "/api/v1/ask?q=what+colour+is+the+SU7", method: .get)
      let text = String(buffer: response.body)
      #expect(text.contains("\"unplaced\": [\"colour\"]"))
      #expect(text.contains("\"suggestions\": [\""))
    }
  }

  @Test func aQuestionIsAnswered() async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let response = try await client.execute(
        uri: "/api/v1/ask?q=what+is+Xiaomi%27s+sales+target+for+2024", method: .get)
      #expect(response.status == .ok)
      #expect(String(buffer: response.body).contains("\"value\": 120000"))
    }
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace, .init("PROPFIND")!])
  func otherMethods(method: HTTPRequest.Method) async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let response = try await client.execute(uri: "/api/v1/facts", method: method)
      #expect(response.status == .methodNotAllowed)
      #expect(response.headers[.allow] == "GET, HEAD")
    }
  }

  @Test(arguments: [
    ("application/json", 200), ("*/*", 200), ("text/*;q=0.5", 200), ("application/json;q=0", 406),
    ("image/png", 406), ("text/html, application/xml;q=0.9, */*;q=0.1", 200),
  ])
  func formsThatThereAre(accept: String, status: Int) async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let response = try await client.execute(uri: "/api/v1/facts", method: .get, headers: [.accept: accept])
      #expect(response.status.code == status)
    }
  }

  @Test func anAddressCanBeTooLong() async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let response = try await client.execute(
        uri: "/api/v1/facts?maker=" + String(repeating: "a", count: 9_000), method: .get)
      #expect(response.status == .uriTooLong)
    }
  }
}
