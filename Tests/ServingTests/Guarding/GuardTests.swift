import EVFacts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Serving

/// Who is answered, and with which fields.
struct GuardTests {
  @Test func everyAnswerHasItsFields() async throws {
    let database = try ServedDatabase()
    try await database.server().application().test(.router) { client in
      for uri in ["/", "/nothing", "/api/v1/facts", "/api/v1/nothing", "/download/facts.csv"] {
        let response = try await client.execute(uri: uri, method: .get)
        #expect(
          response.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
        #expect(response.headers[.referrerPolicy] == "same-origin")
        #expect(response.headers[.crossOriginOpenerPolicy] == "same-origin")
        #expect(response.headers[.crossOriginResourcePolicy] == "same-origin")
        #expect(response.headers[.accessControlAllowOrigin] == nil)
        #expect(response.headers[.cacheControl] != nil)
      }
    }
  }

  @Test func otherOriginsReadTheAPIWhereAsked() async throws {
    let database = try ServedDatabase()
    try await database.server { $0.allowedOrigins = ["https://charts.example"] }.application().test(.router) {
      client in
      let asked = try await client.execute(
        uri: "/api/v1/facts", method: .get, headers: [.origin: "https://charts.example"])
      #expect(asked.headers[.accessControlAllowOrigin] == "https://charts.example")
      #expect(asked.headers[.vary]?.contains("Origin") == true)
      let other = try await client.execute(
        uri: "/api/v1/facts", method: .get, headers: [.origin: "https://evil.example"])
      #expect(other.headers[.accessControlAllowOrigin] == nil)
      let page = try await client.execute(
        uri: "/", method: .get, headers: [.origin: "https://charts.example"])
      #expect(page.headers[.accessControlAllowOrigin] == nil)
      let before = try await client.execute(
        uri: "/api/v1/facts", method: .options,
        headers: [.origin: "https://charts.example", .accessControlRequestMethod: "GET"])
      #expect(before.status == .noContent)
    }
  }

  @Test func aTokenIsNeededOnlyBeyondThisMachine() throws {
    let database = try ServedDatabase()
    let token = AccessToken(secret: "0123456789abcdef")
    #expect(throws: ServingError.needsToken(host: "0.0.0.0")) { try database.server { $0.host = "0.0.0.0" } }
    #expect(throws: ServingError.needsNoToken(host: "127.0.0.1")) { try database.server { $0.token = token } }
    _ = try database.server {
      $0.host = "0.0.0.0"
      $0.token = token
    }
  }

  @Test func aTokenOpens() async throws {
    let database = try ServedDatabase()
    let server = try database.server {
      $0.host = "0.0.0.0"
      $0.token = AccessToken(secret: "0123456789abcdef")
    }
    try await server.application().test(.router) { client in
      let closed = try await client.execute(uri: "/api/v1/facts", method: .get)
      #expect(closed.status == .unauthorized)
      #expect(closed.headers[.wwwAuthenticate] == "Bearer")
      let wrong = try await client.execute(
        uri: "/api/v1/facts", method: .get, headers: [.authorization: "Bearer 0123456789abcdeX"])
      #expect(wrong.status == .unauthorized)
      let open = try await client.execute(
        uri: "/api/v1/facts", method: .get, headers: [.authorization: "Bearer 0123456789abcdef"])
      #expect(open.status == .ok)
      let page = try await client.execute(uri: "/models?sort=claims", method: .get)
      #expect(page.status == .seeOther)
      #expect(page.headers[.location] == "/login?next=%2Fmodels%3Fsort%3Dclaims")
      let login = try await client.execute(uri: "/login", method: .get)
      #expect(login.status == .ok)
      let given = try await client.execute(
        uri: "/login", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
        body: ByteBuffer(string: "token=0123456789abcdef&next=%2Fmodels"))
      #expect(given.status == .seeOther)
      #expect(given.headers[.location] == "/models")
      let cookie = String(try #require(given.headers[.setCookie]).prefix { $0 != ";" })
      let inside = try await client.execute(uri: "/models", method: .get, headers: [.cookie: cookie])
      #expect(inside.status == .ok)
      let once = try await client.execute(uri: "/models?token=0123456789abcdef&sort=claims", method: .get)
      #expect(once.status == .seeOther)
      #expect(once.headers[.location] == "/models?sort=claims")
    }
  }

  @Test func tokenFiles() throws {
    let database = try ServedDatabase()
    #expect(throws: AccessToken.Failure.self) { try AccessToken(file: "/nowhere") }
    for text in ["", "two words of token", "short", "eins\nzwei-mehr-als-sechzehn"] {
      let path = try database.write("token", text)
      #expect(throws: AccessToken.Failure.self) { try AccessToken(file: path) }
    }
    let token = try AccessToken(file: database.write("token", "0123456789abcdef\n"))
    #expect(token.isToken("0123456789abcdef"))
    for text in [
      "", "0123456789abcdeF", "0123456789abcdef0", "0123456789abcde", "0123456789abcdef0123456789abcdef",
    ] {
      #expect(!token.isToken(text))
    }
  }

  @Test(arguments: [
    ("/models", "/models"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/a\\b", "/"),
    ("/a b", "/"),
    (nil, "/"), ("/a\r\nSet-Cookie: x", "/"), ("/?q=%C3%A4", "/?q=%C3%A4"),
  ])
  func whereAFormLeadsBackTo(path: String?, place: String) { #expect(LocalPath.of(path) == place) }

  @Test func theLogShowsNoTokenAndNothingThatATerminalObeys() {
    #expect(RequestLog<BasicRequestContext>.shown("/?token=secret&a=1") == "/?token=…&a=1")
    #expect(!RequestLog<BasicRequestContext>.shown("/\u{1B}[31m").contains("\u{1B}"))
  }
}
