import Facts
import Foundation
import Testing

@testable import Reading

/// Web archives: which records become articles, and how their bodies are unpacked.
@Suite struct ArchiveTests {
  private static let page =
    "<html><head><title>Lumo shows the L5</title></head><body><p>Lumo has shown the L5, and it costs 30,000 euros.</p></body></html>"
  private static let text = "Lumo has shown the L5, and it costs 30,000 euros."

  /// A record of an archive.
  private func record(
    _ block: [UInt8], type: String = "response", url: String = "https://e.example/1", length: Int? = nil
  ) -> [UInt8] {
    let head =
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2025-11-14T01:00:00Z\r\n"
      + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(length ?? block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  private func answer(
    _ body: [UInt8] = Array(page.utf8), status: Int = 200, type: String = "text/html", more: String = ""
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status) OK\r\nContent-Type: \(type)\r\n\(more)\r\n".utf8) + body
  }

  private func texts(_ bytes: [UInt8], name: String? = "a.warc") throws -> [String] {
    try ArticleReader().read(bytes: bytes, name: name).map(\.article.text)
  }

  /// gzip without compression: stored blocks in a member of its own.
  private func packed(_ bytes: [UInt8]) -> [UInt8] {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    crc ^= 0xFFFF_FFFF
    let size = UInt16(bytes.count)
    func little(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
    let lengths = [size, ~size].flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + lengths + bytes + little(crc)
      + little(UInt32(bytes.count))
  }

  @Test func onlyAnswersWithPagesBecomeArticles() throws {
    let bytes =
      record(Array("software: x".utf8), type: "warcinfo")
      + record(Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "request")
      + record(answer()) + record(answer(), type: "revisit", url: "https://e.example/2")
      + record(answer(type: "image/png")) + record(answer(status: 404)) + record(answer(status: 301))
      + record(
        answer(Array("User-agent: *\nDisallow: /private/".utf8), type: "text/plain"),
        url: "https://e.example/robots.txt")
      + record(
        answer(Array("Lumo\n\nThe L7 follows in May.".utf8), type: "text/plain; charset=utf-8"),
        url: "https://e.example/l7.txt")
    let read = try ArticleReader().read(bytes: bytes, name: "a.warc")
    #expect(read.map(\.article.text) == [ArchiveTests.text, "The L7 follows in May."])
    #expect(read[0].article.url == "https://e.example/1")
    #expect(read[0].notes.contains { $0.description == "url: https://e.example/1 (fetched from)" })
    #expect(try texts(bytes, name: nil) == read.map(\.article.text))
  }

  @Test func bodiesAreUnchunkedAndUnpacked() throws {
    let body = Array(ArchiveTests.page.utf8)
    let chunked =
      Array("2a;name=value\r\n".utf8) + body[..<42]
      + Array("\r\n\(String(body.count - 42, radix: 16))\r\n".utf8)
      + body[42...] + Array("\r\n0\r\n\r\n".utf8)
    let more = "Transfer-Encoding: chunked\r\n"
    #expect(try texts(record(answer(chunked, more: more))) == [ArchiveTests.text])
    #expect(
      try texts(record(answer(packed(body), more: "Content-Encoding: gzip\r\n"))) == [ArchiveTests.text])
    // Some crawlers keep the head and the unpacked body.
    #expect(try texts(record(answer(body, more: more + "Content-Encoding: gzip\r\n"))) == [ArchiveTests.text])
    let both =
      Array("\(String(packed(body).count, radix: 16))\r\n".utf8) + packed(body) + Array("\r\n0\r\n\r\n".utf8)
    #expect(try texts(record(answer(both, more: more + "Content-Encoding: gzip\r\n"))) == [ArchiveTests.text])
    let bare = Array(packed(body).dropFirst(10).dropLast(8))
    #expect(try texts(record(answer(bare, more: "Content-Encoding: deflate\r\n"))) == [ArchiveTests.text])
  }

  @Test func recordsMayBePackedEachForItself() throws {
    let one = record(answer())
    let two = record(answer(), url: "https://e.example/2")
    for bytes in [packed(one) + packed(two), packed(one + two), packed(one) + packed(two) + [0, 0, 0]] {
      #expect(try texts(bytes, name: "a.warc.gz").count == 2)
      #expect(try texts(bytes, name: nil).count == 2)
    }
  }

  @Test func theServersEncodingIsHeard() throws {
    let body = Array("<p>Der K".utf8) + [0xE4] + Array("ufer zahlt mehr, als er dachte.</p>".utf8)
    let read = try texts(record(answer(body, type: "text/html; charset=\"windows-1252\"")))
    #expect(read == ["Der Käufer zahlt mehr, als er dachte."])
  }

  @Test func aDateAfterTheDayOfFetchingIsNotBelieved() throws {
    func published(_ day: String) throws -> Day? {
      let page = "<meta property=article:published_time content=\(day)><p>\(ArchiveTests.text)</p>"
      return try ArticleReader().read(bytes: record(answer(Array(page.utf8))), name: "a.warc")[0].article
        .published
    }
    #expect(try published("2025-11-13") == Day("2025-11-13"))
    #expect(try published("2025-11-18") == nil)
  }

  @Test func bytesThatAreNoRecordArePassedOver() throws {
    let first = record(answer(), length: answer().count - 30)
    let bytes =
      Array("junk\n".utf8) + first + Array("more junk\r\n".utf8)
      + record(answer(), url: "<https://e.example/2>")
    let read = try ArticleReader().read(bytes: bytes, name: "a.warc")
    #expect(read.map(\.article.url) == ["https://e.example/1", "https://e.example/2"])
  }

  @Test func everyCutGivesArticlesOrAnError() {
    let bytes = record(answer()) + record(answer())
    for whole in [bytes, packed(bytes), packed(record(answer())) + packed(record(answer()))] {
      for end in whole.indices {
        let read = try? ArticleReader().read(bytes: Array(whole[..<end]), name: "a.warc")
        #expect(read?.allSatisfy { !$0.article.text.isEmpty } != false)
      }
    }
  }

  @Test func whatIsNoArchiveIsRefused() {
    #expect(throws: ReadingError.notAnArchive(name: "a.warc")) { try texts(Array("no archive".utf8)) }
    #expect(throws: ReadingError.notAnArchive(name: "a.warc")) { try texts([]) }
    #expect(throws: ReadingError.withoutText(name: "a.warc")) { try texts(record(answer(status: 500))) }
    #expect(throws: ReadingError.badCompression(name: "a.warc")) {
      try texts(Array(packed(record(answer())).prefix(20)) + [UInt8](repeating: 0x55, count: 500))
    }
    #expect(
      ReadingError.notAnArchive(name: "a.warc").description
        == "'a.warc' is no web archive: no record in it begins with WARC/. Try: the name's ending .html if it is a page"
    )
  }

  @Test func lyingLengthsDoNoHarm() throws {
    for length in [Int.max, 1 << 40, -1, 70 << 20] {
      let read = try? texts(record(answer(), length: length) + record(answer()))
      #expect(read == nil || read == [ArchiveTests.text])
    }
  }
}
