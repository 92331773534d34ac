import EVFacts
import Foundation

/// All that pages say in one language: the interface's texts, and facts, numbers and dates as its readers write them.
final class Words: Sendable {
  /// The language.
  let language: LanguageCode
  private let phrases: [Phrase: String]
  private let templates: [Phrase: WordTemplate]
  private let answers: [String: String]
  private let answerTemplates: [String: WordTemplate]
  private let months: [String]
  private let thousands: String
  private let decimal: String
  private let groupsFourDigits: Bool
  private let markets: [String: String]

  /// The words of a language, read when first asked for.
  static func of(_ language: LanguageCode) -> Words { all[language] ?? english }

  private static let english = Words(.english)
  private static let all: [LanguageCode: Words] = {
    var all = [LanguageCode.english: english]
    for language in PhraseTable.languages where language != .english { all[language] = Words(language) }
    return all
  }()

  private init(_ language: LanguageCode) {
    self.language = language
    let texts = PhraseTable.texts[language] ?? [:]
    var phrases: [Phrase: String] = [:]
    var templates: [Phrase: WordTemplate] = [:]
    for phrase in Phrase.allCases {
      let text = texts[phrase.rawValue] ?? phrase.rawValue
      phrases[phrase] = text
      if text.contains("{") { templates[phrase] = WordTemplate(text) }
    }
    self.phrases = phrases
    self.templates = templates
    let answers = AnswerWords(language)
    var plain: [String: String] = [:]
    var filled: [String: WordTemplate] = [:]
    for key in Self.answerKeys {
      guard let text = answers[key] else { continue }
      plain[key] = text
      filled[key] = WordTemplate(text)
    }
    self.answers = plain
    answerTemplates = filled
    months = (answers["months"] ?? "").split(separator: "|").map(String.init)
    // A blank between digits must not end a line.
    thousands = (answers["thousands"] ?? ",") == " " ? "\u{202F}" : answers["thousands"] ?? ","
    decimal = answers["decimal"] ?? "."
    groupsFourDigits = thousands == ","
    markets = Self.marketNames(language, overseas: phrases[.marketOverseas], world: phrases[.marketWorld])
  }

  /// What of the words of answers is used here too.
  private static let answerKeys: [String] =
    ["day", "month", "year", "Q", "H1", "H2", "SP", "SU", "FA", "WI", "START", "MID", "END", "span"].map {
      "when." + $0
    } + ["rel.by", "rel.from"]
    + Qualifier.allCases.map { "q." + $0.rawValue } + ["q.from"]
    + FactKind.allCases.map { "kind." + $0.rawValue }
    + (Milestone.allCases.map(\.rawValue) + Measure.allCases.map(\.rawValue) + Outlet.allCases.map(\.rawValue)
    + BodyType.allCases.map(\.rawValue) + ["start", "list", "presale"]).flatMap {
      ["attr." + $0, "step." + $0]
    }

  private static func marketNames(_ language: LanguageCode, overseas: String?, world: String?) -> [String:
    String]
  {
    let locale = Locale(identifier: language == .chinese ? "zh_Hans" : language.rawValue)
    var names: [String: String] = [:]
    for code in MarketWords.codes { names[code] = locale.localizedString(forRegionCode: code) }
    names["overseas"] = overseas
    names["001"] = world
    return names
  }
}

// MARK: - Texts

extension Words {
  /// A text of the interface.
  subscript(phrase: Phrase) -> String { phrases[phrase] ?? phrase.rawValue }

  /// A text with one value in it.
  func filled(_ phrase: Phrase, _ value: String) -> String {
    templates[phrase]?.filled(value) ?? self[phrase]
  }

  /// A text with values in its places `a`, `b`, ….
  func filled(_ phrase: Phrase, _ values: [String: String]) -> String {
    templates[phrase]?.filled { values[$0] ?? "" } ?? self[phrase]
  }

  /// A number of things, in the singular or the plural that it takes.
  func counted(_ one: Phrase, _ many: Phrase, _ count: Int) -> String {
    // Nothing is singular in French.
    let isOne = count == 1 || count == 0 && language == .french
    return filled(isOne ? one : many, number(Double(count)))
  }
}

// MARK: - Numbers and dates

extension Words {
  /// A number with its thousands grouped.
  func number(_ value: Double) -> String {
    let plain = Array(FactJSON.number(value).utf8)
    let sign = plain.first == 0x2D ? 1 : 0
    let end = plain[sign...].firstIndex { !(0x30...0x39).contains($0) } ?? plain.count
    var out = sign == 1 ? "\u{2212}" : ""
    let count = end - sign
    for place in sign..<end {
      let left = end - place
      if place > sign, left % 3 == 0, count > 4 || groupsFourDigits { out += thousands }
      out.unicodeScalars.append(Unicode.Scalar(plain[place]))
    }
    if end < plain.count, plain[end] == 0x2E {
      out += decimal + String(decoding: plain[(end + 1)...], as: UTF8.self)
    }
    return out
  }

