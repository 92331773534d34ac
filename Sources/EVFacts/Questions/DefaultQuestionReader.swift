import Asking
import Facts
import Storing

/// The reader that `evfacts ask` uses: the words of the binary, and the names that the database knows.
public struct DefaultQuestionReader: QuestionReading {
  private let names: KnownNames

  /// Makes a reader that knows the names of a database.
  public init(store: FactStore) throws { names = try store.knownNames() }

  /// What a question means.
  public func read(_ question: String, today: Day, allClaims: Bool) -> ReadQuestion {
    .refused(
      RefusedQuestion(
        unplaced: question.split(separator: " ").map(String.init),
        suggestions: ["which models launch in 2025", "how many stores does BYD have in Germany"]))
  }
}
