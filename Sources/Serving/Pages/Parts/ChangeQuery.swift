import EVFacts

/// Which changes an address asks for, and how they are sorted; the page and the files of it read it alike.
struct ChangeQuery {
  /// What changes are sorted by.
  enum Order: String, CaseIterable {
    /// By what became of them, then by subject.
    case change
    /// By kind, maker and model.
    case subject
    /// By the first day of the period that is said now; those without one last.
    case date
    /// By the figure that is said now; those without one last.
    case value
    /// By the day on which the article appeared.
    case published
  }

  /// More claims than this, new ones and those of before, are not held against each other for a page.
  static let mostClaims = 20_000
  /// So many days count where no first one is given.
  private static let days = 7

  /// The first day that counts.
  var since: Day
  /// Which day of an article counts.
  var clock: Changes.Clock
  /// What became of them; `nil` for all.
  var sort: Change.Sort?
  /// Which facts are told of, and what of the address nobody knows.
  var asked: FactFilter

  /// Reads `since`, `by`, `change`, and what ``FactFilter`` reads.
  init(_ query: QueryItems, _ words: Words, today: Day, _ site: Site, _ store: FactStore) throws {
    asked = try FactFilter(query, words, site, store)
    since = Day(number: today.number - Self.days)
    if let text = query["since"] {
      if let day = Period(text)?.first {
        since = day
      } else {
        asked.problems.append(words.filled(.noSuchDate, text))
      }
    }
    clock = .ingested
    if let text = query["by"] {
      if let found = Changes.Clock(rawValue: text) {
        clock = found
      } else {
        asked.problems.append(words.filled(.noSuchValue, text))
      }
    }
    if let text = query["change"] {
      sort = Change.Sort(rawValue: text)
      if sort == nil { asked.problems.append(words.filled(.noSuchValue, text)) }
    }
  }

  /// The changes by their numbers, sorted; `nil` where more claims would have to be held against each other than can be at
  /// once.
  func changes(_ order: Order, isDescending: Bool, _ site: Site, _ store: FactStore) throws -> [ListedChange]?
  {
    // Who sorts or leafs through them asks for the same again.
    let name = "changes \(since) \(clock) \(asked.minConfidence) \(asked.filter)"
    let found = try site.remembered(name, isLarge: true) {
      try Changes.list(
        since: since, by: clock, scope: FactScope(minConfidence: asked.minConfidence), filter: asked.filter,
        limits: Changes.Limits(new: ChangesRoute.mostClaims, compared: Self.mostClaims), in: store)
    }
    guard var changes = found else { return nil }
    if let sort { changes = changes.filter { $0.sort == sort } }
    if order == .change { return isDescending ? changes.reversed() : changes }
    return changes.sorted(isDescending: isDescending) { Self.key(of: $0, order) }
  }

  private static func key(of change: ListedChange, _ order: Order) -> SortKey? {
    switch order {
    case .change, .subject: .text(change.subject)
    case .date: change.firstDay.map { .text($0) }
    case .value: change.value.map { .number($0) }
    case .published: change.published.isEmpty ? nil : .text(change.published)
    }
  }
}
