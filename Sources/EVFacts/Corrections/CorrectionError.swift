/// Why a correction cannot be made, and what to try.
public enum CorrectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A word that is no `field=value`.
  case noField(word: String)
  /// A field that facts do not have, or that cannot be put right.
  case unknownField(name: String)
  /// A value that is none of a field's.
  case notOneOf(FactEdit.Field, String?, [String])
  /// A value that is no number.
  case noNumber(FactEdit.Field, String)
  /// A value that is no date or period.
  case noPeriod(text: String)
  /// A value that is no market.
  case noMarket(text: String)
  /// The fact would contradict itself.
  case contradiction(FieldError)
  /// The fact reads so already.
  case nothingChanged

  /// The message, lower case, and what to try.
  public var description: String {
    switch self {
    case .noField(let word): "'\(word)' is no field with a value.\nTry: value=130000"
    case .unknownField(let name):
      "a fact has no field '\(name)' to correct.\nTry: \(FactEdit.Field.allCases.map(\.rawValue).joined(separator: ", "))"
    case .notOneOf(let field, let text, let allowed):
      "'\(text ?? "")' is no \(field.rawValue).\nTry: \(allowed.joined(separator: ", "))"
    case .noNumber(let field, let text):
      "\(field.rawValue) is '\(text)', which is no plain number.\nTry: 130000 or 18.5"
    case .noPeriod(let text):
      "'\(text)' is no date or period.\nTry: 2025-06-30, 2025-06, 2025-Q3, 2025, MID:2025"
    case .noMarket(let text):
      "there is no market '\(text)'.\nTry: a name or a code, such as Germany, DE, Europe"
    case .contradiction(let fault): "the fact would be none: \(fault).\nTry: correcting that field too"
    case .nothingChanged: "the fact reads so already.\nTry: another value, or evfacts drop if it is wrong"
    }
  }
}
