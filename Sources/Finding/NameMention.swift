import Facts
import Lexicon

/// A maker or a model in the text.
public struct NameMention: Sendable {
  /// What is named.
  public enum Sort: Sendable, Equatable {
    /// A maker.
    case maker
    /// A model whose maker is known.
    case model
    /// A variant without its model ("the Max"), to be joined to the model before it.
    case variant
  }
  /// What is named.
  public var sort: Sort
  /// The maker's canonical name.
  public var maker: String
  /// The model with its variant; `nil` for a maker.
  public var model: String?
  /// The model without the variant.
  public var base: String?
  /// The folded bytes.
  public var start: Int
  /// The byte past the last.
  public var end: Int
  /// The first token and the one past the last.
  public var token: Int
  /// The token past the last.
  public var tokenEnd: Int
  /// Whether the catalogue knows it.
  public var isKnown: Bool
  /// Whether the maker is a group.
  public var isGroup: Bool
  /// The variant's own words, of a variant without its model.
  public var variant: String?

  /// The name as a key: maker and model.
  public var key: EntityKey { EntityKey(maker: maker, model: model) }
}

/// Whom a fact can be about: a maker, or a model of it.
public struct EntityKey: Hashable, Sendable, Comparable {
  /// The maker's canonical name, empty for a whole market.
  public var maker: String
  /// The model with its variant, `nil` for the maker.
  public var model: String?

  /// Makes a key.
  public init(maker: String, model: String?) {
    self.maker = maker
    self.model = model
  }

  /// Names differ in their lengths and first bytes nearly always.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(maker.utf8.count << 8 | (model?.utf8.count ?? 255))
    hasher.combine(
      Int(maker.utf8.first ?? 0) << 16 | Int(model?.utf8.first ?? 0) << 8 | Int(model?.utf8.last ?? 0))
  }

  /// By maker, then model.
  public static func < (a: EntityKey, b: EntityKey) -> Bool {
    (a.maker, a.model ?? "") < (b.maker, b.model ?? "")
  }
}

/// A country, region or place that stands for its country's market.
public struct MarketMention: Sendable {
  /// ISO 3166-1 alpha-2, UN M49 region, `EU` or `overseas`.
  public var code: String
  /// Name, adjective or city.
  public var place: MarketForm
  /// The folded bytes.
  public var start: Int
  /// The byte past the last.
  public var end: Int
  /// The first token.
  public var token: Int
}
