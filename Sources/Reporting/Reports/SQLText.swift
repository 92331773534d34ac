import Facts

/// A statement as it can be pasted into any SQLite tool: the bound values stand where their question marks were.
public enum SQLText {
  /// The statement with its values, on one line.
  public static func of(_ statement: SQLStatement) -> String {
    var values = statement.arguments[...]
    var text = ""
    var quote: Character?
    for character in statement.sql {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "?", let value = values.popFirst() {
        text += literal(value)
        continue
      } else if character.isNewline {
        text += " "
        continue
      }
      text.append(character)
    }
    return text
  }

  private static func literal(_ value: SQLValue) -> String {
    switch value {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text):
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
  }
}
