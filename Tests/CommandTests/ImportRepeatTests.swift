import Foundation
import Testing

/// An import that is repeated, broken off or spread over threads gives the database that one run gives.
@Suite struct ImportRepeatTests {
  private static let files = ["one.jsonl", "two.jsonl", "three.jsonl"]

  /// Some thousand articles that agree, contradict, copy and cancel, more than one piece of reading.
  private static func folder() throws -> Folder {
    let folder = try Folder()
    for (place, name) in files.enumerated() {
      let lines = (place * 700..<(place + 1) * 700).map { number in
        let evidence = "Xiaomi plans to sell \(number % 13 + 1)00 M\(number % 5) in 202\(number % 3 + 4)."
        let filler = String(repeating: "Paragraph \(number) goes on and on about cars. ", count: 8)
        let text = number % 9 == 0 ? "The same words again and again. \(evidence)" : "\(filler)\(evidence)"
        let status = number % 17 == 0 ? "cancelled" : "planned"
        return """
          {"id": "a\(number)", "published": "2025-01-\(10 + number % 15)", "text": "\(text)", "models": [], "facts": \
          [{"kind": "sales_target", "manufacturer": "Xiaomi", "model": "M\(number % 5)", "value": \(number % 13 + 1)00, \
          "unit": "vehicles", "qualifier": "exact", "when": "202\(number % 3 + 4)", "status": "\(status)", \
          "attribute": "sales", "evidence": "\(evidence)"}, {"kind": "body_type", "manufacturer": "Xiaomi", \
          "model": "M\(number % 5)", "status": "actual", "attribute": "\(number % 2 == 0 ? "suv" : "sedan")", \
          "evidence": "A car."}]}
          """
      }
      try folder.write(name, lines.joined(separator: "\n"))
    }
    return folder
  }

  /// All that the claims and the conflicts of a database say, with what is believed.
  private static func held(_ folder: Folder, _ database: String) throws -> String {
    let sql = """
      SELECT fact_id, article, belief, believed, value, attribute, status FROM claims ORDER BY fact_id
      """
    return try folder.run("sql", "--db", database, sql, "--format", "csv").output
      + folder.run("conflicts", "--db", database, "--format", "jsonl").output
      + folder.run("articles", "--db", database, "--groups", "--format", "csv").output
  }

  @Test func threadsChangeNothing() throws {
    let folder = try Self.folder()
    var held: [String] = []
    for jobs in ["1", "2", "7"] {
      let run = try Program.run(["import", "--jobs", jobs, "--db", jobs] + Self.files, in: folder)
      #expect(run.notes == "2100 articles with 4200 facts: 2100 new\n")
      held.append(try Self.held(folder, jobs))
    }
    #expect(held[0].split(whereSeparator: \.isNewline).count > 4200)
    #expect(held[1] == held[0])
    #expect(held[2] == held[0])
  }

  @Test func whatIsWrongInALongFileIsNamedByItsLine() throws {
    let folder = try Self.folder()
    let good = try String(contentsOfFile: folder.path("one.jsonl"), encoding: .utf8)
    try folder.write("wrong.jsonl", good + "\n{\"id\": \"x\"}\n" + good)
    let run = try folder.run("import", "--jobs", "4", "two.jsonl", "wrong.jsonl", "three.jsonl")
    #expect(run.status == 1)
    #expect(run.notes.contains("cannot import 'wrong.jsonl', line 701: article 'x': 'facts' is missing"))
    // The file before it is stored, and nothing of it or of those behind it.
    let again = try folder.run("import", "two.jsonl")
    #expect(again.notes == "700 articles with 1400 facts: 700 known already\n")
    #expect(try folder.run("articles", "--format", "jsonl").output.split(separator: "\n").count == 700)
  }

  @Test func layoutsOfALongFileDoNotMatter() throws {
    let folder = try Self.folder()
    let lines = try String(contentsOfFile: folder.path("one.jsonl"), encoding: .utf8)
    // Objects over several lines, with nothing but the nesting to tell where they end.
    try folder.write("laid-out.json", lines.replacing(", \"facts\": [", with: ",\n\"facts\": [\n"))
    _ = try folder.run("import", "--jobs", "4", "--db", "a", "one.jsonl")
    let run = try folder.run("import", "--jobs", "4", "--db", "b", "laid-out.json")
    #expect(run.notes == "700 articles with 1400 facts: 700 new\n")
    #expect(try Self.held(folder, "a") == Self.held(folder, "b"))
  }

  @Test func brokenOffAndRepeatedItIsWhole() throws {
    let folder = try Self.folder()
    _ = try Program.run(["import", "--db", "whole"] + Self.files, in: folder)
    let whole = try Self.held(folder, "whole")
    for moment in 0..<6 {
      let name = "killed-\(moment)"
      let run = try RunningProgram(
        ["import", "--db", name] + Self.files, in: folder, output: "run.out", notes: "run.err")
      usleep(UInt32(moment) * 120_000)
      run.send(SIGKILL)
      _ = run.wait()
      let again = try Program.run(["import", "--db", name] + Self.files, in: folder)
      #expect(again.status == 0, "\(again.notes)")
      #expect(try Self.held(folder, name) == whole, "killed at moment \(moment)")
      let check = try folder.run("check", "--db", name)
      #expect(check.status == 0, "\(check.output)")
    }
  }
}
