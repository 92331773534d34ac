import Foundation

/// How far a long work is: a bar where a person watches, now and then a line elsewhere.
struct ProgressBar {
  private let total: Int
  private let isWatched: Bool
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant
  private var isDrawn = false

  /// The time between two lines where nobody watches: a short work prints none.
  private static let pause = Duration.seconds(10)
  private static let redraw = Duration.milliseconds(100)
  private static let width = 24

  /// Begins.
  ///
  /// - Parameter total: how many bytes there are to read, 0 where that is not known.
  init(total: Int) {
    self.total = total
    isWatched = isatty(STDERR_FILENO) == 1
    shown = start
  }

  /// Shows how far it is.
  ///
  /// - Parameters:
  ///   - bytes: how many bytes are done.
  ///   - articles: how many articles they held.
  mutating func show(bytes: Int, articles: Int) {
    let now = ContinuousClock.now
    guard now - shown >= (isWatched ? ProgressBar.redraw : ProgressBar.pause) else { return }
    shown = now
    let text = ProgressBar.text(
      articles: articles, seconds: (now - start).inSeconds,
      share: total > 0 ? min(1, Double(bytes) / Double(total)) : nil, hasBar: isWatched)
    if isWatched {
      Notes.progress(text)
      isDrawn = true
    } else {
      Notes.write(text)
    }
  }

  /// Takes the bar away, before something else is written.
  mutating func clear() {
    if isDrawn { Notes.progress("") }
    isDrawn = false
  }

  /// `██████░░░░░░ 43 %, 12345 articles, 1500/s, 12 s left`.
  static func text(articles: Int, seconds: Double, share: Double?, hasBar: Bool) -> String {
    var parts: [String] = []
    if let share {
      let filled = Int((share * Double(width)).rounded(.down))
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      parts.append((hasBar ? bar + " " : "") + "\(Int(share * 100)) %")
    }
    parts.append(articles == 1 ? "1 article" : "\(articles) articles")
    if seconds > 0 { parts.append("\(Int((Double(articles) / seconds).rounded()))/s") }
    if let share, share > 0.01, share < 1 { parts.append(time(seconds / share - seconds) + " left") }
    return parts.joined(separator: ", ")
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    guard whole >= 60 else { return "\(whole) s" }
    guard whole >= 3600 else { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}

extension Duration {
  /// The seconds as a number.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
