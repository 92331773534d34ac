/// A value of JSON text.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// Any number.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Values by name; of a name given twice the last counts.
  case object([String: JSONValue])

  /// What the value is called in an error.
  public var sort: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// Why a text is no JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte at which it stops being JSON.
  public let offset: Int
  /// What would have had to stand there.
  public let expected: String

  /// The message, lower case.
  public var description: String { "no JSON: expected \(expected) at byte \(offset + 1)" }
}
