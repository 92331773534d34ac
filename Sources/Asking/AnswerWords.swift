import Facts

/// Facts, periods, markets and numbers in a language, by the templates of its file in `Questions`.
package struct AnswerWords {
  private let words: [String: String]

  package init(_ language: LanguageCode) { words = QuestionWords.of(language).sayings }

  /// The text of a key.
  package subscript(key: String) -> String? { words[key] }

  /// A template with named places: `{n} models` with `n`.
  func filled(_ key: String, _ values: [String: String]) -> String? {
    guard var text = words[key] else { return nil }
    for (name, value) in values {
      text = text.split(separator: "{\(name)}", omittingEmptySubsequences: false).joined(separator: value)
    }
    return text
  }

  // MARK: Numbers

  /// A number with its thousands grouped as the language has it.
  func number(_ value: Double) -> String {
    let plain = FactJSON.number(value)
    let whole = plain.prefix { $0.isNumber || $0 == "-" }
    let rest = plain.dropFirst(whole.count)
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      let left = whole.count - place
      // Four digits stand together where the mark is a blank or a point.
      if place > 0, left % 3 == 0, digit.isNumber, whole.count > 4 || words["thousands"] == "," {
        grouped += words["thousands"] ?? ""
      }
      grouped.append(digit)
    }
    return grouped + rest.map { $0 == "." ? words["decimal"] ?? "." : String($0) }.joined()
  }

  /// A value in its unit: `22,990 euros`.
  func amount(_ value: String, unit: String?) -> String {
    guard let unit else { return value }
    return words["unit." + unit].map { fill($0, value) }
      ?? (unit.utf8.count == 3 ? "\(value) \(unit)" : value)
  }

  // MARK: Periods

  /// A period as a noun: `March 2025`, `mid 2025`.
  func noun(of period: Period) -> String {
    let code = period.description
    guard let slash = code.firstIndex(of: "/") else { return noun(code) }
    let (from, to) = (String(code[..<slash]), String(code[code.index(after: slash)...]))
    if from == ".." { return fill(words["rel.by"] ?? "{}", noun(to)) }
    if to == ".." { return fill(words["rel.from"] ?? "{}", noun(from)) }
    return filled("when.span", ["a": noun(from), "b": noun(to)]) ?? code
  }

  /// A period as what happens in it says it: `in March 2025`, `by 2027`.
  func within(_ period: Period) -> String {
    let code = period.description
    if code.hasPrefix("../") || code.hasSuffix("/..") { return noun(of: period) }
    let sort = code.contains("/") ? "span" : sort(of: code)
    return fill(words["in." + sort] ?? words["in"] ?? "{}", noun(of: period))
  }

  private func sort(of code: String) -> String {
    if code.contains(":") { return "third" }
    let parts = code.split(separator: "-")
    guard parts.count > 1 else { return "year" }
    if parts.count > 2 { return "day" }
    if parts[1].first == "Q" { return "Q" }
    return Int(parts[1]) == nil ? String(parts[1]) : "month"
  }

  private func noun(_ code: String) -> String {
    if let colon = code.firstIndex(of: ":") {
      let rest = noun(String(code[code.index(after: colon)...]))
      return fill(words["when." + code[..<colon]] ?? "{}", rest)
    }
    let parts = code.split(separator: "-").map(String.init)
    let month = parts.count > 1 ? Int(parts[1]) : nil
    let months = (words["months"] ?? "").split(separator: "|").map(String.init)
    var values = ["y": parts[0]]
    if let month {
      values["n"] = String(month)
      values["m"] = months.indices.contains(month - 1) ? months[month - 1] : String(month)
    } else if parts.count > 1 {
      values["n"] = String(parts[1].dropFirst())
    }
    if parts.count > 2 { values["d"] = Int(parts[2]).map(String.init) ?? parts[2] }
    return filled("when." + sort(of: code), values) ?? code
  }

  // MARK: Markets

  /// Where: `in Germany`; the code in brackets where the language's file does not name the market.
  func place(_ market: String) -> String {
    for entry in (words["places"] ?? "").split(separator: "|") where entry.hasPrefix(market + " ") {
      return String(entry.dropFirst(market.count + 1))
    }
    return "(\(market))"
  }

  // MARK: Facts

  /// An attribute: `deliveries`, `market launch`; a test cycle stands for itself.
  func attribute(_ attribute: String, of kind: FactKind) -> String {
    let isStep = kind == .launch
    return (isStep ? words["step." + attribute] : nil) ?? words["attr." + attribute] ?? attribute
  }

  /// What a fact says of its subject, without when and where: `more than 100 dealers`, `market launch`.
  func value(of fact: Fact) -> String {
    switch fact.kind {
    case .launch: return attribute(fact.attribute ?? "launch", of: .launch)
    case .marketEntry: return words["value.market_entry"] ?? ""
    case .bodyType: return attribute(fact.attribute ?? "", of: .bodyType)
    default: break
    }
    let key = fact.kind == .sales && fact.status == .expected ? "forecast" : fact.kind.rawValue
    let figure = figure(of: fact)
    guard let template = words["value." + key] else {
      // A price or a range, with its test cycle.
      let isCycle = fact.kind == .range && fact.attribute != nil
      return isCycle ? "\(figure) (\(fact.attribute ?? ""))" : figure
    }
    let noun = words[
      fact.kind == .storeCount ? "attr." + (fact.attribute ?? "") : "noun." + (fact.attribute ?? "")]
    let said = fill(template, figure).split(separator: "{noun}", omittingEmptySubsequences: false)
      .joined(separator: noun ?? "")
    let isPlan = fact.status == .planned && (fact.kind == .storeCount || fact.kind == .capacity)
    return isPlan ? fill(words["planned"] ?? "{}", said) : said
  }

  private func figure(of fact: Fact) -> String {
    guard let value = fact.value else { return "" }
    let unit = fact.kind == .price || fact.kind == .range ? fact.unit : nil
    if let top = fact.valueMax {
      return amount(filled("q.between", ["a": number(value), "b": number(top)]) ?? number(value), unit: unit)
    }
    let said = amount(number(value), unit: unit)
    guard let qualifier = fact.qualifier, qualifier != .exact else { return said }
    let key = qualifier == .atLeast && fact.kind == .price ? "from" : qualifier.rawValue
    return words["q." + key].map { fill($0, said) } ?? said
  }

  /// When and where, each behind a blank; in Chinese without blanks.
  func circumstances(_ when: Period?, _ market: String?) -> String {
    joined([when.map(within), market.map(place)])
  }

  /// Parts behind each other, each behind a blank; in Chinese without blanks.
  func joined(_ parts: [String?]) -> String {
    let blank = words["stop"] == "。" ? "" : " "
    return parts.compactMap(\.self).filter { !$0.isEmpty }.map { blank + $0 }.joined()
  }

  /// How many claims stand behind an answer, and how many of them say otherwise: `3 claims, 1 of them says otherwise`.
  func support(claims: Int, differing: Int) -> String {
    func counted(_ key: String, _ count: Int) -> String? {
      words[key + (count == 1 ? ".one" : ".many")].map { fill($0, String(count)) }
    }
    let parts = [counted("claims", claims), differing == 0 ? nil : counted("differ", differing)]
    return parts.compactMap(\.self).joined(separator: words["stop"] == "。" ? "，" : ", ")
  }
}
