import EVFacts
import Facts
import Foundation
import Linking

/// Times extraction alone, its input in memory: `ExtractorSpeed SECONDS JOBS ARTICLES.jsonl`.
///
/// Goes through the articles again and again for so many seconds and prints bytes of text, seconds of the clock, and the
/// resident memory in kilobytes before and after, the facts and the seconds of processor time, with blanks between them.
@main
struct ExtractorSpeed {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let seconds = Double(arguments[1]), let jobs = Int(arguments[2]) else {
      FileHandle.standardError.write(Data("Try: ExtractorSpeed SECONDS JOBS ARTICLES.jsonl\n".utf8))
      exit(64)
    }
    let articles = try String(contentsOfFile: arguments[3], encoding: .utf8).split(separator: "\n").map {
      line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      return Article(
        id: "", title: object["title"] as? String, published: (object["published"] as? String).flatMap(Day.init),
        text: object["text"] as? String ?? "")
    }
    let size = articles.reduce(0) { $0 + $1.text.utf8.count }
    let extractor = FactExtractor()
    for article in articles.prefix(3) { _ = extractor.extract(article) }
    let before = resident()
    let start = ContinuousClock.now
    let counts = Counts(jobs)
    DispatchQueue.concurrentPerform(iterations: jobs) { job in
      var rounds = 0
      var facts = 0
      repeat {
        for article in articles { facts += extractor.extract(article).facts.count }
        rounds += 1
      } while ContinuousClock.now - start < .seconds(seconds)
      counts.set(job, rounds, facts)
    }
    let time = (ContinuousClock.now - start) / .seconds(1)
    print(size * counts.rounds, time, before, resident(), counts.facts, processorTime())
  }

  /// The seconds of processor time that the process has had.
  private static func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  /// The resident memory in kilobytes, where the system tells it.
  private static func resident() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }
}

/// What each thread got done.
private final class Counts: @unchecked Sendable {
  // Safe to share: each thread has a place of its own, and a lock guards the array.
  private let lock = NSLock()
  private var done: [(rounds: Int, facts: Int)]

  init(_ jobs: Int) { done = Array(repeating: (0, 0), count: jobs) }

  func set(_ job: Int, _ rounds: Int, _ facts: Int) { lock.withLock { done[job] = (rounds, facts) } }
  var rounds: Int { lock.withLock { done.reduce(0) { $0 + $1.rounds } } }
  var facts: Int { lock.withLock { done.reduce(0) { $0 + $1.facts } } }
}
