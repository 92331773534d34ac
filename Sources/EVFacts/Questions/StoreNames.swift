import Facts
import Storing

/// The names that a database knows, for reading questions: looked up by key, so that a large database costs no more
/// than a small one. A name that cannot be looked up is not known.
public struct StoreNames: Sendable {
  private let store: FactStore

  /// Makes the source.
  public init(_ store: FactStore) { self.store = store }

  /// The manufacturers whose keys are among those given.
  public func manufacturers(withKeys keys: [String]) -> [String] {
    rows("SELECT manufacturer FROM manufacturers WHERE manufacturer_key IN", keys).compactMap {
      $0.first ?? nil
    }
  }

  /// The models whose keys are among those given.
  public func models(withKeys keys: [String]) -> [ModelName] {
    rows("SELECT manufacturer, model FROM models WHERE model_key IN", keys).compactMap { row in
      guard row.count == 2, let manufacturer = row[0], let model = row[1] else { return nil }
      return ModelName(manufacturer: manufacturer, model: model)
    }
  }

  /// All manufacturers and models.
  public func allNames() -> (manufacturers: [String], models: [ModelName]) {
    guard let names = try? store.knownNames() else { return ([], []) }
    return (names.manufacturers, names.models)
  }

  private func rows(_ select: String, _ keys: [String]) -> [[String?]] {
    guard !keys.isEmpty else { return [] }
    let marks = keys.map { _ in "?" }.joined(separator: ", ")
    let table = try? store.table(SQLStatement("\(select) (\(marks))", keys.map { .text($0) }))
    return (table?.rows ?? []).map { row in
      row.map { value in
        guard case .text(let text) = value else { return nil }
        return text
      }
    }
  }
}
