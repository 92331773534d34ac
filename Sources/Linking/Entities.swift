import Facts
import Finding
import Lexicon

/// The makers and models that an article can be about, numbered, with what the article and the catalogue say of each.
///
/// Every figure and event asks about them: by number that takes no look at a name.
struct Entities: Sendable {
  /// The makers and models.
  let keys: [EntityKey]
  private let numbering: Numbering<EntityKey>
  /// What each mention of a name names, its maker, and the model without the variant.
  let named: [Int]
  let makersNamed: [Int]
  let basesNamed: [Int?]
  /// What a variant without its model may be of: the models named before it, each with the variant and without.
  let alternates: [Int: [(variant: Int, base: Int)]]
  /// The maker's name of each, numbered; that of the owner, -1 where it is not known here.
  let makers: [Int]
  let owners: [Int]
  /// What the catalogue knows.
  let entries: [Maker?]
  let models: [CatalogueModel?]
  /// The home market of the maker, by number; -1 where it is not known or not named here.
  let homes: [Int]
  /// What the title names, in order.
  let title: [Int]
  let isInTitle: [Bool]
  /// How often the body names each, and its place among those named most.
  let salience: [Int]
  let ranks: [Int?]
  /// The maker that the article names most.
  let main: Int?
  /// What is said of a whole market.
  let whole: Int

  /// The number of a maker or model; `nil` where the article names it nowhere.
  func number(of key: EntityKey) -> Int? { numbering.known(key) }

  init(
    _ mentions: Mentions, title: Mentions?, sentenceOf: [Int], catalogue: Catalogue, markets: Markets
  ) {
    var numbering = Numbering<EntityKey>()
    func number(_ key: EntityKey) -> Int { numbering.number(of: key) }
    whole = number(EntityKey(maker: "", model: nil))
    named = mentions.names.map { number($0.key) }
    makersNamed = mentions.names.map { number(EntityKey(maker: $0.maker, model: nil)) }
    basesNamed = mentions.names.map { name in
      name.base.map { number(EntityKey(maker: name.maker, model: $0)) }
    }
    var alternates: [Int: [(variant: Int, base: Int)]] = [:]
    for (i, name) in mentions.names.enumerated() where name.sort == .variant {
      guard let variant = name.variant else { continue }
      alternates[i] = Entities.models(before: i, mentions, sentenceOf).map { base in
        (number(EntityKey(maker: base.maker, model: (base.model ?? "") + " " + variant)), number(base))
      }
    }
    self.alternates = alternates
    let titleKeys = Set((title?.names ?? []).flatMap { [$0.key, EntityKey(maker: $0.maker, model: nil)] })
    self.title = titleKeys.sorted().map(number)
    let keys = numbering.keys
    var salience = Array(repeating: 0, count: keys.count)
    for (i, name) in mentions.names.enumerated() {
      salience[named[i]] += 1
      if name.model != nil { salience[makersNamed[i]] += 1 }
    }
    self.salience = salience
    let ranked = keys.indices.filter { salience[$0] > 0 }
      .sorted { (salience[$1], keys[$0]) < (salience[$0], keys[$1]) }
    ranks = numbering.places(in: ranked)
    main = ranked.first { keys[$0].model == nil }
    isInTitle = numbering.places(in: self.title).map { $0 != nil }
    var names = Numbering<String>()
    makers = keys.map { names.number(of: $0.maker) }
    let entryOf = names.keys.map { catalogue.maker(named: $0) }
    entries = makers.map { entryOf[$0] }
    owners = entries.map { $0.flatMap { names.known($0.owner) } ?? -1 }
    homes = entries.map { $0.flatMap { markets.number(of: $0.country) } ?? -1 }
    models = keys.map { key in
      key.model.flatMap { catalogue.model(named: ModelName(manufacturer: key.maker, model: $0)) }
    }
    self.keys = keys
    self.numbering = numbering
  }

  /// The models without variants named before a mention, the latest first, at most four.
  private static func models(before mention: Int, _ mentions: Mentions, _ sentenceOf: [Int]) -> [EntityKey] {
    var out: [EntityKey] = []
    let token = mentions.names[mention].token
    let first = sentenceOf[token] - SubjectCandidates.reach
    for name in mentions.names.reversed()
    where name.sort == .model && name.token < token && sentenceOf[name.token] >= first {
      let key = EntityKey(maker: name.maker, model: name.base ?? name.model)
      if !out.contains(key) { out.append(key) }
      if out.count == 4 { break }
    }
    return out
  }
}
