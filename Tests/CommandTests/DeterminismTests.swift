import Foundation
import Testing

/// The same articles give the same bytes, whatever the machine is set to and however the work is spread.
@Suite struct DeterminismTests {
  /// Two articles of each language of the corpus, as lines for the filter.
  private static let lines: [String] = {
    let corpus = Program.package.appending(path: "Tests/Corpus/work")
    var out: [String] = []
    for language in ["de", "en", "es", "fr", "it", "zh"] {
      for number in ["01", "09"] {
        guard
          let data = try? Data(contentsOf: corpus.appending(path: "\(language)/\(number).json")),
          let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { continue }
        let kept = object.filter { ["id", "title", "text", "published"].contains($0.key) }
        guard let line = try? JSONSerialization.data(withJSONObject: kept, options: [.sortedKeys]) else {
          continue
        }
        out.append(String(decoding: line, as: UTF8.self))
      }
    }
    return out
  }()

  private static func extracted(_ lines: [String], jobs: String, environment: [String: String]) throws
    -> [String]
  {
    let run = try Program.run(
      ["extract", "--explain", "--jobs", jobs], in: Folder(),
      input: Data(lines.joined(separator: "\n").utf8), environment: environment)
    #expect(run.status == 0)
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func whateverTheMachineIsSetTo() throws {
    let lines = DeterminismTests.lines
    try #require(lines.count == 12)
    let first = try DeterminismTests.extracted(lines, jobs: "1", environment: ["TZ": "UTC", "LANG": "C"])
    try #require(first.count == 12)
    #expect(first.contains { $0.contains("\"kind\": \"sales\"") })
    let others = [
      ("2", ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]),
      ("5", ["TZ": "America/Anchorage", "LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"]),
    ]
    for (jobs, environment) in others {
      #expect(try DeterminismTests.extracted(lines, jobs: jobs, environment: environment) == first)
    }
  }

  @Test func whateverTheOrder() throws {
    let lines = DeterminismTests.lines
    let first = try DeterminismTests.extracted(lines, jobs: "1", environment: [:])
    let orders = [Array(lines.reversed()), lines.sorted(), Array(lines[5...] + lines[..<5])]
    for order in orders {
      let other = try DeterminismTests.extracted(order, jobs: "3", environment: [:])
      #expect(other.sorted() == first.sorted())
    }
  }
}
