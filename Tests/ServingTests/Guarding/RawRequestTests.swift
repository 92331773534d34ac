import EVFacts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Serving

/// Bytes that no browser sends: whatever comes, the server answers the next one.
@Suite(.serialized) struct RawRequestTests {
  /// Runs a server on a port of this machine and hands the port on; it must still answer afterwards.
  private func serve(
    _ change: (inout ServingOptions) -> Void = { _ in }, _ body: @escaping @Sendable (Int) throws -> Void
  ) async throws {
    let database = try ServedDatabase()
    try await database.server(change).application().test(.live) { client in
      let port = try #require(client.port)
      // Blocking calls have a thread of their own.
      try await Task.detached { try body(port) }.value
      let after = try await Task.detached {
        let connection = try RawConnection(port: port)
        connection.send("GET /api/v1/facts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return connection.read()
      }.value
      #expect(after.hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test(arguments: [
    "\u{0}\u{1}\u{2}garbage\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello",
    "POST /edit/keep HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnonsense",
    "GET / HTTP/1.1\r\nHost: localhost\r\nBad Header\r\n\r\n", "GET / HTTP/1.1\r\n\u{8}: x\r\n\r\n",
    "GET / HTTP/1.1\nHost: localhost\n\n",
  ])
  func garbage(bytes: String) async throws {
    try await serve { port in
      let connection = try RawConnection(port: port)
      connection.send(bytes)
      connection.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      let answer = connection.read()
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 "))
    }
  }

  @Test func halfARequestThenGone() async throws {
    try await serve { port in
      for part in [
        "G", "GET / HT", "GET / HTTP/1.1\r\nHo",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx",
      ] {
        for _ in 0..<10 { try RawConnection(port: port).send(part) }
      }
    }
  }

  @Test(arguments: [
    ("", 400), ("Host: evil.example\r\n", 421), ("Host: localhost.evil.example\r\n", 421),
    ("Host: localhost\r\nHost: evil.example\r\n", 400), ("Host: localhost:abc\r\n", 400), ("Host: \r\n", 400),
    ("Host: LOCALHOST:1\r\n", 200), ("Host: 127.0.0.1\r\n", 200), ("Host: [::1]:8080\r\n", 200),
    ("Host: 192.168.0.7\r\n", 421),
  ])
  func whoIsNamedAsHost(fields: String, status: Int) async throws {
    try await serve { port in
      let connection = try RawConnection(port: port)
      connection.send("GET /api/v1/facts HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n")
      #expect(connection.read().hasPrefix("HTTP/1.1 \(status) "))
    }
  }

  @Test func requestsThatFollowEachOtherAreAnsweredInTheirOrder() async throws {
    try await serve { port in
      let connection = try RawConnection(port: port)
      let head = " HTTP/1.1\r\nHost: localhost\r\n"
      connection.send(
        "GET /api/v1/facts/1\(head)\r\nGET /api/v1/facts/2\(head)\r\nGET /api/v1/nothing\(head)Connection: close\r\n\r\n"
      )
      let answer = connection.read()
      let first = try #require(answer.firstRange(of: "\"fact_id\": 1,")?.lowerBound)
      let second = try #require(answer.firstRange(of: "\"fact_id\": 2,")?.lowerBound)
      let third = try #require(answer.firstRange(of: "there is nothing")?.lowerBound)
      #expect(first < second && second < third)
    }
  }

  @Test func aMegabyteOfHead() async throws {
    try await serve { port in
      for head in [
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "x", count: 1 << 20),
        "GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: "X-A: b\r\n", count: 1 << 17),
        "GET /" + String(repeating: "x", count: 1 << 20),
      ] {
        let connection = try RawConnection(port: port)
        connection.send(head)
        connection.send("\r\n\r\n")
        let answer = connection.read()
        // The connection may be gone before its answer is read.
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"))
      }
    }
  }

  @Test func whoIsTooSlowIsLeft() async throws {
    try await serve({ options in
      options.limits.requestTime = .milliseconds(300)
      options.limits.idleTime = .milliseconds(300)
    }) { port in
      for part in [
        "", "GET / HTTP/1.1\r\nHost: loc",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nab",
      ] {
        let connection = try RawConnection(port: port)
        connection.send(part)
        // Ends only because the server closes: otherwise the test's own limit of 20 seconds would let bytes be sent.
        _ = connection.read()
        connection.send("x")
        #expect(connection.read().isEmpty)
      }
    }
  }

  @Test func aBodyWithoutEndIsNotReadForEver() async throws {
    try await serve({ $0.limits.requestBytes = 50_000 }) { port in
      let connection = try RawConnection(port: port)
      connection.send("GET /api/v1/facts HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
      var isOpen = true
      for _ in 0..<10_000 where isOpen {
        isOpen = connection.send("400\r\n" + String(repeating: "x", count: 1024) + "\r\n")
      }
      #expect(!isOpen)
    }
  }
}
