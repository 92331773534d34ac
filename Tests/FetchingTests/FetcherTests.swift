import CZlib
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Fetching

/// Pages, redirects, limits and broken answers, over real connections on loopback.
@Suite struct FetcherTests {
  static func fetcher(_ change: (inout FetchPolicy) -> Void = { _ in }) -> Fetcher {
    var policy = FetchPolicy()
    policy.allowsPrivate = true
    policy.interval = .zero
    change(&policy)
    return Fetcher(policy: policy)
  }

  static func page(_ fetched: Fetched) throws -> FetchedPage {
    guard case .page(let page) = fetched else {
      Issue.record("nothing came")
      throw FetchError.notAnAddress("")
    }
    return page
  }

  @Test func aPageComesWithWhatToAskByTheNextTime() throws {
    let server = try TestServer { request in
      if request.headers["if-none-match"] == "\"v1\"" { return [.say(Reply.status(304))] }
      let headers = ["ETag": "\"v1\"", "Last-Modified": "Wed, 01 Jan 2025 00:00:00 GMT"]
      return [.say(Reply.page("<p>Hello", type: "text/html; charset=\"GB18030\"", headers: headers))]
    }
    let fetcher = Self.fetcher()
    let page = try Self.page(fetcher.fetch(server.address("/a?b=1#c")))
    #expect(page.bytes == Array("<p>Hello".utf8))
    #expect(page.address == server.address("/a?b=1"))
    #expect(page.mediaType == "text/html" && page.charset == "GB18030")
    let known = Validators(etag: "\"v1\"", lastModified: "Wed, 01 Jan 2025 00:00:00 GMT")
    #expect(page.validators == known)
    guard case .unchanged = try fetcher.fetch(server.address("/a"), validators: known) else {
      Issue.record("the page came again")
      return
    }
    #expect(server.requests.map { $0.headers["if-modified-since"] } == [nil, known.lastModified])
    #expect(server.requests.allSatisfy { $0.headers["user-agent"]?.hasPrefix("evfacts/") == true })
  }

