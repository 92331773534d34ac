import EVFacts
import Foundation
import Testing

/// `evfacts serve` as a person starts and stops it.
struct ServeCommandTests {
  private func database(in folder: Folder) throws {
    let article = AnnotatedArticle(
      article: Article(id: "one", language: .english, text: "News."), models: [], facts: [])
    _ = try FactStore(path: folder.path("served.sqlite"), opening: .createOrWrite).add(
      [article], origin: .imported)
  }

  @Test(arguments: [
    (["--db", "none.sqlite"], "there is no database 'none.sqlite'"),
    (["--db", "served.sqlite", "--host", "0.0.0.0"], "others can reach the server"),
    (["--db", "served.sqlite", "--token", "none"], "cannot read the token file 'none'"),
    (["--db", "served.sqlite", "--token", "token"], "it needs no token"),
    (["--db", "served.sqlite", "--port", "70000"], "there is no port 70000"),
    (
      ["--db", "served.sqlite", "--host", "192.0.2.1", "--token", "token"],
      "this machine has no address '192.0.2.1'"
    ),
    (
      ["--db", "served.sqlite", "--host", "no.such.host.invalid", "--token", "token"],
      "this machine has no address"
    ),
    (["--db", "served.sqlite", "--allow-origin", "charts.example"], "is no origin"),
  ])
  func whyItDoesNotStart(arguments: [String], message: String) throws {
    let folder = try Folder()
    try database(in: folder)
    try folder.write("token", "0123456789abcdef0123\n")
    let run = try Program.run(["serve"] + arguments, in: folder)
    #expect(run.status != 0)
    #expect(run.notes.contains(message))
    #expect(run.notes.contains("Try:"))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func itPrintsItsAddressAnswersAndEnds(signal: Int32) throws {
    let folder = try Folder()
    try database(in: folder)
    let server = try RunningProgram(
      ["serve", "--db", "served.sqlite", "--port", "0", "--verbose"], in: folder)
    var address = ""
    while !address.hasSuffix("/\n") {
      address = (try? String(contentsOf: folder.url.appending(path: "stdout"), encoding: .utf8)) ?? ""
      usleep(20_000)
    }
    #expect(address.hasPrefix("http://127.0.0.1:"))
    let port = address.split(separator: ":").last.map { String($0.prefix { $0.isNumber }) } ?? ""
    let other = try Folder()
    try database(in: other)
    let taken = try Program.run(["serve", "--db", "served.sqlite", "--port", port], in: other)
    #expect(taken.status == 1)
    #expect(taken.notes.contains("port \(port) at '127.0.0.1' is in use"))
    server.send(signal)
    #expect(server.wait() == 0)
  }
}
