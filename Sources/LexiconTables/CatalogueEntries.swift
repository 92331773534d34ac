import Facts

/// A maker of cars.
public struct Maker: Sendable, Hashable {
  /// The canonical name.
  public let name: String
  /// Whether it is a group and not a brand.
  public let isGroup: Bool
  /// Its home market, ISO 3166-1 alpha-2; empty where it is not known.
  public let country: String
  /// The group that owns it, by canonical name; empty where there is none.
  public let owner: String
  /// The forms of the city of its headquarters.
  public let cities: [String]
}

/// A model of the catalogue.
public struct CatalogueModel: Sendable, Hashable {
  /// The maker's canonical name.
  public let maker: String
  /// The official name without the brand.
  public let name: String
  /// Whether it runs on petrol or diesel alone.
  public let isCombustion: Bool
  /// Its body, where it is known.
  public let body: BodyType?
  /// Whether its bare name is a word, a letter or a number that means it only beside its maker.
  public let needsMaker: Bool
}

/// What a form of the catalogue names.
public enum NameEntry: Sendable, Hashable {
  /// A maker, by its number.
  case maker(Int)
  /// A model, by its number.
  case model(Int)
  /// A market by code; `place` says whether by name, by adjective or by a city or state.
  case market(code: String, place: MarketForm)
  /// Nothing: a form that only looks like a name, or holds one ("South America", 不理想).
  case nothing
}
