import Facts

/// One field of a report: for programs a code or a plain number, for people words.
public enum Cell: Hashable, Sendable {
  /// Nothing is known.
  case empty
  /// Text as it was read; may hold anything.
  case text(String)
  /// A number.
  case number(Double)
  /// A code of a documented list (`CN`, `MID:2025`) and how a person reads it.
  case coded(code: String, words: String)
  /// A day; a real date in spreadsheets.
  case date(Day)

  /// A text, or ``empty`` where there is none.
  public static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }

  /// A number, or ``empty`` where there is none.
  public static func optional(_ number: Double?) -> Cell { number.map { .number($0) } ?? .empty }

  /// A day, or ``empty`` where there is none.
  public static func day(_ day: Day?) -> Cell { day.map { .date($0) } ?? .empty }

  /// A value of SQLite.
  public init(_ value: SQLValue) {
    switch value {
    case .null: self = .empty
    case .integer(let number): self = .number(Double(number))
    case .real(let number): self = .number(number)
    case .text(let text): self = .text(text)
    }
  }

  /// The field as a person reads it.
  public var words: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): NumberWords.grouped(number)
    case .coded(_, let words): words
    case .date(let day): day.description
    }
  }

  /// Whether a person would see nothing.
  public var isEmpty: Bool {
    switch self {
    case .empty: true
    case .text(let text): text.isEmpty
    case .coded(_, let words): words.isEmpty
    case .number, .date: false
    }
  }

  /// The field as a JSON value.
  public var json: String {
    switch self {
    case .empty: "null"
    case .text(let text): FactJSON.string(text)
    case .number(let number): FactJSON.number(number)
    case .coded(let code, _): FactJSON.string(code)
    case .date(let day): FactJSON.string(day.description)
    }
  }
}
