import Facts

/// What a person says a fact should read, field by field: `value=130000`, `when=2025-06`, `market=Germany`.
public struct FactEdit: Hashable, Sendable {
  /// The fields that can be put right.
  public enum Field: String, CaseIterable, Sendable {
    /// The columns of a fact, without its sentence and what follows from the others.
    case kind, manufacturer, model, attribute, value, valueMax = "value_max", qualifier, unit, when, market,
      status, source
  }

  /// The new texts, in the order given; an empty one takes the field away.
  public private(set) var texts: [(field: Field, text: String)] = []

  /// No change.
  public init() {}

  /// Reads `field=value` words; throws ``CorrectionError``.
  public init(_ words: [String]) throws(CorrectionError) {
    for word in words {
      guard let equals = word.firstIndex(of: "=") else { throw .noField(word: word) }
      try set(String(word[..<equals]), to: String(word[word.index(after: equals)...]))
    }
  }

  /// Sets a field by its name; throws ``CorrectionError/unknownField(name:)``.
  public mutating func set(_ name: String, to text: String) throws(CorrectionError) {
    guard let field = Field(rawValue: name) else { throw .unknownField(name: name) }
    texts.removeAll { $0.field == field }
    texts.append((field, text))
  }

  /// The fact as it should read; throws ``CorrectionError`` where a value is none or where the fact then contradicts itself.
  ///
  /// - Parameters:
  ///   - fact: the fact as it reads now.
  ///   - names: knows makers and markets by all their names.
  public func applied(to fact: Fact, names: ReportNames) throws(CorrectionError) -> Fact {
    var new = fact
    for (field, text) in texts { try apply(text.isEmpty ? nil : text, as: field, to: &new, names) }
    let edited = Set(texts.map(\.field))
    // A second value makes a range and none makes none, without a person having to say so.
    if new.valueMax != nil, !edited.contains(.qualifier) { new.qualifier = .between }
    if new.valueMax == nil, new.qualifier == .between { new.qualifier = .exact }
    if new.value != nil, new.qualifier == nil { new.qualifier = .exact }
    guard new != fact else { throw .nothingChanged }
    do {
      try FactRules.check(new)
    } catch {
      throw .contradiction(error)
    }
    return new
  }

  private func apply(_ text: String?, as field: Field, to fact: inout Fact, _ names: ReportNames)
    throws(CorrectionError)
  {
    switch field {
    case .kind:
      guard let kind = text.flatMap(FactKind.init(rawValue:)) else {
        throw .notOneOf(field, text, FactKind.allCases.map(\.rawValue))
      }
      fact.kind = kind
    case .status:
      guard let status = text.flatMap(Status.init(rawValue:)) else {
        throw .notOneOf(field, text, Status.allCases.map(\.rawValue))
      }
      fact.status = status
    case .qualifier:
      guard let text else { return fact.qualifier = nil }
      guard let qualifier = Qualifier(rawValue: text) else {
        throw .notOneOf(field, text, Qualifier.allCases.map(\.rawValue))
      }
      fact.qualifier = qualifier
    case .value: fact.value = try number(text, field)
    case .valueMax: fact.valueMax = try number(text, field)
    case .when:
      guard let text else { return fact.when = nil }
      guard let period = Period(text) else { throw .noPeriod(text: text) }
      fact.when = period
    case .market:
      guard let text else { return fact.market = nil }
      guard let code = names.markets(text)?.first else { throw .noMarket(text: text) }
      fact.market = code
    case .manufacturer: fact.manufacturer = text.map { names.maker($0) ?? $0 }
    case .model: fact.model = text
    case .attribute: fact.attribute = text
    case .unit: fact.unit = text
    case .source: fact.source = text
    }
  }

  private func number(_ text: String?, _ field: Field) throws(CorrectionError) -> Double? {
    guard let text else { return nil }
    let digits = text.filter { $0 != "_" && $0 != " " }
    // A comma may part thousands or decimals, depending on who reads it, so neither is guessed.
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let number = Double(digits),
      number.isFinite
    else { throw .noNumber(field, text) }
    return number
  }

  /// Edits are equal where they say the same, in whatever order.
  public static func == (a: FactEdit, b: FactEdit) -> Bool { a.byField == b.byField }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(byField) }

  private var byField: [Field: String] { Dictionary(texts.map { ($0.field, $0.text) }) { _, new in new } }
}
