import Facts

extension Query {
  /// The sentence that answers the question in a language, with what the rows then say one by one.
  public func sentence(for rows: [FactRow], in language: LanguageCode) -> String {
    let words = QuestionWords.of(language).sayings
    let number = rows.count == 0 ? "none" : rows.count == 1 ? "one" : "many"
    let family =
      kind == .launch && form == .facts && asked != .dates && attributes.count > 1
      ? "launch" : kind == .marketEntry && form == .facts ? "entry" : nil
    if let family, let template = words["\(family).\(number)"],
      subjects.allSatisfy({ $0.model == nil }) || rows.isEmpty
    {
      return fill(
        counted(template, subjectCount(rows), words), circumstances(words, language))
    }
    if rows.isEmpty { return fill(words["none"] ?? "{}", reading(in: language)) }
    let noun = asked == .models ? "models" : asked == .makers ? "makers" : "rows"
    return fill(counted(words["\(noun).\(number)"] ?? "{}", rows.count, words), reading(in: language))
  }

  /// How many makers or models the rows are about.
  private func subjectCount(_ rows: [FactRow]) -> Int {
    Set(rows.map { [$0.fact.manufacturer, asked == .makers ? nil : $0.fact.model] }).count
  }

  private func counted(_ template: String, _ count: Int, _ words: [String: String]) -> String {
    let numbers = (words["numbers"] ?? "").split(separator: "|").map(String.init)
    let word = numbers.indices.contains(count - 1) ? numbers[count - 1] : String(count)
    return template.split(separator: "{n}", omittingEmptySubsequences: false).joined(separator: word)
  }

  /// When and where: " in 2025, market DE".
  private func circumstances(_ words: [String: String], _ language: LanguageCode) -> String {
    var parts: [String] = []
    if let period, let template = words["rel." + period.relation.rawValue] {
      parts.append(fill(template, period.period.description))
    }
    if let market, let template = words["market"] { parts.append(fill(template, market)) }
    if let body, let template = words["body"] { parts.append(fill(template, body.rawValue)) }
    guard !parts.isEmpty else { return "" }
    return language == .chinese
      ? "（" + parts.joined(separator: "，") + "）" : " " + parts.joined(separator: ", ")
  }
}
