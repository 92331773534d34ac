import EVFacts
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import Serving

/// Work that takes too long, or that nobody waits for.
@Suite struct WorkTests {
  /// A statement that never ends by itself.
  static let endless = SQLStatement(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")

  @Test func aStatementEndsWhenItsTimeIsOver() async throws {
    let database = try ServedDatabase()
    let site = try Site(path: database.path, seconds: 0.2)
    await #expect(throws: (any Error).self) {
      try await site.read { try $0.mapped(Self.endless) { $0.integer(0) } }
    }
    // The connection is as good as before.
    #expect(try await site.read { try $0.facts(ofArticle: "first").count } == 2)
  }

  @Test func aFileThatIsNotBegunInTimeIsNotSent() async throws {
    let database = try ServedDatabase()
    let limit = WorkLimit(seconds: 0.2)
    await #expect(throws: StoringError.tooSlow(seconds: 0.2)) {
      _ = try await RowStream().body(
        Self.endless, ["count"], as: .csv, path: database.path, limit: limit)
    }
  }

  /// Work that never looks at its limit keeps its thread, and nobody else.
  @Test func whoeverWaitsIsToldInTime() async throws {
    let threads = WorkThreads(count: 2)
    let isFree = Atomic(false)
    await #expect(throws: WorkLimit.Stop.tooSlow(seconds: 0.1)) {
      try await threads.run(WorkLimit(seconds: 0.1)) {
        while !isFree.load(ordering: .relaxed) {}
      }
    }
    #expect(try await threads.run(WorkLimit(seconds: 60)) { 7 } == 7)
    isFree.store(true, ordering: .relaxed)
  }

  @Test func whatWaitedForItsTimeIsNotBegun() async throws {
    await #expect(throws: WorkLimit.Stop.tooSlow(seconds: 0)) {
      try await WorkThreads(count: 1).run(WorkLimit(seconds: 0)) { Issue.record("it was begun") }
    }
  }

  @Test func aReaderThatLeavesEndsTheWork() async throws {
    let database = try ServedDatabase()
    let site = try Site(path: database.path, seconds: 3_600)
    let reader = ConnectedReader()
    reader.leave()
    await #expect(throws: WorkLimit.Stop.unwanted) {
      try await ConnectedReader.$current.withValue(reader) {
        try await site.read { try $0.mapped(Self.endless) { $0.integer(0) } }
      }
    }
  }

  /// The whole way: bytes on a connection, a page's work, the connection's end.
  @Test(.timeLimit(.minutes(2))) func aConnectionThatClosesEndsTheWork() async throws {
    let database = try ServedDatabase()
    let site = try Site(path: database.path, seconds: 3_600)
    let (ends, end) = AsyncStream<String>.makeStream()
    let router = Router()
    router.get("/slow") { _, _ -> String in
      try await site.read { store in
        do {
          end.yield("began")
          _ = try store.mapped(Self.endless) { $0.integer(0) }
        } catch {
          end.yield("\(error)")
          throw error
        }
      }
      return ""
    }
    router.get("/quick") { _, _ in "quick" }
    try await Application(router: router, server: ConnectionLimits().server).test(.live) { client in
      let port = try #require(client.port)
      var said = ends.makeAsyncIterator()
      var connection: RawConnection? = try RawConnection(port: port)
      connection?.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(await said.next() == "began")
      // Closed by the last who holds it.
      connection = nil
      #expect(await said.next() == "\(WorkLimit.Stop.unwanted)")
      #expect(try await client.execute(uri: "/quick", method: .get).status == .ok)
    }
  }

  @Test(arguments: [
    "/", "/facts?market=DE", "/changes", "/ask?q=which+models+launch+in+2026", "/models", "/review",
    "/makers/xiaomi",
    "/article?id=first", "/download/facts.csv", "/download/targets.xlsx", "/download/changes.json",
  ])
  func aPageThatTakesTooLongIsRefusedInTheReadersLanguage(uri: String) async throws {
    let database = try ServedDatabase()
    let server = try database.server { $0.answerSeconds = 0 }
    try await server.application().test(.router) { client in
      let answer = try await client.execute(
        uri: uri, method: .get, headers: [.acceptLanguage: "de"])
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.headers[.retryAfter] != nil)
      #expect(answer.headers[.cacheControl] == "no-store")
      let page = String(buffer: answer.body)
      #expect(page.contains("<p>\(Words.of(.german)[.tookTooLong])</p>"))
      #expect(PageMarkup(page).faults == [])
    }
  }

  @Test(arguments: [
    "facts", "beliefs?market=DE", "changes?since=2024-01-01", "ask?q=which+models+launch+in+2026", "markets",
    "articles/first", "history?of=Xiaomi",
  ])
  func aProgramIsToldSoToo(path: String) async throws {
    let database = try ServedDatabase()
    try await database.server { $0.answerSeconds = 0 }.application().test(.router) { client in
      let answer = try await client.execute(uri: "/api/v1/" + path, method: .get)
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
  }
}
