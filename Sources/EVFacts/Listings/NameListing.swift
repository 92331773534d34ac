import Facts
import Storing

/// All makers, models and markets of a database with how much is said of each: three lists that are short enough to be
/// held, and are read in one go.
public struct NameListing: Sendable {
  /// A maker.
  public struct Maker: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What addresses have of it.
    public var key: String
    /// How many of its models are named.
    public var models: Int
    /// How many claims there are about it and its models.
    public var claims: Int
  }

  /// A model.
  public struct Model: Hashable, Sendable {
    /// Its maker and its name.
    public var name: ModelName
    /// What addresses have of both.
    public var key: ModelName
    /// How many claims there are about it.
    public var claims: Int
  }

  /// A market.
  public struct Market: Hashable, Sendable {
    /// Its code.
    public var code: String
    /// How many facts about it are believed.
    public var facts: Int
    /// How many makers they are about.
    public var makers: Int
  }

  /// The makers by name.
  public let makers: [Maker]
  /// The models by maker and name.
  public let models: [Model]
  /// The markets by code.
  public let markets: [Market]

  /// Reads the lists.
  public init(store: FactStore) throws {
    var ofMaker: [String: Int] = [:]
    var ofModel: [ModelName: Int] = [:]
    let counts = SQLStatement(
      "SELECT manufacturer_key, model_key, count(*) FROM facts WHERE live = 1 GROUP BY manufacturer_key, model_key"
    )
    for (key, count) in try store.mapped(
      counts,
      { (ModelName(manufacturer: $0.text(0) ?? "", model: $0.text(1) ?? ""), Int($0.integer(2) ?? 0)) })
    {
      ofMaker[key.manufacturer, default: 0] += count
      ofModel[key] = count
    }
    models = try store.mapped(
      SQLStatement(
        """
        SELECT manufacturer, model, manufacturer_key, model_key FROM model_names
        ORDER BY manufacturer_key, model_key
        """)
    ) { row in
      let key = ModelName(manufacturer: row.text(2) ?? "", model: row.text(3) ?? "")
      return Model(
        name: ModelName(manufacturer: row.text(0) ?? "", model: row.text(1) ?? ""), key: key,
        claims: ofModel[key] ?? 0)
    }
    let modelCounts = Dictionary(models.map { ($0.key.manufacturer, 1) }, uniquingKeysWith: +)
    makers = try store.mapped(
      SQLStatement("SELECT manufacturer, manufacturer_key FROM maker_names ORDER BY manufacturer_key")
    ) { row in
      let key = row.text(1) ?? ""
      return Maker(
        name: row.text(0) ?? "", key: key, models: modelCounts[key] ?? 0, claims: ofMaker[key] ?? 0)
    }
    markets = try store.mapped(
      SQLStatement(
        """
        SELECT market, sum(facts), count(DISTINCT nullif(manufacturer_key, '')) FROM (
          SELECT market, manufacturer_key, count(*) AS facts FROM believed_figures WHERE market IS NOT NULL
          GROUP BY market, manufacturer_key)
        GROUP BY market ORDER BY market
        """)
    ) { Market(code: $0.text(0) ?? "", facts: Int($0.integer(1) ?? 0), makers: Int($0.integer(2) ?? 0)) }
  }

  /// A maker by its key, `nil` where there is none.
  public func maker(_ key: String) -> Maker? { makers.first { $0.key == key } }
}
