import Foundation
import Testing

@Suite struct ReportCommandTests {
  static let topics = [
    ["launches"], ["sales-targets"], ["sales"], ["store-counts"], ["prices"], ["ranges"], ["capacities"],
    ["market-entries"], ["body-types"], ["claims"], ["conflicts"], ["articles"], ["models"],
    ["manufacturers"],
    ["attainment"], ["calendar"], ["maker", "Xiaomi"], ["model", "SU7"],
    ["changes", "--since", "2024-01-01"],
  ]

  @Test(arguments: topics)
  func writesEveryReportInEveryFormat(topic: [String]) throws {
    let folder = try Folder.withFacts()
    for format in ["table", "csv", "json", "jsonl", "markdown", "html", "xlsx"] {
      let run = try Program.run(
        ["report"] + topic + ["--format", format, "-o", "report"], in: folder)
      #expect(run.status == 0, "\(topic) as \(format): \(run.notes)")
      #expect(run.output == "")
    }
    #expect(try Data(contentsOf: folder.url.appending(path: "report")).starts(with: Array("PK".utf8)))
  }

  @Test(arguments: [
    ["--maker", "小米"], ["--model", "YU7"], ["--model", "xiaomi yu 7"], ["--kind", "launch"],
    ["--from", "2025", "--to", "2025-12"], ["--status", "planned", "--kind", "launch"],
  ])
  func filtersLeaveTheLaunchOfTheYU7(filter: [String]) throws {
    let folder = try Folder.withFacts()
    let run = try Program.run(["report", "launches", "--format", "csv"] + filter, in: folder)
    #expect(run.status == 0, "\(run.notes)")
    #expect(run.output.contains("launch,Xiaomi,YU7,"))
  }

  @Test(arguments: [
    ["--maker", "BYD"], ["--to", "2020"], ["--from", "2040"], ["--status", "cancelled"],
    ["--market", "Peru"],
    ["--min-confidence", "1"],
  ])
  func filtersLeaveNothing(filter: [String]) throws {
    let folder = try Folder.withFacts()
    let run = try Program.run(["report", "launches", "--format", "jsonl"] + filter, in: folder)
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.notes == "The database 'evfacts.sqlite' holds nothing of that.\n")
  }

  static let failures: [[String]] = [
    ["launches", "--maker", "Nobody"], ["launches", "--market", "Mars"], ["model", "Nothing"],
    ["articles", "--format", "svg"],
  ]
  static let misuses: [[String]] = [
    ["maker"], ["launches", "BYD"], ["changes"], ["launches", "--since", "2024-01-01"],
    ["articles", "--maker", "BYD"], ["launches", "--from", "soon"], ["lunches"], ["launches", "--excel"],
  ]

  @Test(arguments: failures + misuses)
  func saysWhatIsWrong(arguments: [String]) throws {
    let run = try Program.run(["report"] + arguments, in: Folder.withFacts())
    #expect(run.status == (Self.misuses.contains(arguments) ? 64 : 1))
    #expect(run.output == "")
    #expect(run.notes.hasPrefix("Error: "))
  }

  @Test func drawsALaunchTimelineAlone() throws {
    let run = try Folder.withFacts().run("report", "launches", "--format", "svg")
    #expect(run.output.hasPrefix("<?xml") && run.output.contains("<title>launch: Xiaomi YU7"))
  }

  @Test func tellsWhatChanged() throws {
    let run = try Folder.withFacts().run(
      "report", "changes", "--since", "2024-11-25", "--by", "published", "--format", "csv")
    let lines = run.output.split(separator: "\r\n")
    #expect(lines.contains { $0.hasPrefix("lowered,sales_target,Xiaomi,SU7,deliveries,120000,") })
  }

  /// What a workbook holds, read by Python's own unpacker.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func aWorkbookHasNumbersDatesAndSources() throws {
    let folder = try Folder.withFacts()
    _ = try folder.run("report", "claims", "--format", "xlsx", "-o", "claims.xlsx")
    let sheets = try ["sheet1", "sheet2"].map { try Self.sheet($0, of: "claims.xlsx", in: folder) }
    #expect(sheets[0].contains("<v>130000</v>"))
    // 2024-01-01 is the day 45292 of spreadsheets.
    #expect(sheets[0].contains("<v>45292</v>"))
    #expect(sheets[0].contains("state=\"frozen\""))
    #expect(!sheets[0].contains("<f>") && sheets[0].contains(">=电车日报<"))
    #expect(sheets[1].contains("Kilowatt Ledger"))
  }

  private static func sheet(_ name: String, of file: String, in folder: Folder) throws -> String {
    let output = try folder.write("sheet", Data())
    let script = "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())"
    _ = try Spawning.status(
      of: "/usr/bin/python3", ["-c", script, file, "xl/worksheets/\(name).xml"],
      in: folder.url.path(percentEncoded: false), environment: ["PYTHONIOENCODING": "utf-8"],
      output: output.path(percentEncoded: false), notes: "/dev/null")
    return try String(contentsOf: output, encoding: .utf8)
  }
}
