import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Fetching

/// Robots.txt and the pauses between requests.
@Suite struct MannersTests {
  private final class Waits: Sendable {
    let all = Mutex<[Duration]>([])
  }

  @Test func closedPagesAreNotAskedFor() throws {
    let server = try TestServer(rules: "User-agent: *\nDisallow: /inside") { request in
      [.say(request.target == "/way" ? Reply.redirect("/inside/b") : Reply.page("<p>Here"))]
    }
    let fetcher = FetcherTests.fetcher()
    #expect(throws: FetchError.disallowed(address: server.address("/inside/a"))) {
      _ = try fetcher.fetch(server.address("/inside/a"))
    }
    // Nor where a redirect leads there.
    #expect(throws: FetchError.disallowed(address: server.address("/inside/b"))) {
      _ = try fetcher.fetch(server.address("/way"))
    }
    _ = try fetcher.fetch(server.address("/outside"))
    #expect(server.requests.map(\.target) == ["/way", "/outside"])
  }

  @Test(arguments: [(404, true), (403, true), (500, false), (503, false)])
  func rulesThatCannotBeReadCloseOnlyWhereTheServerFails(code: Int, comes: Bool) throws {
    let server = try TestServer(answersRules: true) { request in
      [.say(request.target == "/robots.txt" ? Reply.status(code) : Reply.page("<p>Here"))]
    }
    let address = server.address("/a")
    if comes {
      #expect(try FetcherTests.page(FetcherTests.fetcher().fetch(address)).address == address)
    } else {
      #expect(throws: FetchError.disallowed(address: address)) {
        _ = try FetcherTests.fetcher().fetch(address)
      }
    }
  }

  @Test func requestsToOneHostAreApart() throws {
    let server = try TestServer { _ in [.say(Reply.page("<p>Here"))] }
    let waits = Waits()
    var policy = FetchPolicy()
    // So long that what the requests take does not count.
    policy.interval = .seconds(1000)
    let fetcher = Fetcher(
      policy: policy, addresses: { HostAddress.all(of: $0, limit: .seconds(5)) }, isOpen: { _ in true },
      sleep: { wait in waits.all.withLock { $0.append(wait) } })
    for target in ["/a", "/b", "/c"] { _ = try fetcher.fetch(server.address(target)) }
    // The rules come first and at once; each page waits its turn behind what came before.
    #expect(waits.all.withLock { $0.map { Int(($0.seconds / 1000).rounded()) } } == [1, 2, 3])
  }
}
