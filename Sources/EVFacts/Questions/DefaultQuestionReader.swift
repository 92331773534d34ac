import Asking
import Facts
import Lexicon
import Storing

/// The reader that `evfacts ask` uses: the words of the binary, and the names that the database knows.
public struct DefaultQuestionReader: QuestionReading {
  private let lexicon: Lexicon
  private let reader: QuestionReader

  /// Makes a reader that knows the names of a database.
  public init(store: FactStore) {
    // A database that cannot be read knows no names; the question's own statement then tells what is wrong with it.
    lexicon = .standard(with: ((try? store.catalogue()) ?? []).map(\.row))
    reader = QuestionReader(lexicon: lexicon, names: StoredNames(store: store))
  }

  /// What a question means.
  public func read(_ question: String, today: Day, scope: FactScope) -> ReadQuestion {
    switch reader.read(question, today: today) {
    case .refused(let refusal): return .refused(RefusedQuestion(refusal))
    case .query(var query, let language):
      query.allClaims = scope.allClaims
      query.minConfidence = scope.minConfidence
      return .understood(
        UnderstoodQuestion(
          language: language, reading: query.reading(in: language), query: query,
          statement: query.statement(catalogue: lexicon.catalogue),
          candidates: query.candidates(catalogue: lexicon.catalogue)))
    }
  }
}

/// The names of a database, looked up when a question needs them.
///
/// A database that cannot be read knows none; the
/// question's own statement then tells what is wrong with it.
struct StoredNames: NameSource {
  let store: FactStore

  func manufacturers(withKeys keys: [String]) -> [String] {
    let statement = SQLStatement(
      "SELECT manufacturer FROM maker_names WHERE manufacturer_key IN (\(marks(keys)))",
      keys.map(SQLValue.text))
    return rows(statement).compactMap { text($0, 0) }
  }

  func models(withKeys keys: [String]) -> [ModelName] {
    let statement = SQLStatement(
      "SELECT manufacturer, model FROM model_names WHERE model_key IN (\(marks(keys)))",
      keys.map(SQLValue.text))
    return rows(statement).compactMap { row in
      guard let maker = text(row, 0), let model = text(row, 1) else { return nil }
      return ModelName(manufacturer: maker, model: model)
    }
  }

  /// The models whose maker and name together have a key.
  func models(withJoinedKey key: String) -> [ModelName] {
    let statement = SQLStatement(
      "SELECT manufacturer, model FROM model_names WHERE manufacturer_key || model_key = ?", [.text(key)])
    return rows(statement).compactMap { row in
      guard let maker = text(row, 0), let model = text(row, 1) else { return nil }
      return ModelName(manufacturer: maker, model: model)
    }
  }

  func allNames() -> (manufacturers: [String], models: [ModelName]) {
    guard let names = try? store.knownNames() else { return ([], []) }
    return (names.manufacturers, names.models)
  }

  private func rows(_ statement: SQLStatement) -> [[SQLValue]] {
    statement.arguments.isEmpty ? [] : (try? store.table(statement).rows) ?? []
  }

  private func text(_ row: [SQLValue], _ place: Int) -> String? {
    if case .text(let text) = row[place] { text } else { nil }
  }

  private func marks(_ keys: [String]) -> String {
    Array(repeating: "?", count: keys.count).joined(separator: ", ")
  }
}
