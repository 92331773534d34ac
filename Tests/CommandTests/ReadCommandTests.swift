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
        "\"title\": \"Der SU7 kommt\", \"published\": \"2024-11-30\", \"publisher\": \"Der Stromfahrer\", "
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
