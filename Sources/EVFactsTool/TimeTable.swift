import EVFacts

/// Where the time of an ingest went, as a table.
enum TimeTable {
  /// A line a part: its name, its seconds, its microseconds an article, its share of all parts.
  static func text(of times: IngestTimes) -> String {
    let sum = times.parts.reduce(0) { $0 + $1.time.inSeconds }
    let width = times.parts.map(\.name.count).max() ?? 0
    func line(_ name: String, _ seconds: Double, share: Double?) -> String {
      let each = seconds / Double(max(1, times.articles)) * 1e6
      let columns = [
        fixed(seconds, 2) + " s", fixed(each, 0) + " µs", share.map { fixed($0 * 100, 0) + " %" } ?? "",
      ]
      return name.padded(to: width)
        + columns.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
    }
    let rate = Double(times.articles) / max(times.whole.inSeconds, 1e-9)
    let parts = times.parts.map {
      line($0.name, $0.time.inSeconds, share: $0.time.inSeconds / max(sum, 1e-9))
    }
    return
      (parts + [line("from start to end", times.whole.inSeconds, share: nil) + "  \(Int(rate)) articles/s"])
      .joined(separator: "\n")
  }

  /// A number with a fixed count of decimals.
  private static func fixed(_ number: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int((number * Double(scale)).rounded())
    guard decimals > 0 else { return "\(whole)" }
    let rest = "\(whole % scale)"
    return "\(whole / scale)." + String(repeating: "0", count: decimals - rest.count) + rest
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
