import Foundation
import Testing

@Suite struct ReadCommandTests {
  static let page = """
    <html lang="de"><head><title>Der SU7 kommt</title>
    <meta property="og:site_name" content="Der Stromfahrer">
    <meta property="article:published_time" content="2024-11-30T08:00:00Z"></head>
    <body><nav><a href="/">Start</a></nav><article><h1>Der SU7 kommt</h1>
    <p>Der SU7 kommt im nächsten Jahr nach Deutschland, sagte ein Sprecher des Herstellers am Montag in München.</p>
    <p>Was er kosten soll, ließ er offen; die Händler rechnen mit einem Preis von rund 50.000 Euro.</p>
    </article></body></html>
    """

  @Test func printsPagesAsJSONLines() throws {
    let folder = try Folder()
    try folder.write("a.html", Self.page)
    let run = try folder.run("read", "--format", "jsonl", "a.html")
    #expect(run.status == 0)
    #expect(run.notes == "")
    #expect(run.output.hasPrefix("{\"path\": \"a.html\", \"id\": \""))
    #expect(
      run.output.contains(
        "\"title\": \"Der SU7 kommt\", \"published\": \"2024-11-30\", \"modified\": null, \"author\": null, \"publisher\": \"Der Stromfahrer\", "
          + "\"language\": \"de\", \"url\": null, \"text\": \"Der SU7 kommt im nächsten Jahr"))
    #expect(!run.output.contains("Start"))
  }

  @Test func tellsWhereEachThingComesFrom() throws {
    let folder = try Folder()
    try folder.write("a.html", Self.page)
    let run = try folder.run("read", "--publisher", "Anders", "a.html")
    #expect(run.output.hasPrefix("a.html\n"))
    #expect(run.output.contains("  publisher: Anders (given)\n"))
    #expect(run.output.contains("\n\nDer SU7 kommt im nächsten Jahr"))
  }

  @Test func feedsWhatItReadsToExtract() throws {
    let folder = try Folder()
    try folder.write("a.html", Self.page)
    let read = try folder.run("read", "--format", "jsonl", "a.html")
    let run = try folder.run("extract", input: read.output)
    #expect(run.status == 0)
    #expect(!run.output.contains("\"error\""))
  }
}

/// Archives, standard input and `--explain`.
@Suite struct ReadFormatTests {
  /// An archive with a picture, an empty page and two pages.
  static let archive: String = {
    func record(_ url: String, _ type: String, _ body: String) -> String {
      let answer = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\n\(body)"
      return
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2024-12-24T10:00:00Z\r\n"
        + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"
    }
    return record("https://e.example/1", "text/html", ReadCommandTests.page)
      + record("https://e.example/p", "image/png", "png")
      + record("https://e.example/empty", "text/html", "<html><script>1</script></html>")
      + record(
        "https://e.example/2", "text/html",
        "<p>Der Preis des Xiaomi SU7 liegt in Deutschland bei 50.000 Euro, sagt der Hersteller.</p>")
  }()

  @Test func readsArchivesFromFilesAndInput() throws {
    let folder = try Folder()
    try folder.write("a.warc", Self.archive)
    let run = try folder.run("read", "--format", "jsonl", "a.warc")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.output.contains("\"url\": \"https://e.example/2\""))
    #expect(run.notes == "1 page has no article text: passed over\n")
    let input = try folder.run("read", "--format", "jsonl", "-", input: Self.archive)
    #expect(input.output == run.output.replacing("\"path\": \"a.warc\"", with: "\"path\": \"-\""))
  }

  @Test func ingestsArchives() throws {
    let folder = try Folder()
    try folder.write("a.warc", Self.archive)
    let run = try folder.run("ingest", "a.warc")
    #expect(run.status == 0)
    #expect(run.output.contains("price: Xiaomi SU7"))
    #expect(run.notes.hasPrefix("2 articles with "))
    #expect(run.notes.hasSuffix("1 page has no article text: passed over\n"))
    #expect(try folder.run("ingest", "-", input: Self.archive).notes.contains("2 known already"))
  }

  @Test func aBrokenArchiveStopsNoOther() throws {
    let folder = try Folder()
    try folder.write("a.warc", "no archive")
    try folder.write("b.warc", Self.archive)
    for command in ["read", "ingest"] {
      let run = try folder.run(command, "a.warc", "b.warc")
      #expect(run.status == 1)
      #expect(run.notes.hasPrefix("Error: 'a.warc' is no web archive"))
      #expect(run.output.contains("Der SU7 kommt"))
    }
  }

  @Test(arguments: [
    ReadCommandTests.page,
    "Der SU7 kommt\n\nDer SU7 kommt im nächsten Jahr nach Deutschland, sagte ein Sprecher.",
    "{\"text\": \"Der SU7 kommt im nächsten Jahr nach Deutschland, sagte ein Sprecher.\"}\n",
    """
    <rss><channel><item><description>Der SU7 kommt im nächsten Jahr nach Deutschland.</description></item></channel></rss>
    """,
  ])
  func tellsInputByItsFirstBytes(input: String) throws {
    let run = try Folder().run("read", "--format", "jsonl", "-", input: input)
    #expect(run.status == 0)
    #expect(run.output.contains("\"text\": \"Der SU7 kommt im nächsten Jahr nach Deutschland"))
  }

  @Test func explainsInEveryFormat() throws {
    let folder = try Folder()
    try folder.write("a.html", ReadCommandTests.page)
    let run = try folder.run("read", "--format", "jsonl", "--explain", "a.html")
    #expect(run.output.contains("\"published_source\": \"meta article:published_time\""))
    #expect(run.output.contains("\"modified_source\": null"))
    #expect(run.output.contains("\"language_source\": \"text, guessed\""))
    let table = try folder.run("read", "--format", "csv", "--explain", "a.html")
    #expect(table.output.contains("published_source"))
  }
}
