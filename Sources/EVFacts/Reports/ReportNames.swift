import Facts
import Lexicon
import Reporting
import Storing

/// Names as people type them, looked up in the catalogue and in a database.
public struct ReportNames: Sendable {
  private let catalogue: Catalogue
  private let stored: StoredNames

  /// Makes a lookup that knows the names of a database too.
  public init(store: FactStore) throws {
    catalogue = Lexicon.standard(with: try store.catalogue().map(\.row)).catalogue
    stored = StoredNames(store: store)
  }

  /// The key of a maker by any of its names, `nil` where nobody knows it.
  public func makerKey(_ name: String) -> String? {
    let key = nameKey(name)
    guard !key.isEmpty else { return nil }
    if !stored.manufacturers(withKeys: [key]).isEmpty { return key }
    return catalogue.maker(called: name).map { nameKey($0.name) }
  }

  /// A maker's name as it is written, by any of its names; `nil` where nobody knows it.
  public func maker(_ name: String) -> String? {
    catalogue.maker(called: name)?.name ?? stored.manufacturers(withKeys: [nameKey(name)]).first
  }

  /// The models that the catalogue has of a maker, by any of its names, in the order of the alphabet.
  public func models(ofMaker name: String) -> [String] {
    guard let maker = catalogue.maker(called: name)?.name else { return [] }
    return catalogue.models.lazy.filter { $0.maker == maker }.map(\.name).sorted()
  }

  /// The keys of the models that a name may mean: `SU7`, `Xiaomi SU7`, 小米SU7; none where nobody knows one.
  public func modelKeys(_ name: String) -> [ModelName] {
    let key = nameKey(name)
    guard !key.isEmpty else { return [] }
    var found = Set(stored.models(withKeys: [key]).map(Self.keys))
    found.formUnion(stored.models(withJoinedKey: key).map(Self.keys))
    if found.isEmpty {
      for case .model(let number) in catalogue.entries(called: name) {
        let model = catalogue.models[number]
        found.insert(Self.keys(of: ModelName(manufacturer: model.maker, model: model.name)))
      }
    }
    return found.sorted { ($0.manufacturer, $0.model) < ($1.manufacturer, $1.model) }
  }

  /// The codes of a market and of those within it, by code or by name in any language; `nil` where there is none of it.
  public func markets(_ text: String) -> [String]? {
    let upper = text.uppercased()
    var code: String?
    if MarketWords.name(of: upper) != upper { code = upper }
    if text == "overseas" { code = text }
    if code == nil {
      for case .market(let found, _) in catalogue.entries(called: text) { code = found }
    }
    guard let code else { return nil }
    // Everything lies in the world, so only what is said of the world as a whole is asked for.
    if code == "001" { return [code] }
    let regions = catalogue.regions.keys.filter { $0 != code && catalogue.market($0, liesIn: code) }
    return [code] + ((catalogue.regions[code] ?? []).union(regions)).sorted()
  }

  private static func keys(of name: ModelName) -> ModelName {
    ModelName(manufacturer: nameKey(name.manufacturer), model: nameKey(name.model))
  }
}
