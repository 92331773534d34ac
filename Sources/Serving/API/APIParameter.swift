import EVFacts
import HTTPTypes

/// A parameter of an address: how it is read and how it is documented, in one place, so that the two cannot differ.
struct APIParameter: Sendable {
  /// What its value may be.
  enum Form: Sendable {
    /// Any text, up to this many characters.
    case text(most: Int)
    /// One of these words.
    case choice([String])
    /// One or more of these words, each given by itself.
    case choices([String])
    /// A whole number.
    case integer(ClosedRange<Int64>, otherwise: Int64?)
    /// A number.
    case number(ClosedRange<Double>)
    /// `true` or `false`.
    case flag
    /// A year, a month or a day: `2025`, `2025-06`, `2025-06-30`.
    case date
    /// A day.
    case day
    /// Where the next page begins, as the page before it said.
    case cursor
  }

  /// Its name.
  var name: String
  /// Its form.
  var form: Form
  /// What it is for.
  var meaning: String
  /// Whether it stands in the path.
  var isInPath = false
  /// Whether it must be given.
  var isRequired = false
  /// A value that a reader of the document may try.
  var example: JSONTree?

  init(
    _ name: String, _ form: Form, _ meaning: String, isInPath: Bool = false, isRequired: Bool = false,
    example: JSONTree? = nil
  ) {
    self.example = example
    self.name = name
    self.form = form
    self.meaning = meaning
    self.isInPath = isInPath
    self.isRequired = isRequired || isInPath
  }
}

