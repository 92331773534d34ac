import Foundation
import Testing

/// The confidence means what it says: of facts held for right with probability p, about p are.
///
/// The figures are those of the last training, of facts from articles that the models had not seen.
@Suite struct CalibrationTests {
  private struct Bin {
    var count: Double
    var mean: Double
    var right: Double
  }

  private func bins() throws -> [Bin] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "Sources/Linking/Weights/decisions.txt"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("# ") }.compactMap { line in
      let fields = line.dropFirst(2).split(separator: " ").compactMap { Double($0) }
      return fields.count == 3 ? Bin(count: fields[0], mean: fields[1], right: fields[2]) : nil
    }
  }

  @Test func confidenceIsTheShareThatIsRight() throws {
    let bins = try bins()
    #expect(bins.count >= 8)
    let total = bins.map(\.count).reduce(0, +)
    #expect(total >= 5000)
    let error = bins.map { $0.count * abs($0.mean - $0.right) }.reduce(0, +) / total
    #expect(error <= 0.03)
    for bin in bins where bin.count >= 100 {
      #expect(abs(bin.mean - bin.right) <= 0.08, "at \(bin.mean)")
    }
  }

  @Test func surerFactsAreMoreOftenRight() throws {
    let large = try bins().filter { $0.count >= 100 }
    for (low, high) in zip(large, large.dropFirst()) { #expect(low.right < high.right + 0.03) }
  }
}
