import Facts
import Lexicon

/// The question words of one language: forms with what they do.
struct QuestionWords: Sendable {
  /// A form found in a question.
  struct Match: Sendable {
    /// The token past the last.
    var end: Int
    /// What the form does.
    var roles: Set<QuestionRole>
  }

  /// Roles by form: tokens joined with a blank.
  private var forms: [String: Set<QuestionRole>] = [:]
  /// The same without accents.
  private var plainForms: [String: Set<QuestionRole>] = [:]
  /// Forms that end with `*`, by all but their last token; each with the beginning of the last.
  private var stems: [String: [(stem: String, roles: Set<QuestionRole>)]] = [:]
  private var longest = 1
  /// What the program says in this language, by key.
  private(set) var sayings: [String: String] = [:]
  /// What is wrong with the file.
  private(set) var faults: [String] = []

  /// Reads files of lines `role: form | form`; `say.key: text` is a text to print.
  init(files: [String]) {
    for file in files {
      for line in file.utf8.split(separator: 0x0A) {
        guard let first = line.first, first != 0x23, let colon = line.firstIndex(of: 0x3A) else { continue }
        let name = String(Substring(line[..<colon]))
        let rest = line[line.index(after: colon)...]
        if name.hasPrefix("say.") {
          sayings[String(name.dropFirst(4))] = String(Substring(rest.drop { $0 == 0x20 }))
        } else if let role = QuestionRole(rawValue: name) {
          for form in rest.split(separator: 0x7C) { add(String(Substring(form)), role) }
        } else {
          faults.append("no role '\(name)'")
        }
      }
    }
  }

  private mutating func add(_ form: String, _ role: QuestionRole) {
    var isStem = false
    var text = form
    while text.last == " " { text.removeLast() }
    if text.last == "*" {
      isStem = true
      text.removeLast()
    }
    let tokens = QuestionTokens.of(FoldedText(text)).map(\.text)
    guard let last = tokens.last else { return }
    longest = max(longest, tokens.count)
    guard !isStem else {
      stems[tokens.dropLast().joined(separator: " "), default: []].append((last, [role]))
      return
    }
    let key = tokens.joined(separator: " ")
    forms[key, default: []].insert(role)
    // Most words have no accents, and are their own plain form.
    guard key.utf8.contains(where: { $0 >= 0x80 }) || key.utf8.contains(0x2B) else { return }
    plainForms[tokens.map(Unaccented.of).joined(separator: " "), default: []].insert(role)
    plainForms[tokens.map(Unaccented.spelledOut).joined(separator: " "), default: []].insert(role)
  }

  /// How many tokens of a question are words of this language.
  func known(_ tokens: [QuestionToken]) -> Int {
    var covered: Set<Int> = []
    for start in tokens.indices {
      for match in matches(tokens, at: start) { covered.formUnion(start..<match.end) }
    }
    return covered.count
  }

  /// The forms that begin at a token.
  func matches(_ tokens: [QuestionToken], at start: Int) -> [Match] {
    var out: [Match] = []
    var joined = ""
    var plain = ""
    for end in start..<min(tokens.count, start + longest) {
      let stemmed = stems[joined]?.filter { tokens[end].text.hasPrefix($0.stem) }.max {
        $0.stem.utf8.count < $1.stem.utf8.count
      }
      joined += (end > start ? " " : "") + tokens[end].text
      plain += (end > start ? " " : "") + Unaccented.of(tokens[end].text)
      if let roles = forms[joined] ?? plainForms[plain] ?? forms[plain] ?? stemmed?.roles {
        out.append(Match(end: end + 1, roles: roles))
      }
    }
    return out
  }
}

extension QuestionWords {
  /// The words of a language, read when first asked for.
  static func of(_ language: LanguageCode) -> QuestionWords {
    switch language {
    case .german: german
    case .english, .other: english
    case .french: french
    case .italian: italian
    case .spanish: spanish
    case .chinese: chinese
    }
  }

  private static let german = QuestionWords(files: [file("Any.txt"), file("German.txt")])
  private static let english = QuestionWords(files: [file("Any.txt"), file("English.txt")])
  private static let french = QuestionWords(files: [file("Any.txt"), file("French.txt")])
  private static let italian = QuestionWords(files: [file("Any.txt"), file("Italian.txt")])
  private static let spanish = QuestionWords(files: [file("Any.txt"), file("Spanish.txt")])
  private static let chinese = QuestionWords(files: [file("Any.txt"), file("Chinese.txt")])

  private static func file(_ name: String) -> String {
    EmbeddedFiles.all.first { "\($0.name)" == name }.map { "\($0.text)" } ?? ""
  }
}