  /// A share as whole per cent.
  func percent(_ share: Double) -> String {
    let number = number((share * 100).rounded())
    return language == .german || language == .french || language == .spanish
      ? number + "\u{202F}%" : number + "%"
  }

  /// A day.
  func day(_ day: Day) -> String { said(day.description) }

  /// A period: `March 2025`, `mid 2025`, `by 2027`.
  func period(_ period: Period) -> String {
    let code = period.description
    guard let slash = code.firstIndex(of: "/") else { return said(code) }
    let from = String(code[..<slash])
    let to = String(code[code.index(after: slash)...])
    if from == ".." { return fill("rel.by", said(to)) }
    if to == ".." { return fill("rel.from", said(from)) }
    let (a, b) = (said(from), said(to))
    return answerTemplates["when.span"]?.filled { $0 == "a" ? a : b } ?? code
  }

  private func fill(_ key: String, _ value: String) -> String { answerTemplates[key]?.filled(value) ?? value }

  private func said(_ code: String) -> String {
    if let colon = code.firstIndex(of: ":") {
      return fill("when." + code[..<colon], said(String(code[code.index(after: colon)...])))
    }
    let parts = code.split(separator: "-")
    guard parts.count > 1, let year = parts.first.map(String.init) else { return fill("when.year", code) }
    let month = Int(parts[1])
    let sort =
      parts.count > 2 ? "day" : month != nil ? "month" : parts[1].first == "Q" ? "Q" : String(parts[1])
    return answerTemplates["when." + sort]?.filled { place in
      switch place {
      case "y": year
      case "m": month.flatMap { months.indices.contains($0 - 1) ? months[$0 - 1] : nil } ?? String(parts[1])
      case "d": parts.count > 2 ? Int(parts[2]).map(String.init) ?? "" : ""
      default: month.map(String.init) ?? String(parts[1].dropFirst())
      }
    } ?? code
  }
}

// MARK: - Facts

extension Words {
  /// A market's name; the code itself where it has none.
  func market(_ code: String) -> String { markets[code] ?? code }

  /// Facts of a kind, in the plural and with a capital: `Sales targets`.
  func kinds(_ kind: FactKind) -> String {
    let text = answers["kind." + kind.rawValue] ?? kind.rawValue
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// How firmly a fact stands.
  func status(_ status: Status) -> String {
    switch status {
    case .actual: self[.statusActual]
    case .planned: self[.statusPlanned]
    case .expected: self[.statusExpected]
    case .cancelled: self[.statusCancelled]
    }
  }

  /// The attribute of a fact: `deliveries`, `market launch`; a test cycle stands for itself.
  func attribute(of fact: Fact) -> String {
    fact.attribute.map { attribute($0, of: fact.kind) } ?? ""
  }

  /// An attribute of a kind.
  func attribute(_ attribute: String, of kind: FactKind) -> String {
    let isStep = kind == .launch
    return (isStep ? answers["step." + attribute] : nil) ?? answers["attr." + attribute] ?? attribute
  }

  /// A fact's value with its qualifier and unit; nothing where it has none.
  func value(of fact: Fact) -> String {
    guard let value = fact.value else { return "" }
    var said = number(value)
    if let top = fact.valueMax {
      let (a, b) = (said, number(top))
      said = answerTemplates["q.between"]?.filled { $0 == "a" ? a : b } ?? a + "–" + b
    }
    if let unit = fact.unit { said += "\u{A0}" + self.unit(unit) }
    guard let qualifier = fact.qualifier, qualifier != .exact, qualifier != .between else { return said }
    let key = qualifier == .atLeast && fact.kind == .price ? "from" : qualifier.rawValue
    return fill("q." + key, said)
  }

  /// A unit as it stands behind a number.
  func unit(_ unit: String) -> String {
    switch unit {
    case "vehicles": self[.unitVehicles]
    case "stores": self[.unitStores]
    case "vehicles/year": self[.unitVehiclesAYear]
    default: unit
    }
  }

  /// Whom a fact is about.
  func subject(of fact: Fact) -> String {
    let name = [fact.manufacturer, fact.model].compactMap(\.self).joined(separator: " ")
    return name.isEmpty ? self[.wholeMarket] : name
  }

  /// A fact on one line: `Xiaomi SU7: 130,000 vehicles, deliveries, 2024, China, planned`.
  func line(of fact: Fact) -> String {
    let parts = [
      value(of: fact), attribute(of: fact), fact.when.map { period($0) } ?? "",
      fact.market.map { market($0) } ?? "", status(fact.status),
    ].filter { !$0.isEmpty }
    return kinds(fact.kind) + self[.colon] + subject(of: fact) + self[.comma]
      + parts.joined(separator: self[.comma])
  }

  /// What a fact says, without its subject: its figure, its date or its sort.
  func said(by fact: Fact) -> String {
    if fact.value != nil { return value(of: fact) }
    if let when = fact.when { return period(when) }
    return fact.kind == .bodyType ? attribute(of: fact) : status(fact.status)
  }
}