extension APIParameter {
  /// What a day looks like, with the days that months have, from 1900 to 2199.
  static let dayPattern: String = {
    let year = "(19|20|21)[0-9]{2}"
    let long = "\(year)-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    let short = "\(year)-(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    let february = "\(year)-02-(0[1-9]|1[0-9]|2[0-8])"
    let leap = "((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29"
    return "(\(long)|\(short)|\(february)|\(leap))"
  }()

  /// The schema of one value.
  var schema: JSONTree {
    switch form {
    case .text(let most):
      .object([("type", .string("string")), ("minLength", .integer(1)), ("maxLength", .integer(Int64(most)))])
    case .choice(let words): .object([("type", .string("string")), ("enum", .strings(words))])
    case .choices(let words):
      .object([
        ("type", .string("array")), ("minItems", .integer(1)), ("maxItems", .integer(Int64(words.count))),
        ("uniqueItems", .bool(true)),
        ("items", .object([("type", .string("string")), ("enum", .strings(words))])),
      ])
    case .integer(let range, let otherwise):
      .object(
        [
          ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
          ("maximum", .integer(range.upperBound)),
        ] + (otherwise.map { [("default", .integer($0))] } ?? []))
    case .number(let range):
      .object([
        ("type", .string("number")), ("minimum", .number(range.lowerBound)),
        ("maximum", .number(range.upperBound)),
      ])
    case .flag: .object([("type", .string("boolean")), ("default", .bool(false))])
    case .date:
      .object([
        ("type", .string("string")),
        ("pattern", .string("^((19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?|\(Self.dayPattern))$")),
      ])
    case .day:
      .object([
        ("type", .string("string")), ("format", .string("date")),
        ("pattern", .string("^\(Self.dayPattern)$")),
      ])
    case .cursor:
      .object([("type", .string("string")), ("pattern", .string("^[A-Za-z0-9_-]{1,500}$"))])
    }
  }

  /// The parameter as OpenAPI has it.
  var documentation: JSONTree {
    var fields: [(String, JSONTree)] = [
      ("name", .string(name)), ("in", .string(isInPath ? "path" : "query")),
      ("required", .bool(isRequired)), ("description", .string(meaning)),
    ]
    if case .choices = form {
      fields += [("style", .string("form")), ("explode", .bool(true))]
    }
    if let example { fields.append(("example", example)) }
    return .object(fields + [("schema", schema)])
  }

  /// Checks the values given and reads them; throws a ``Refusal`` that says what would do.
  func read(_ texts: [String]) throws -> APIValue {
    if case .choices(let words) = form {
      for text in texts where !words.contains(text) { throw wrong(text, words.joined(separator: ", ")) }
      guard Set(texts).count == texts.count else {
        throw wrong(texts.joined(separator: "&"), "each of its words once")
      }
      return .texts(texts)
    }
    guard texts.count == 1, let text = texts.first else {
      throw Refusal(.badRequest, "'\(name)' is given \(texts.count) times", hint: "it once")
    }
    switch form {
    case .text(let most):
      guard !text.isEmpty else { throw wrong(text, "a text") }
      guard text.unicodeScalars.count <= most else {
        throw wrong(String(text.prefix(20)) + "…", "at most \(most) characters")
      }
      return .text(text)
    case .choice(let words):
      guard words.contains(text) else { throw wrong(text, words.joined(separator: ", ")) }
      return .text(text)
    case .choices: return .texts(texts)
    case .integer(let range, _):
      guard Self.isPlain(text), let number = Int64(text), range.contains(number) else {
        throw wrong(text, "a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return .integer(number)
    case .number(let range):
      guard text.utf8.allSatisfy({ (0x2B...0x39).contains($0) || $0 == 0x65 || $0 == 0x45 }),
        let number = Double(text),
        range.contains(number)
      else {
        throw wrong(
          text, "a number from \(FactJSON.number(range.lowerBound)) to \(FactJSON.number(range.upperBound))")
      }
      return .number(number)
    case .flag:
      guard text == "true" || text == "false" else { throw wrong(text, "true, false") }
      return .flag(text == "true")
    case .date, .day:
      guard let period = Self.period(text), text.utf8.count == 10 || !isDay else {
        throw wrong(text, isDay ? "2025-06-30" : "2025, 2025-06, 2025-06-30")
      }
      return .period(period)
    case .cursor:
      guard (1...500).contains(text.utf8.count), text.utf8.allSatisfy(Cursor.isDigit) else {
        throw wrong(text.prefix(20) + "…", "the value of next in the page before")
      }
      return .text(text)
    }
  }

  private var isDay: Bool { if case .day = form { true } else { false } }

  private func wrong(_ text: some StringProtocol, _ hint: String) -> Refusal {
    Refusal(.badRequest, "'\(name)' is '\(text.prefix(200))'", hint: hint)
  }

  private static func isPlain(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    return !digits.isEmpty && text.utf8.count - digits.count <= 1
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func period(_ text: String) -> Period? {
    guard [4, 7, 10].contains(text.utf8.count),
      text.hasPrefix("19") || text.hasPrefix("20") || text.hasPrefix("21"),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    return Period(text)
  }
}

/// A value that was read.
enum APIValue: Hashable, Sendable {
  case text(String)
  case texts([String])
  case integer(Int64)
  case number(Double)
  case flag(Bool)
  case period(Period)
}

/// The values of a request by their parameters' names.
struct APIArguments: Sendable {
  private var values: [String: APIValue] = [:]

  /// Reads the parameters of a request; throws a ``Refusal`` at what is unknown, missing or wrong.
  init(_ parameters: [APIParameter], path: [String: String], query: FormFields) throws {
    for item in query.items where !parameters.contains(where: { !$0.isInPath && $0.name == item.name }) {
      let known = parameters.filter { !$0.isInPath }.map(\.name)
      throw Refusal(
        .badRequest, "there is no parameter '\(item.name.prefix(100))'",
        hint: known.isEmpty ? "none" : known.joined(separator: ", "))
    }
    for parameter in parameters {
      let texts = parameter.isInPath ? path[parameter.name].map { [$0] } ?? [] : query.values(parameter.name)
      if texts.isEmpty {
        guard !parameter.isRequired else {
          throw Refusal(.badRequest, "'\(parameter.name)' is missing", hint: parameter.meaning)
        }
        if case .integer(_, let otherwise?) = parameter.form { values[parameter.name] = .integer(otherwise) }
        continue
      }
      values[parameter.name] = try parameter.read(texts)
    }
  }

  /// A text.
  func text(_ name: String) -> String? { if case .text(let text) = values[name] { text } else { nil } }
  /// Texts, none where none is given.
  func texts(_ name: String) -> [String] { if case .texts(let texts) = values[name] { texts } else { [] } }
  /// A whole number.
  func integer(_ name: String) -> Int64? {
    if case .integer(let number) = values[name] { number } else { nil }
  }
  /// A number.
  func number(_ name: String) -> Double? {
    if case .number(let number) = values[name] { number } else { nil }
  }
  /// Whether a flag is set.
  func flag(_ name: String) -> Bool { values[name] == .flag(true) }
  /// A period.
  func period(_ name: String) -> Period? {
    if case .period(let period) = values[name] { period } else { nil }
  }
}
