import Facts

extension Query {
  /// The sentence that answers the question in a language, with what the rows then say one by one.
  public func sentence(for rows: [FactRow], in language: LanguageCode) -> String {
    let words = AnswerWords(language)
    if let said = told(rows, words) { return said }
    let number = rows.count == 0 ? "none" : rows.count == 1 ? "one" : "many"
    if let family, let template = words["\(family).\(number)"],
      subjects.allSatisfy({ $0.model == nil }) || rows.isEmpty
    {
      return fill(counted(template, subjectCount(rows), words), circumstances(words))
    }
    if rows.isEmpty { return fill(words["none"] ?? "{}", reading(in: language)) }
    let noun = asked == .models ? "models" : asked == .makers ? "makers" : "rows"
    return fill(counted(words["\(noun).\(number)"] ?? "{}", rows.count, words), reading(in: language))
  }

  /// The sentences that count models that launch or makers that enter a market.
  private var family: String? {
    guard form == .facts, asked != .dates else { return nil }
    return kind == .launch && attributes.count > 1 ? "launch" : kind == .marketEntry ? "entry" : nil
  }

  /// What one or a few facts of one subject say, as in `BYD: 32 dealers in Germany.`.
  private func told(_ rows: [FactRow], _ words: AnswerWords) -> String? {
    guard let first = rows.first, !isCount, rows.count <= 3 else { return nil }
    let isOne = rows.allSatisfy {
      $0.fact.manufacturer == first.fact.manufacturer && $0.fact.model == first.fact.model
    }
    let isNamed = !subjects.isEmpty || order != nil || kind.isNumeric && level == .market
    guard isOne, isNamed, family == nil || !subjects.isEmpty && rows.count == 1 else { return nil }
    let name = [first.fact.manufacturer, first.fact.model].compactMap(\.self).joined(separator: " ")
    let subject = name.isEmpty ? words["subject.market"] ?? "" : name
    let said = rows.map { row in
      let fact = row.fact
      return (value: words.value(of: fact), place: words.circumstances(fact.when, fact.market))
    }
    if form == .attainment, let reached = hasReached(rows) {
      let parts = said.map { $0.value + $0.place }.joined(separator: "; ")
      let template = words[reached ? "reached" : "missed"] ?? "{}"
      return fill(template, subject).split(separator: "{v}", omittingEmptySubsequences: false).joined(
        separator: parts)
    }
    let facts = said.compactMap { words.filled("fact", ["s": "\u{1}", "v": $0.value, "c": $0.place]) }
    // The subject stands once, whatever the order of the rest.
    let lead = words.filled("fact", ["s": subject, "v": "", "c": ""]) ?? subject
    let bare = words.filled("fact", ["s": "\u{1}", "v": "", "c": ""]) ?? ""
    let parts = facts.map { String($0.dropFirst(bare.count)) }
    return lead + parts.joined(separator: "; ") + (words["stop"] ?? ".")
  }

  /// Whether a reported figure is as high as its target; `nil` where there are not just these two.
  private func hasReached(_ rows: [FactRow]) -> Bool? {
    let targets = rows.filter { $0.fact.kind == .salesTarget }
    let reported = rows.filter { $0.fact.kind != .salesTarget }
    guard targets.count == 1, reported.count == 1, let target = targets[0].fact.value,
      let value = reported[0].fact.value
    else { return nil }
    return value >= target
  }

  /// How many makers or models the rows are about.
  private func subjectCount(_ rows: [FactRow]) -> Int {
    Set(rows.map { [$0.fact.manufacturer, asked == .makers ? nil : $0.fact.model] }).count
  }

  private func counted(_ template: String, _ count: Int, _ words: AnswerWords) -> String {
    let numbers = (words["numbers"] ?? "").split(separator: "|").map(String.init)
    let word = numbers.indices.contains(count - 1) ? numbers[count - 1] : words.number(Double(count))
    return template.split(separator: "{n}", omittingEmptySubsequences: false).joined(separator: word)
  }

  /// When and where: " in 2025 in Germany".
  private func circumstances(_ words: AnswerWords) -> String {
    words.joined([
      period.map { words.limit($0) }, market.map(words.place),
      body.map { fill(words["body"] ?? "{}", words.attribute($0.rawValue, of: .bodyType)) },
    ])
  }
}

extension AnswerWords {
  /// A limit of time: `in March 2025`, `before mid 2025`.
  func limit(_ limit: PeriodLimit) -> String {
    if limit.relation == .within { return within(limit.period) }
    return fill(self["rel." + limit.relation.rawValue] ?? "{}", noun(of: limit.period))
  }
}

/// How many claims stand behind an answer.
public struct ClaimSupport: Hashable, Sendable {
  /// All claims of what the answer says, its own among them.
  public var claims: Int
  /// Those that say something else.
  public var differing: Int

  /// Makes a count.
  public init(claims: Int, differing: Int) {
    self.claims = claims
    self.differing = differing
  }

  /// The count in a language: `3 claims, 1 of them says otherwise`.
  public func words(in language: LanguageCode) -> String {
    AnswerWords(language).support(claims: claims, differing: differing)
  }
}
