import Asking
import Facts

/// What a question turned out to mean.
public enum ReadQuestion: Hashable, Sendable {
  /// It was understood in full.
  case understood(UnderstoodQuestion)
  /// Some of it was not, so it gets no answer.
  case refused(RefusedQuestion)
}

/// A question with the statement that answers it.
public struct UnderstoodQuestion: Hashable, Sendable {
  /// The language that it is asked in.
  public var language: LanguageCode
  /// How it was read, for the person who asked: `launches, in 2025, one row a model`.
  public var reading: String
  /// What it asks for.
  public var query: Query
  /// Gives the facts among which the query chooses, with the columns of the view `claims`.
  public var statement: SQLStatement
  /// Gives the same facts with the columns that the choice needs.
  public var candidates: SQLStatement

  /// Makes a reading.
  public init(
    language: LanguageCode, reading: String, query: Query, statement: SQLStatement, candidates: SQLStatement
  ) {
    self.language = language
    self.reading = reading
    self.query = query
    self.statement = statement
    self.candidates = candidates
  }
}

/// Why a question gets no answer: the words that could not be placed, and questions that could be answered.
public struct RefusedQuestion: Error, Hashable, Sendable, CustomStringConvertible {
  /// The words, as they were written.
  public var unplaced: [String]
  /// Known names that an unknown one may have been meant for.
  public var nearest: [String]
  /// Two or three questions in the same language.
  public var suggestions: [String]
  private let words: Refusal?

  /// Makes a refusal.
  public init(unplaced: [String], nearest: [String] = [], suggestions: [String]) {
    self.unplaced = unplaced
    self.nearest = nearest
    self.suggestions = suggestions
    words = nil
  }

  /// Makes a refusal that speaks the language of its question.
  public init(_ refusal: Refusal) {
    unplaced = refusal.unplaced
    nearest = refusal.nearest
    suggestions = refusal.suggestions
    words = refusal
  }

  /// The message and what to try, a line each, as the questions are typed behind a command or alone.
  public var description: String { text { "evfacts ask \"\($0)\"" } }

  /// The message and what to try, a line each; `shown` gives a question as a person would type it.
  public func text(_ shown: (String) -> String = { $0 }) -> String {
    let named = unplaced.map { "'\($0)'" }.joined(separator: ", ")
    let message = (words?.message ?? "the question was not understood") + (named.isEmpty ? "" : ": \(named)")
    let near =
      nearest.isEmpty
      ? [] : [words?.question(naming: nearest) ?? "Did you mean \(nearest.joined(separator: ", "))?"]
    return ([message + "."] + near + suggestions.map { "Try: " + shown($0) }).joined(separator: "\n")
  }
}

/// Reads questions in any of the six languages.
public protocol QuestionReading: Sendable {
  /// What a question means; "next year" and the like count from `today`.
  func read(_ question: String, today: Day, scope: FactScope) -> ReadQuestion
}
