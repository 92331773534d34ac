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
    markets = try Self.markets(store)
  }

  /// The markets: counted here, as SQLite would sort all facts for it.
  private static func markets(_ store: FactStore) throws -> [Market] {
    struct Count {
      var facts = 0
      var makers: Set<String> = []
      var lastMaker = ""

      mutating func add(_ maker: String) {
        facts += 1
        // Facts of one maker mostly come one after another.
        guard !maker.isEmpty, maker != lastMaker else { return }
        lastMaker = maker
        makers.insert(maker)
      }
    }
    var counts: [String: Count] = [:]
    let statement = SQLStatement(
      """
      SELECT market, manufacturer_key FROM believed_figures WHERE market IS NOT NULL
      ORDER BY kind, manufacturer_key
      """)
    _ = try ReadOnlyDatabase(path: store.path, isWatched: false).run(statement) { row in
      guard case .text(let market) = row[0], case .text(let maker) = row[1] else { return }
      let name = String(decoding: maker, as: UTF8.self)
      counts[String(decoding: market, as: UTF8.self), default: Count()].add(name)
    }
    return counts.sorted { $0.key < $1.key }.map {
      Market(code: $0.key, facts: $0.value.facts, makers: $0.value.makers.count)
    }
  }

  /// The models of a maker, the most claimed first.
  public static func models(ofMaker key: String, in store: FactStore) throws -> [Model] {
    let counts = SQLStatement(
      "SELECT model_key, count(*) FROM facts WHERE live = 1 AND manufacturer_key = ? GROUP BY model_key",
      [.text(key)])
    let ofModel = Dictionary(
      uniqueKeysWithValues: try store.mapped(counts, isKept: true) {
        ($0.text(0) ?? "", Int($0.integer(1) ?? 0))
      })
    let names = SQLStatement(
      "SELECT manufacturer, model, model_key FROM model_names WHERE manufacturer_key = ?", [.text(key)])
    return try store.mapped(names, isKept: true) { row in
      let model = row.text(2) ?? ""
      return Model(
        name: ModelName(manufacturer: row.text(0) ?? "", model: row.text(1) ?? ""),
        key: ModelName(manufacturer: key, model: model), claims: ofModel[model] ?? 0)
    }.sorted { ($0.claims, $1.key.model) > ($1.claims, $0.key.model) }
  }
}

extension FactStore {
  /// A maker's name as it is written, by its key; `nil` where no article names it.
  public func makerName(_ key: String) throws -> String? {
    try mapped(
      SQLStatement("SELECT manufacturer FROM maker_names WHERE manufacturer_key = ?", [.text(key)]),
      isKept: true
    ) { $0.text(0) ?? "" }.first
  }
}
