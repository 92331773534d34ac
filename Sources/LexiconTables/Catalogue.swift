import Facts

/// Makers, models and markets with all their names, ready to be found.
///
/// Copying one costs nothing.
public struct Catalogue: Sendable {
  final class Storage: Sendable {
    let makers: [Maker]
    let models: [CatalogueModel]
    let regions: [String: Set<String>]
    let families: [[UInt8]: Set<String>]
    let makerNumbers: [String: Int]
    let modelNumbers: [ModelName: Int]
    let names: PackedNames
    let trie: PackedTrie

    init(
      makers: [Maker], models: [CatalogueModel], regions: [String: Set<String>], names: PackedNames,
      trie: PackedTrie
    ) {
      self.makers = makers
      self.models = models
      self.regions = regions
      self.names = names
      self.trie = trie
      families = Catalogue.families(of: models)
      makerNumbers = Dictionary(makers.enumerated().map { ($1.name, $0) }) { _, new in new }
      modelNumbers = Dictionary(
        models.enumerated().map { (ModelName(manufacturer: $1.maker, model: $1.name), $0) }
      ) { _, new in new }
    }
  }

  let storage: Storage

  /// All makers.
  public var makers: [Maker] { storage.makers }
  /// All models.
  public var models: [CatalogueModel] { storage.models }
  /// The countries of each region.
  public var regions: [String: Set<String>] { storage.regions }
  /// The makers whose models begin with a word or letters: "ioniq" Hyundai, "ex" Volvo.
  public var families: [[UInt8]: Set<String>] { storage.families }

  /// Reads the tables; rows that lack columns are left out.
  public init(makers: String, models: String, markets: String, regions: String, blockers: String = "") {
    var reader = CatalogueReader()
    reader.readMakers(makers)
    reader.readModels(models)
    reader.readMarkets(markets)
    reader.readBlockers(blockers)
    reader.readRegions(regions)
    storage = reader.storage
  }

  /// The maker of a canonical name.
  public func maker(named name: String) -> Maker? { storage.makerNumbers[name].map { storage.makers[$0] } }
  /// The model of canonical names.
  public func model(named name: ModelName) -> CatalogueModel? {
    storage.modelNumbers[name].map { storage.models[$0] }
  }

  /// Whether `inner` is `outer` or lies within it.
  public func market(_ inner: String, liesIn outer: String) -> Bool {
    if inner == outer || outer == "001" { return true }
    guard let members = regions[outer] else { return false }
    if members.contains(inner) { return true }
    guard let parts = regions[inner] else { return false }
    return parts.isSubset(of: members)
  }

  /// Calls `body` with the end and the entry of every name that begins at `start`, which is the beginning of a word.
  public func forEachName(in text: FoldedText, at start: Int, _ body: (Int, NameEntry) -> Void) {
    let s = text.bytes
    let (trie, names) = (storage.trie, storage.names)
    var node = trie.root
    var i = start
    while i < s.count {
      node = trie.step(node, s[i])
      if node == 0 { return }
      i += 1
      if s[i - 1] == 0x20 { while i < s.count, s[i] == 0x20 { i += 1 } }
      guard trie.hasPayload(node) else { continue }
      let end = i
      let atBorder = WordBorders.isBorder(s, i)
      guard atBorder || Catalogue.isInflected(s, i) else { continue }
      trie.forEachPayload(node) { form in
        if let exact = names.exact(form) {
          let span = text.span(start, end)
          guard text.original[span.start..<span.end] == exact else { return }
        } else if names.needsCapital(form), !text.isUpper(start), Letters.isASCIILetter(s[start]) {
          return
        }
        // "40,000 Prologues", "155,000 R2s"; a number alone has no plural.
        if !atBorder, names.isModel(form), end - start < 2 || s[start..<end].allSatisfy(Letters.isDigit) {
          return
        }
        body(end, names.entry(form))
      }
    }
  }

  /// Whether a genitive or plural s follows a name in Latin letters: "Xiaomis SU7", "Zeekrs".
  private static func isInflected(_ s: [UInt8], _ i: Int) -> Bool {
    i < s.count && s[i] == 0x73 && (Letters.isASCIILetter(s[i - 1]) || Letters.isDigit(s[i - 1]))
      && s[i - 1] != 0x73 && WordBorders.isBorder(s, i + 1)
  }

  /// The first words of names of several ("Ioniq 5"), the letters of codes ("EX30"), and the first signs of "#1" and "06", each with its makers.
  private static func families(of models: [CatalogueModel]) -> [[UInt8]: Set<String>] {
    var families: [[UInt8]: Set<String>] = [:]
    for model in models {
      let bytes = FoldedText(model.name).bytes
      let word = bytes.prefix { $0 != 0x20 && $0 != 0x2E }
      let letters = bytes.prefix { Letters.isASCIILetter($0) }
      if word.count < bytes.count, word.count >= 2 { families[Array(word), default: []].insert(model.maker) }
      if letters.count < bytes.count, Letters.isDigit(bytes[letters.count]), !letters.isEmpty {
        families[Array(letters), default: []].insert(model.maker)
      }
      if let first = bytes.first, first == 0x23 || first == 0x30 && bytes.count == 2 {
        families[[first], default: []].insert(model.maker)
      }
    }
    return families
  }
}
