import Foundation
import Testing

/// Tools of others from PyPI, where `script/peers` put them.
enum Peers {
  static let folder = Program.package.appending(path: ".build/peers/bin")

  static var areThere: Bool {
    let mark = Program.package.appending(path: ".build/peers/complete")
    return FileManager.default.fileExists(atPath: mark.path(percentEncoded: false))
  }
}

/// What the tools that people use make of a database; `script/test --all` installs them.
@Suite(
  .enabled(if: Peers.areThere, "Datasette, sqlite-utils and pandas are not there: script/peers installs them")
)
struct PeerTests {
  private func run(_ tool: String, _ arguments: [String], in folder: Folder) throws -> String {
    let output = try folder.write("peer", Data())
    let status = try Spawning.status(
      of: Peers.folder.appending(path: tool).path(percentEncoded: false), arguments,
      in: folder.url.path(percentEncoded: false),
      environment: ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"],
      output: output.path(percentEncoded: false), notes: folder.path("peer-notes"))
    let text = try String(contentsOf: output, encoding: .utf8)
    let notes = try String(contentsOfFile: folder.path("peer-notes"), encoding: .utf8)
    #expect(status == 0, "\(tool) \(arguments): \(notes)")
    return text
  }

  @Test(arguments: [
    ("launches", "YU7"), ("prices", "电车日报"), ("claims", "Der Stromfahrer"), ("articles", "Kilowatt Ledger"),
    ("models", "SU7"), ("conflicts", "130000"),
  ])
  func datasetteShowsEveryView(view: String, text: String) throws {
    let folder = try Folder.withFacts()
    let json = try run(
      "datasette", ["evfacts.sqlite", "--get", "/evfacts/\(view).json?_shape=array&_json_infinity=on"],
      in: folder)
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.contains { $0.values.contains { "\($0)".contains(text) } }, "\(json)")
    #expect(
      try run("datasette", ["evfacts.sqlite", "--get", "/evfacts/\(view)"], in: folder).contains("<table"))
  }

  /// The articles of facts show by their titles, as Datasette follows the foreign key.
  @Test func datasetteLabelsTheArticlesOfFacts() throws {
    let folder = try Folder.withFacts()
    let json = try run(
      "datasette", ["evfacts.sqlite", "--get", "/evfacts/facts.json?_labels=on&_shape=objects"], in: folder)
    #expect(json.contains("\"label\": \"Xiaomi lifts its target\""), "\(json.prefix(600))")
  }

  @Test func sqliteUtilsReadsViewsAndKeys() throws {
    let folder = try Folder.withFacts()
    let views = try run("sqlite-utils", ["views", "evfacts.sqlite", "--columns"], in: folder)
    #expect(views.contains("\"launches\"") && views.contains("\"start_date\""))
    #expect(try run("sqlite-utils", ["rows", "evfacts.sqlite", "prices"], in: folder).contains("电车日报"))
    #expect(
      try run("sqlite-utils", ["schema", "evfacts.sqlite"], in: folder).contains("REFERENCES article_texts"))
  }

  @Test func pandasReadsViewsAndExports() throws {
    let folder = try Folder.withFacts()
    for (format, file) in [("csv", "claims.csv"), ("xlsx", "claims.xlsx"), ("jsonl", "claims.jsonl")] {
      _ = try folder.run("export", "claims", "--format", format, "-o", file)
    }
    let script = """
      import sqlite3, pandas
      claims = pandas.read_sql("SELECT * FROM claims", sqlite3.connect("evfacts.sqlite"))
      frames = [pandas.read_csv("claims.csv"), pandas.read_excel("claims.xlsx"), pandas.read_json("claims.jsonl", lines=True)]
      for frame in frames:
          assert len(frame) == len(claims)
          assert sorted(frame["value"].dropna()) == sorted(claims["value"].dropna().astype(float))
          assert set(frame["model"].dropna()) == set(claims["model"].dropna())
      assert str(frames[1]["start_date"].dtype).startswith("datetime")
      print("equal")
      """
    #expect(try run("python", ["-c", script], in: folder) == "equal\n")
  }
}
