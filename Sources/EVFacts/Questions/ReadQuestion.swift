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
  /// Gives the rows that answer it, with the columns of the view `claims`.
  public var statement: SQLStatement

  /// Makes a reading.
  public init(language: LanguageCode, reading: String, statement: SQLStatement) {
    self.language = language
    self.reading = reading
    self.statement = statement
  }
}

/// Why a question gets no answer: the words that could not be placed, and questions that could be answered.
public struct RefusedQuestion: Error, Hashable, Sendable, CustomStringConvertible {
  /// The words, as they were written.
  public var unplaced: [String]
  /// Two or three questions in the same language.
  public var suggestions: [String]

  /// Makes a refusal.
  public init(unplaced: [String], suggestions: [String]) {
    self.unplaced = unplaced
    self.suggestions = suggestions
  }

  /// The message and what to try, a line each.
  public var description: String {
    let words = unplaced.map { "'\($0)'" }.joined(separator: ", ")
    let message =
      words.isEmpty ? "the question was not understood" : "the question was not understood: \(words)"
    return ([message + "."] + suggestions.map { "Try: evfacts ask \"\($0)\"" }).joined(separator: "\n")
  }
}

/// Reads questions in any of the six languages.
public protocol QuestionReading: Sendable {
  /// What a question means; "next year" and the like count from `today`, `allClaims` asks what anyone claims.
  func read(_ question: String, today: Day, allClaims: Bool) -> ReadQuestion
}
