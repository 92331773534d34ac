import EVFacts

/// A JSON value whose members keep their order, for documents that are small; rows are written without it.
indirect enum JSONTree: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// Any number.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONTree])
  /// Members in order.
  case members([Member])

  /// A member of an object.
  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONTree
  }

  /// An object.
  static func object(_ members: [(String, JSONTree)]) -> JSONTree {
    .members(members.map { Member(name: $0.0, value: $0.1) })
  }

  /// Texts in order.
  static func strings(_ texts: [String]) -> JSONTree { .array(texts.map { .string($0) }) }

  /// The value as JSON text on one line.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): FactJSON.number(number)
    case .string(let text): FactJSON.string(text)
    case .array(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
    case .members(let members):
      "{" + members.map { FactJSON.string($0.name) + ": " + $0.value.text }.joined(separator: ", ") + "}"
    }
  }
}
