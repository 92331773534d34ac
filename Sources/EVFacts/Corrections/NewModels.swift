import Facts
import Lexicon
import Storing

/// Models that extracted claims tell of and that the catalogue does not have.
public enum NewModels {
  /// One of them.
  public struct Entry: Hashable, Sendable {
    /// What articles call it.
    public var name: ModelName
    /// How many live claims tell of it.
    public var claims: Int
    /// The number of one of them.
    public var example: Int64
  }

  /// All of them, the most claimed first.
  public static func all(in store: FactStore) throws -> [Entry] {
    let catalogue = Lexicon.standard(with: try store.catalogue().map(\.row)).catalogue
    var entries: [Entry] = []
    for (name, _) in try store.claimedModels()
    where catalogue.model(called: name.model, of: name.manufacturer) == nil {
      if let entry = try entry(name, in: store) { entries.append(entry) }
    }
    return entries.sorted {
      ($1.claims, $0.name.manufacturer, $0.name.model) < ($0.claims, $1.name.manufacturer, $1.name.model)
    }
  }

  /// Those of some that are still new: claims may be gone, and the catalogue may have them now.
  public static func left(of entries: some Sequence<Entry>, limit: Int, in store: FactStore) throws -> [Entry]
  {
    let catalogue = Lexicon.standard(with: try store.catalogue().map(\.row)).catalogue
    var left: [Entry] = []
    for entry in entries
    where left.count < limit
      && catalogue.model(called: entry.name.model, of: entry.name.manufacturer) == nil
    {
      if let entry = try self.entry(entry.name, in: store) { left.append(entry) }
    }
    return left
  }

  private static func entry(_ name: ModelName, in store: FactStore) throws -> Entry? {
    try store.extractedClaims(about: name).map { Entry(name: name, claims: $0.count, example: $0.first) }
  }
}
