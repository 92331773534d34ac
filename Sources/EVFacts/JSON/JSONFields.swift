import Facts

/// Why an object is not what it should be: which field, and what is wrong with it.
public struct FieldError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The field's name.
  public let field: String
  /// What is wrong: `is 'lunch', none of launch, sales`.
  public let fault: String

  /// What sort of fault it is, for those who say it in words of their own.
  public enum Sort: Hashable, Sendable {
    /// The field must be there.
    case missing
    /// Facts of this kind do not have the field.
    case notOfThisKind
    /// The value is none of the field's, for any other reason.
    case wrong(String)
  }

  /// What sort of fault it is.
  public var sort: Sort = .wrong("")

  /// The message, lower case.
  public var description: String { "'\(field)' \(fault)" }
}

/// The fields of a JSON object, read with errors that name the field.
struct JSONFields {
  let fields: [String: JSONValue]

  init(_ fields: [String: JSONValue]) { self.fields = fields }

  func text(_ name: String) throws(FieldError) -> String? {
    switch fields[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case .some(let value): throw wrong(name, "is \(value.sort), not a text")
    }
  }

  func requiredText(_ name: String) throws(FieldError) -> String {
    guard let text = try text(name) else { throw wrong(name, "is missing") }
    return text
  }

  func number(_ name: String) throws(FieldError) -> Double? {
    switch fields[name] {
    case nil, .null: return nil
    case .number(let number): return number
    case .some(let value): throw wrong(name, "is \(value.sort), not a number")
    }
  }

  func offset(_ name: String) throws(FieldError) -> Int? {
    guard let number = try number(name) else { return nil }
    guard let offset = Int(exactly: number), offset >= 0 else { throw wrong(name, "is no number of bytes") }
    return offset
  }

  func flag(_ name: String) throws(FieldError) -> Bool {
    switch fields[name] {
    case nil, .null: return false
    case .bool(let flag): return flag
    case .some(let value): throw wrong(name, "is \(value.sort), not true or false")
    }
  }

  func list(_ name: String) throws(FieldError) -> [JSONValue] {
    switch fields[name] {
    case nil, .null: return []
    case .array(let values): return values
    case .some(let value): throw wrong(name, "is \(value.sort), not a list")
    }
  }

  func word<Word: RawRepresentable & CaseIterable>(_ name: String, _ type: Word.Type) throws(FieldError)
    -> Word?
  where Word.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw wrong(name, "is '\(text)', none of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  func wrong(_ name: String, _ fault: String) -> FieldError { FieldError(field: name, fault: fault) }
}
