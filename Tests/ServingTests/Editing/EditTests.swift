import EVFacts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Serving

/// Edits by forms: what they do, and whose are refused.
struct EditTests {
  private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

  /// A browser that has opened a page: its cookie and the token that the page's forms carry.
  private func browser(_ client: some TestClientProtocol) async throws -> (cookie: String, token: String) {
    let page = try await client.execute(uri: "/review", method: .get)
    let field = try #require(page.headers[values: .setCookie].first { $0.hasPrefix("evfacts_session=") })
    #expect(field.contains("HttpOnly"))
    #expect(field.contains("SameSite=Strict"))
    let text = String(buffer: page.body)
    let start = try #require(text.firstRange(of: "name=\"token\" value=\"")).upperBound
    return (String(field.prefix { $0 != ";" }), String(text[start...].prefix { $0 != "\"" }))
  }

  private func post(
    _ client: some TestClientProtocol, _ path: String, _ body: String, _ headers: HTTPFields
  ) async throws -> TestResponse {
    try await client.execute(
      uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
  }

  @Test func keepDropCorrectAndUndo() async throws {
    let database = try ServedDatabase()
    let store = try FactStore(path: database.path, opening: .readOnly)
    try await database.server { $0.editing = true }.application().test(.router) { client in
      let (cookie, token) = try await browser(client)
      var headers = Self.form
      headers[.cookie] = cookie
      headers[.origin] = "http://localhost"
      headers[.fetchSite] = "same-origin"

      let kept = try await post(client, "/edit/keep", "token=\(token)&fact=1&back=/review", headers)
      #expect(kept.status == .seeOther)
      #expect(kept.headers[.location] == "/review")
      #expect(try store.doubtful(below: 0.7, limit: 9).map(\.id) == [3])

      let corrected = try await post(
        client, "/edit/correct",
        "token=\(token)&fact=3&value=130000&status=planned&unit=vehicles&why=misread", headers)
      #expect(corrected.status == .seeOther)
      #expect(corrected.headers[.location] == "/")
      #expect(try store.fact(3)?.fact.value == 130_000)

      _ = try await post(client, "/edit/undo", "token=\(token)", headers)
      #expect(try store.fact(3)?.fact.value == 120_000)

      _ = try await post(client, "/edit/drop", "token=\(token)&fact=3", headers)
      #expect(try store.fact(3) == nil)
      let page = try await client.execute(uri: "/review", method: .get, headers: [.cookie: cookie])
      #expect(String(buffer: page.body).contains("Dropped: "))
    }
  }

  @Test func anEditThatCannotBeMadeIsTold() async throws {
    let database = try ServedDatabase()
    let store = try FactStore(path: database.path, opening: .readOnly)
    try await database.server { $0.editing = true }.application().test(.router) { client in
      let (cookie, token) = try await browser(client)
      var headers = Self.form
      headers[.cookie] = cookie
      let wrong = try await post(
        client, "/edit/correct", "token=\(token)&fact=1&value=many&back=//evil.example/", headers)
      #expect(wrong.status == .seeOther)
      #expect(wrong.headers[.location] == "/")
      #expect(try store.fact(1)?.fact.value == 100_000)
      headers[.accept] = "application/json"
      let again = try await post(client, "/edit/correct", "token=\(token)&fact=1&value=many", headers)
      #expect(again.status == .unprocessableContent)
      let unknown = try await post(client, "/edit/drop", "token=\(token)&fact=999", headers)
      #expect(unknown.status == .notFound)
    }
  }

  @Test(arguments: ["no session", "no token", "another's token", "another site", "another origin", "no form"])
  func whoseFormsAreRefused(case what: String) async throws {
    let database = try ServedDatabase()
    let store = try FactStore(path: database.path, opening: .readOnly)
    try await database.server { $0.editing = true }.application().test(.router) { client in
      let (cookie, token) = try await browser(client)
      let other = try await browser(client)
      var headers = Self.form
      headers[.cookie] = what == "no session" ? nil : cookie
      if what == "another site" { headers[.fetchSite] = "cross-site" }
      if what == "another origin" { headers[.origin] = "http://localhost.evil.example" }
      if what == "no form" { headers[.contentType] = "text/plain" }
      let sent = what == "no token" ? "" : what == "another's token" ? other.token : token
      let response = try await post(client, "/edit/drop", "token=\(sent)&fact=1", headers)
      #expect(response.status == (what == "no form" ? .unsupportedMediaType : .forbidden))
      #expect(try store.fact(1) != nil)
    }
  }

  @Test func nothingCanBeEditedUnlessAsked() async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      let response = try await post(client, "/edit/drop", "fact=1", Self.form)
      #expect(response.status == .methodNotAllowed)
      let page = try await client.execute(uri: "/review", method: .get)
      #expect(page.headers[.setCookie] == nil)
    }
  }

  @Test func aFormCanBeTooLarge() async throws {
    let database = try ServedDatabase()
    try await database.server { $0.editing = true }.application().test(.router) { client in
      let (cookie, token) = try await browser(client)
      var headers = Self.form
      headers[.cookie] = cookie
      let response = try await post(
        client, "/edit/drop", "token=\(token)&fact=1&why=" + String(repeating: "x", count: 70_000), headers)
      #expect(response.status == .contentTooLarge)
    }
  }
}
