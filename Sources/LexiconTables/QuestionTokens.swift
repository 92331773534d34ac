import Facts

/// A word, number, ideograph or telling mark of a question.
package struct QuestionToken: Sendable {
  /// The folded bytes.
  package var start: Int
  /// The byte past the last.
  package var end: Int
  /// The folded text.
  package var text: String
  /// As it was written.
  package var original: String
}

/// Cuts a question, or a form of a word list, into tokens; marks that change nothing are left out.
package enum QuestionTokens {
  /// The tokens of a folded text.
  package static func of(_ text: FoldedText) -> [QuestionToken] {
    let s = text.bytes
    var out: [QuestionToken] = []
    var i = 0
    while i < s.count {
      let (sort, length) = Letters.sort(s, i)
      let start = i
      switch sort {
      case .space, .newline:
        i += length
        continue
      case .ideograph: i += length
      case .mark:
        i += length
        if isSilent(s[start..<i]) { continue }
      case .letter, .digit:
        while i < s.count {
          let (next, size) = Letters.sort(s, i)
          guard next == .letter || next == .digit else { break }
          i += size
        }
      }
      let span = text.span(start, i)
      out.append(
        QuestionToken(
          start: start, end: i, text: String(decoding: s[start..<i], as: UTF8.self),
          original: String(decoding: text.original[span.start..<span.end], as: UTF8.self)))
    }
    return out
  }

  /// Whether a mark says nothing: punctuation, quotation marks, brackets, control characters.
  private static func isSilent(_ mark: ArraySlice<UInt8>) -> Bool {
    guard let first = mark.first else { return true }
    if first < 0x20 || first == 0x7F { return true }
    return silent.contains(String(decoding: mark, as: UTF8.self))
  }

  private static let silent: Set<String> = Set(
    ".,;:?!¿¡'\"“”„‟«»‹›()[]-–—/…·、，。？！：；《》「」『』【】‘’".map(String.init))
}

/// Letters without their accents, for people who type without them.
package enum Unaccented {
  /// The key of a word, as names are compared.
  package static func of(_ word: String) -> String {
    let key = nameKey(word)
    return key.isEmpty ? word : key
  }

  /// A word with `ae`, `oe`, `ue`, `ss` for the German letters.
  package static func spelledOut(_ word: String) -> String {
    var out = ""
    for character in word {
      switch character {
      case "ä": out += "ae"
      case "ö": out += "oe"
      case "ü": out += "ue"
      case "ß": out += "ss"
      default: out.append(character)
      }
    }
    return out
  }
}
