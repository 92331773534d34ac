import Asking
import Facts
import Reporting
import Storing

/// A question, how it was read, and the rows that answer it.
public struct Answer: Sendable {
  /// The question as it was asked.
  public let question: String
  /// How it was read.
  public let read: UnderstoodQuestion
  /// The rows, in the order asked for.
  public let rows: [FactRow]

  /// Asks a database; throws ``RefusedQuestion`` where the question is not understood in full.
  public init(
    to question: String, in store: FactStore, reader: some QuestionReading, today: Day,
    scope: FactScope = FactScope()
  ) throws {
    switch reader.read(question, today: today, scope: scope) {
    case .refused(let refusal): throw refusal
    case .understood(let read):
      self.question = question
      self.read = read
      let candidates = try store.mapped(read.candidates) { row in
        Candidate(text: row.text, number: row.number, integer: row.integer)
      }
      rows = try store.facts(numbered: read.query.choice(of: candidates.compactMap(\.self)))
    }
  }

  /// The statement with its values, as it can be pasted into any SQLite tool.
  public var sql: String { SQLText.of(read.statement) }

  /// The answer in a sentence, in the question's language.
  public var sentence: String { read.query.sentence(for: rows, in: read.language) }

  /// How many claims stand behind each of the rows, in the question's language, by the row's number.
  public func support(in store: FactStore) throws -> [Int64: String] {
    try store.support(ofFacts: rows.map(\.id)).mapValues {
      ClaimSupport(claims: $0.claims, differing: $0.differing).words(in: read.language)
    }
  }

  /// The answer as one JSON object on one line.
  public var json: String {
    AnswerJSON.line(
      question: question, language: read.language, reading: read.reading, statement: read.statement,
      rows: rows)
  }
}
