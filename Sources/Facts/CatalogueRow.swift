/// A row that a person adds to the catalogue of names: a maker, a model, more names of one, or names of a market.
public struct CatalogueRow: Hashable, Sendable {
  /// What is added.
  public enum Sort: String, CaseIterable, Sendable, Hashable {
    /// A maker, with further names.
    case maker
    /// A model of a maker, with further names.
    case model
    /// More names of a maker or model that the catalogue has.
    case alias
    /// Names of a market.
    case market
  }

  /// What is added.
  public var sort: Sort
  /// The maker's canonical name; `nil` for a market.
  public var manufacturer: String?
  /// The model's name without the brand; `nil` for a maker.
  public var model: String?
  /// The market that is named; of a maker its home market, where it is known.
  public var market: String?
  /// How the names stand for the market; `nil` for all else.
  public var form: MarketForm?
  /// The group that owns a maker.
  public var owner: String?
  /// The model's body.
  public var body: BodyType?
  /// Whether a maker is a group and not a brand.
  public var isGroup = false
  /// Whether a model runs on petrol or diesel alone.
  public var isCombustion = false
  /// Whether a model's bare name means it only beside its maker ("001", "Spring").
  public var needsMaker = false
  /// The further names; `!` behind one says that its case counts.
  public var names: [String]

  /// Makes a row; what is left out is not known.
  public init(
    _ sort: Sort, manufacturer: String? = nil, model: String? = nil, market: String? = nil,
    names: [String] = []
  ) {
    self.sort = sort
    self.manufacturer = manufacturer
    self.model = model
    self.market = market
    self.names = names
  }
}

/// How a form names a market.
public enum MarketForm: String, Sendable, Hashable, CaseIterable {
  /// "Germany".
  case name
  /// "German".
  case adjective
  /// "Munich".
  case city
}
