import EVFacts

/// What became of the articles that a command added, in one line.
struct AddingSummary {
  private var outcomes: [StoreOutcome: Int] = [:]
  private var facts = 0

  /// Counts some more articles.
  mutating func add(_ articles: [StoreOutcome], facts: Int) {
    for outcome in articles { outcomes[outcome, default: 0] += 1 }
    self.facts += facts
  }

  /// `12 articles with 48 facts: 10 new, 2 known already`.
  var text: String {
    let count = outcomes.values.reduce(0, +)
    let words: [(StoreOutcome, String)] = [
      (.inserted, "new"), (.updated, "with a new text"), (.refreshed, "brought up to date"),
      (.unchanged, "known already"),
    ]
    let parts = words.compactMap { outcome, word in outcomes[outcome].map { "\($0) \(word)" } }
    let articles = count == 1 ? "1 article" : "\(count) articles"
    let found = facts == 1 ? "1 fact" : "\(facts) facts"
    return parts.isEmpty ? "no articles" : "\(articles) with \(found): \(parts.joined(separator: ", "))"
  }
}
