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

  private let table: PhraseTable
  /// The table's roles, in its order.
  private let roles: [QuestionRole?]

  /// What the program says in this language, by key.
  var sayings: [String: String] { table.sayings }

  /// Roles of the files that no question has; a test sees that there are none.
  var faults: [String] { table.roles.filter { QuestionRole(rawValue: $0) == nil } }

  private init(packed: StaticString) {
    table = PhraseTable(packed: packed)
    roles = table.roles.map(QuestionRole.init)
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
    table.forEachMatch(tokens, at: start) { end, numbers in
      out.append(Match(end: end, roles: Set(numbers.compactMap { roles[$0] })))
    }
    return out
  }
}

/// The files of question words, as tests look at them.
package enum QuestionWordFiles {
  /// Roles that a language's files name and no question has.
  package static func faults(of language: LanguageCode) -> [String] { QuestionWords.of(language).faults }
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

  private static let german = QuestionWords(packed: PackedQuestions.german)
  private static let english = QuestionWords(packed: PackedQuestions.english)
  private static let french = QuestionWords(packed: PackedQuestions.french)
  private static let italian = QuestionWords(packed: PackedQuestions.italian)
  private static let spanish = QuestionWords(packed: PackedQuestions.spanish)
  private static let chinese = QuestionWords(packed: PackedQuestions.chinese)
}
