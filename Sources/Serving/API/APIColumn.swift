import EVFacts

/// A member of a row: its name, what may stand in it, and what it means.
struct APIColumn: Sendable {
  /// What may stand in it.
  enum Sort: Sendable {
    case text, integer, number, day
    case word([String])
  }

  var name: String
  var sort: Sort
  var meaning: String
  /// Whether it can be `null`.
  var isOptional: Bool

  init(_ name: String, _ sort: Sort, _ meaning: String, isOptional: Bool = false) {
    self.name = name
    self.sort = sort
    self.meaning = meaning
    self.isOptional = isOptional
  }

  /// Its schema.
  var schema: JSONTree {
    func type(_ name: String) -> (String, JSONTree) {
      ("type", isOptional ? .strings([name, "null"]) : .string(name))
    }
    var fields: [(String, JSONTree)]
    switch sort {
    case .text: fields = [type("string")]
    case .integer: fields = [type("integer")]
    case .number: fields = [type("number")]
    case .day: fields = [type("string"), ("format", .string("date"))]
    case .word(let words):
      fields = [type("string"), ("enum", .array(words.map { .string($0) } + (isOptional ? [.null] : [])))]
    }
    return .object(fields + [("description", .string(meaning))])
  }

  /// The schema of a row that has just these members.
  static func rowSchema(_ columns: [APIColumn]) -> JSONTree {
    .object([
      ("type", .string("object")), ("required", .strings(columns.map(\.name))),
      ("additionalProperties", .bool(false)),
      ("properties", .object(columns.map { ($0.name, $0.schema) })),
    ])
  }
}

extension APIColumn {
  /// The columns of facts: those of every export, and what a claim is held against.
  static let ofFacts: [APIColumn] =
    FactReport.columns.map { fact($0.name) } + [
      fact("belief"), fact("believed"), fact("span_start"), fact("span_end"),
    ]

  /// The same as a statement on the view gives them.
  static let factColumns = ofFacts.map { column in
    switch column.name {
    case "confidence": "round(confidence, 3) AS confidence"
    case "when": "\"when\""
    default: column.name
    }
  }.joined(separator: ", ")

  private static let meanings: [String: String] = {
    let view = PublicSchema.views.first { $0.name == "claims" }
    return Dictionary((view?.columns ?? []).map { ($0.name, $0.meaning) }) { first, _ in first }
  }()

  /// The column of the view `claims` of a name.
  static func fact(_ name: String) -> APIColumn {
    let meaning = meanings[name] ?? name
    return switch name {
    case "kind": APIColumn(name, .word(FactKind.allCases.map(\.rawValue)), meaning)
    case "status": APIColumn(name, .word(Status.allCases.map(\.rawValue)), meaning)
    case "qualifier": APIColumn(name, .word(Qualifier.allCases.map(\.rawValue)), meaning, isOptional: true)
    case "value", "value_max", "confidence": APIColumn(name, .number, meaning, isOptional: true)
    case "start_date", "end_date", "published": APIColumn(name, .day, meaning, isOptional: true)
    case "corrected", "fact_id", "believed": APIColumn(name, .integer, meaning)
    case "belief", "span_start", "span_end": APIColumn(name, .integer, meaning, isOptional: true)
    case "evidence", "article": APIColumn(name, .text, meaning)
    default: APIColumn(name, .text, meaning, isOptional: true)
    }
  }
}