  @Test(arguments: [(5, true), (6, false)])
  func fiveRedirectsAreFollowed(count: Int, comes: Bool) throws {
    let server = try TestServer { request in
      let step = Int(request.target.dropFirst(2)) ?? 0
      // In turns the three ways in which an address may be written.
      let next = ["r\(step + 1)", "/r\(step + 1)", "./r\(step + 1)"][step % 3]
      return [
        .say(step == count ? Reply.page("<p>There") : Reply.redirect(next, code: [301, 302, 307][step % 3]))
      ]
    }
    let start = server.address("/r0")
    if comes {
      #expect(try Self.page(Self.fetcher().fetch(start)).address == server.address("/r\(count)"))
    } else {
      #expect(throws: FetchError.tooManyRedirects(address: start, limit: 5)) {
        _ = try Self.fetcher().fetch(start)
      }
    }
  }

  @Test(arguments: ["", "mailto:a@b.example", "file:///etc/passwd", "http://", "//user:word@127.0.0.1/"])
  func aRedirectToNoAddressIsAnError(target: String) throws {
    let server = try TestServer { _ in [.say(Reply.redirect(target))] }
    #expect(throws: FetchError.badRedirect(address: server.address("/"), to: target)) {
      _ = try Self.fetcher().fetch(server.address("/"))
    }
  }

  @Test(arguments: [403, 404, 410, 429, 500, 503])
  func anErrorOfTheServerIsTold(code: Int) throws {
    let server = try TestServer { _ in [.say(Reply.status(code))] }
    let error = #expect(throws: FetchError.self) { _ = try Self.fetcher().fetch(server.address("/")) }
    #expect(error == .status(address: server.address("/"), code: code))
    #expect(error?.description.contains("\(code)") == true)
  }

  @Test(arguments: ["image/jpeg", "video/mp4", "application/zip", "audio/mpeg"])
  func whatIsNoPageIsNotRead(type: String) throws {
    let server = try TestServer { _ in
      [.say(Reply.head(200, ["Content-Type": type, "Content-Length": "99999"])), .hang]
    }
    #expect(throws: FetchError.notAPage(address: server.address("/"), mediaType: type)) {
      _ = try Self.fetcher().fetch(server.address("/"))
    }
  }

  /// Answers that never end, each at another point.
  static let silences: [(String, [UInt8])] = [
    ("at once", []), ("within the head", Array("HTTP/1.1 200 OK\r\nContent-".utf8)),
    ("before the body", Reply.head(200, ["Content-Length": "10"])),
    ("within the body", Reply.head(200, ["Content-Length": "10"]) + Array("12345".utf8)),
  ]

  @Test(arguments: silences.map(\.0))
  func aServerThatFallsSilentIsGivenUp(point: String) throws {
    let said = try #require(Self.silences.first { $0.0 == point }).1
    let server = try TestServer { _ in [.say(said), .hang] }
    let fetcher = Self.fetcher { $0.silenceLimit = .milliseconds(300) }
    #expect(throws: FetchError.timeout(address: server.address("/"))) {
      _ = try fetcher.fetch(server.address("/"))
    }
  }

  @Test func aPageThatTakesTooLongInAllIsGivenUp() throws {
    let server = try TestServer { _ in [.say(Reply.head(200, ["Content-Length": "10"])), .hang] }
    let fetcher = Self.fetcher { $0.timeLimit = .milliseconds(300) }
    #expect(throws: FetchError.timeout(address: server.address("/"))) {
      _ = try fetcher.fetch(server.address("/"))
    }
  }

  /// Answers that are not as HTTP has it.
  static let broken: [(String, [UInt8])] = [
    ("shorter than stated", Reply.head(200, ["Content-Length": "100"]) + Array("too short".utf8)),
    ("no HTTP", Array("SSH-2.0-OpenSSH_9.2\r\n\r\n".utf8)),
    ("two lengths", Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n12345".utf8)),
    ("a length that is none", Array("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n12345".utf8)),
    (
      "a broken chunk",
      Reply.head(200, ["Transfer-Encoding": "chunked"]) + Array("zz\r\nabc\r\n0\r\n\r\n".utf8)
    ),
    (
      "chunks without an end",
      Reply.head(200, ["Transfer-Encoding": "chunked"]) + Array("5\r\nabcde\r\n".utf8)
    ),
    ("nothing", []), ("no body", Reply.head(200, ["Content-Length": "0"])),
    ("no gzip", Reply.bytes(Array("plain".utf8), headers: ["Content-Encoding": "gzip"])),
  ]

  @Test(arguments: broken.map(\.0))
  func aBrokenAnswerIsAnError(fault: String) throws {
    let said = try #require(Self.broken.first { $0.0 == fault }).1
    let server = try TestServer { _ in [.say(said), .close] }
    let error = #expect(throws: FetchError.self) { _ = try Self.fetcher().fetch(server.address("/")) }
    guard case .broken = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aPageOverTheLimitIsRefused() throws {
    let body = [UInt8](repeating: 0x61, count: 3 << 20)
    let server = try TestServer { request in
      switch request.target {
      case "/stated": [.say(Reply.bytes(body))]
      case "/unstated": [.say(Reply.head(200, ["Connection": "close"]) + body), .close]
      default: [.say(Reply.bytes(Array(body.prefix(1 << 20))))]
      }
    }
    let fetcher = Self.fetcher { $0.sizeLimit = 1 << 20 }
    for target in ["/stated", "/unstated"] {
      #expect(throws: FetchError.tooLarge(address: server.address(target), limit: 1 << 20)) {
        _ = try fetcher.fetch(server.address(target))
      }
    }
    #expect(try Self.page(fetcher.fetch(server.address("/just"))).bytes.count == 1 << 20)
  }

  @Test func aPackedPageIsUnpackedAndABombIsNot() throws {
    let packed = Self.gzip([UInt8](repeating: 0x20, count: 1000) + Array("<p>Here".utf8))
    let bomb = Self.gzip([UInt8](repeating: 0x20, count: 64 << 20))
    #expect(bomb.count < 1 << 17)
    let server = try TestServer { request in
      [.say(Reply.bytes(request.target == "/bomb" ? bomb : packed, headers: ["Content-Encoding": "gzip"]))]
    }
    let fetcher = Self.fetcher()
    let page = try Self.page(fetcher.fetch(server.address("/")))
    #expect(page.bytes.count == 1007 && page.bytes.suffix(4).elementsEqual("Here".utf8))
    #expect(server.requests.first?.headers["accept-encoding"]?.contains("gzip") == true)
    #expect(throws: FetchError.tooLarge(address: server.address("/bomb"), limit: 20 << 20)) {
      _ = try fetcher.fetch(server.address("/bomb"))
    }
  }

  @Test func nobodyListening() throws {
    let port = try TestServer { _ in [.close] }.port
    let address = "http://127.0.0.1:\(port)/"
    let error = #expect(throws: FetchError.self) { _ = try Self.fetcher().fetch(address) }
    guard case .noConnection = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// Packs bytes as a server does.
  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count / 100 + 4096)
    let count = output.count
    return input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(count)
        _ = deflate(&stream, Z_FINISH)
        return Array(output.prefix(count - Int(stream.avail_out)))
      }
    }
  }
}
