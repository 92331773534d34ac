import Foundation
import Synchronization
import TestSupport
import Testing

/// `evfacts ingest https://…` and `evfacts feeds`, against a server on loopback.
@Suite struct AddressTests {
  /// What a server has at the moment.
  private final class Site: Sendable {
    let pages = Mutex<[String: [UInt8]]>([:])

    func put(_ page: [UInt8], at target: String) { pages.withLock { $0[target] = page } }

    func server() throws -> TestServer {
      try TestServer { [self] request in
        guard let page = pages.withLock({ $0[request.target] }) else { return [.say(Reply.status(404))] }
        let etag = "\"\(page.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFFFF })\""
        if request.headers["if-none-match"] == etag { return [.say(Reply.status(304))] }
        return [.say(Reply.bytes(page, headers: ["ETag": etag]))]
      }
    }
  }

  private static func article(_ target: Int, day: String = "2025-02-03", head: String = "") -> [UInt8] {
    let sentence = "Xiaomi plans to sell \(target) SU7 in 2025, the company said on Monday in Beijing."
    return Array(
      """
      <html lang="en"><head><title>Plans</title>\(head)<meta property="article:published_time" content="\(day)"></head>
      <body><article><h1>Plans for \(target)</h1><p>\(sentence)</p><p>It did not say where it means to sell them, \
      and gave no figures for the other models that it builds at its plant in the south of the city.</p></article>
      </body></html>
      """.utf8)
  }

  private static func feed(_ links: [String]) -> [UInt8] {
    let items = links.map { "<item><title>One</title><link>\($0)</link></item>" }.joined()
    return Array("<?xml version=\"1.0\"?><rss><channel><title>Watt News</title>\(items)</channel></rss>".utf8)
  }

  private static let loopback = ["--allow-private", "--pause", "0"]

  private func run(_ arguments: String..., in folder: Folder) throws -> Program.Run {
    let takesAll = arguments[0] == "ingest" || arguments.contains("update")
    return try Program.run(arguments + (takesAll ? Self.loopback : []), in: folder)
  }

  @Test func aPageIsReadOnceAndAgainWhenItChanged() throws {
    let folder = try Folder()
    let site = Site()
    let server = try site.server()
    let address = server.address("/a.html")
    site.put(Self.article(100_000), at: "/a.html")
    let first = try run("ingest", address, in: folder)
    #expect(first.status == 0, "\(first.notes)")
    #expect(first.output.contains("sales target: Xiaomi SU7, 100,000 vehicles, 2025"), "\(first.output)")
    #expect(try folder.run("articles", "--format", "csv").output.contains(",\(address),"))
    #expect(try run("ingest", address, in: folder).notes.hasSuffix(": 1 known already\n"))
    site.put(Self.article(150_000), at: "/a.html")
    #expect(try run("ingest", address, in: folder).notes.hasSuffix(": 1 with a new text\n"))
    #expect(server.requests.count == 3)
    let believed = try folder.run("export", "sales-targets", "--format", "csv").output
    #expect(believed.contains(",150000,") && !believed.contains(",100000,"))
    let history = try folder.run("history", "SU7", "sales_target")
    #expect(history.output.contains("100,000 vehicles") && history.output.contains("150,000 vehicles"))
    #expect(history.output.components(separatedBy: "an older version, replaced 20").count == 2)
    let lines = try folder.run("history", "SU7", "sales_target", "--format", "jsonl").output
      .split(separator: "\n")
    #expect(lines.filter { $0.contains("\"replaced\": \"20") && $0.contains("100000") }.count == 1)
    #expect(lines.filter { $0.contains("\"replaced\": null") && $0.contains("150000") }.count == 1)
    #expect(try folder.run("check").status == 0)
  }

  /// A page that gives another site's address as its own does not take that one's place.
  @Test func aPageCannotPassForAnotherSites() throws {
    let folder = try Folder()
    let site = Site()
    let server = try site.server()
    let link = "<link rel=\"canonical\" href=\"https://paper.example/a\">"
    try folder.write("a.html", Data(Self.article(100_000, head: link)))
    _ = try folder.run("ingest", "a.html")
    site.put(Self.article(999_000, head: link), at: "/b.html")
    #expect(try run("ingest", server.address("/b.html"), in: folder).notes.hasSuffix(": 1 new\n"))
    let articles = try folder.run("articles", "--format", "csv").output
    #expect(articles.contains("https://paper.example/a,") && articles.contains(server.address("/b.html")))
  }

  /// A server that says half a page and then nothing: who interrupts does not wait for it, and keeps what came before.
  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptedFetchEndsAndKeepsWhatCame(signal: Int32) throws {
    let folder = try Folder()
    let page = Reply.bytes(Self.article(100_000), headers: [:])
    let server = try TestServer { request in
      request.target == "/slow.html" ? [.say(Array(page.prefix(page.count / 2))), .hang] : [.say(page)]
    }
    let run = try RunningProgram(
      ["ingest", server.address("/a.html"), server.address("/slow.html")] + Self.loopback, in: folder,
      output: "run.out", notes: "run.err")
    while server.requests.count < 2 { usleep(10_000) }
    run.send(signal)
    #expect(run.wait() == 128 + signal)
    let notes = try String(contentsOfFile: folder.path("run.err"), encoding: .utf8)
    #expect(notes.contains("Stopped before the end. Try: the same command again"), "\(notes)")
    #expect(!notes.contains("Error:"), "\(notes)")
    #expect(try folder.run("articles", "--format", "jsonl").output.contains(server.address("/a.html")))
    #expect(try folder.run("check").status == 0)
  }

  @Test func whatCannotBeFetchedIsToldAndMakesNoDatabase() throws {
    let folder = try Folder()
    let server = try Site().server()
    let run = try run("ingest", server.address("/none.html"), in: folder)
    #expect(run.status == 1)
    #expect(
      run.notes.hasPrefix("Error: cannot fetch '\(server.address("/none.html"))': the server answers 404"))
    #expect(run.notes.contains(" Try: ") && run.notes.filter { $0 == "\n" }.count == 1)
    #expect(!folder.has("evfacts.sqlite"))
    let closed = try folder.run("ingest", server.address("/none.html"))
    #expect(closed.status == 1)
    #expect(closed.notes.contains("127.0.0.1 is no public address. Try: --allow-private"))
  }

  @Test func anUpdateFetchesWhatIsNewInTheFeeds() throws {
    let folder = try Folder()
    let site = Site()
    let server = try site.server()
    let feed = server.address("/rss")
    site.put(Self.feed(["/1.html", server.address("/2.html"), "/3.html"]), at: "/rss")
    for number in 1...4 { site.put(Self.article(number * 100_000), at: "/\(number).html") }
    site.put([], at: "/3.html")
    #expect(try run("feeds", "add", feed, in: folder).notes == "following \(feed)\n")
    #expect(try run("feeds", "add", feed, in: folder).notes == "followed already: \(feed)\n")
    let first = try run("feeds", "update", in: folder)
    #expect(first.status == 1)
    #expect(first.notes.contains("Error: cannot fetch '\(server.address("/3.html"))': the answer is broken"))
    #expect(first.notes.hasSuffix(": 2 new\n"), "\(first.notes)")
    // What failed is tried again, though the feed has not changed; what is there is not.
    let again = try run("feeds", "update", in: folder)
    #expect(again.status == 1)
    #expect(server.requests.suffix(2).map(\.target).sorted() == ["/3.html", "/rss"])
    site.put(Self.article(300_000), at: "/3.html")
    site.put(Self.feed(["/1.html", "/2.html", "/3.html", "/4.html"]), at: "/rss")
    let before = server.requests.count
    let second = try run("feeds", "update", in: folder)
    #expect(second.status == 0, "\(second.notes)")
    #expect(second.notes.hasSuffix(": 2 new\n"), "\(second.notes)")
    #expect(server.requests.dropFirst(before).map(\.target).sorted() == ["/3.html", "/4.html", "/rss"])
    let third = try run("feeds", "update", in: folder)
    #expect(third.notes == "nothing new\n")
    #expect(server.requests.last?.headers["if-none-match"] != nil)
    let list = try folder.run("feeds", "list").output
    #expect(list.contains(feed) && list.contains("Watt News"))
    #expect(try run("feeds", "remove", feed, in: folder).notes == "no longer following \(feed)\n")
    #expect(try run("feeds", "remove", feed, in: folder).status == 1)
    #expect(try folder.run("articles", "--format", "jsonl").output.split(separator: "\n").count == 4)
  }

  @Test func whatIsNoFeedIsToldSo() throws {
    let folder = try Folder()
    let site = Site()
    let server = try site.server()
    site.put(Self.article(1), at: "/a.html")
    _ = try run("feeds", "add", server.address("/a.html"), in: folder)
    let update = try run("feeds", "update", in: folder)
    #expect(update.status == 1)
    #expect(update.notes.contains("'\(server.address("/a.html"))' is neither RSS nor Atom"))
    #expect(try run("feeds", "add", "nowhere", in: folder).notes.hasPrefix("Error: 'nowhere' is no address"))
    #expect(try run("feeds", "update", server.address("/b"), in: folder).status == 64)
  }

  @Test func aPersonsFeedLeadsToItsPages() throws {
    let folder = try Folder()
    let site = Site()
    let server = try site.server()
    site.put(Self.feed(["/1.html"]), at: "/rss")
    site.put(Self.article(100_000), at: "/1.html")
    let run = try run("ingest", server.address("/rss"), in: folder)
    #expect(run.notes.hasSuffix(": 1 new\n"), "\(run.notes)")
  }
}
