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
    let numberLengths: [String: Set<Int>]
    let makerNumbers: [String: Int]
    let modelNumbers: [ModelName: Int]
    /// The program's names.
    let table: NameTable
    /// Names that a person added; their entries count on after the program's.
    let own: NameTable?

    init(
      makers: [Maker], models: [CatalogueModel], regions: [String: Set<String>], table: NameTable,
      own: NameTable? = nil
    ) {
      self.makers = makers
      self.models = models
      self.regions = regions
      self.table = table
      self.own = own
      families = Catalogue.families(of: models)
      numberLengths = Catalogue.numberLengths(of: models)
      makerNumbers = Dictionary(makers.enumerated().map { ($1.name, $0) }) { _, new in new }
      modelNumbers = Dictionary(
        models.enumerated().map { (ModelName(manufacturer: $1.maker, model: $1.name), $0) }
      ) { _, new in new }
    }
  }

  let storage: Storage
  /// Models that are not to be found, by their numbers.
  private var withheld: Set<Int> = []
  /// Makers that are not to be found, by their numbers.
  private var withheldMakers: Set<Int> = []

  init(storage: Storage) { self.storage = storage }

  /// The catalogue as if it did not know some models: what is learnt about unknown names is learnt from names that are withheld.
  package func withholding(_ isWithheld: (CatalogueModel) -> Bool) -> Catalogue {
    var catalogue = self
    catalogue.withheld = Set(models.indices.filter { isWithheld(models[$0]) })
    return catalogue
  }

  /// The catalogue as if it did not know some makers and their models.
  package func withholding(makers isWithheld: (Maker) -> Bool) -> Catalogue {
    let names = Set(makers.filter(isWithheld).map(\.name))
    var catalogue = withholding { names.contains($0.maker) }
    catalogue.withheldMakers = Set(makers.indices.filter { names.contains(makers[$0].name) })
    return catalogue
  }

  /// All makers.
  public var makers: [Maker] { storage.makers }
  /// All models.
  public var models: [CatalogueModel] { storage.models }
  /// The countries of each region.
  public var regions: [String: Set<String>] { storage.regions }
  /// The makers whose models begin with a word or letters: "ioniq" Hyundai, "ex" Volvo.
  public var families: [[UInt8]: Set<String>] { storage.families }

  /// How many digits the models have of makers that call theirs by bare numbers: Polestar 1, Avatr 2, Zeekr 3.
  public var numberLengths: [String: Set<Int>] { storage.numberLengths }

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
  public func maker(named name: String) -> Maker? {
    guard let number = storage.makerNumbers[name], !withheldMakers.contains(number) else { return nil }
    return storage.makers[number]
  }
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
    guard !withheld.isEmpty else { return forEachKnownName(in: text, at: start, body) }
    forEachKnownName(in: text, at: start) { end, entry in
      switch entry {
      case .model(let m): if withheld.contains(m) { return }
      case .maker(let m): if withheldMakers.contains(m) { return }
      case .market, .nothing: break
      }
      body(end, entry)
    }
  }

  private func forEachKnownName(in text: FoldedText, at start: Int, _ body: (Int, NameEntry) -> Void) {
    guard let own = storage.own else { return storage.table.forEachName(in: text, at: start, body) }
    var ends: Set<Int> = []
    own.forEachName(in: text, at: start) { end, entry in
      ends.insert(end)
      body(end, entry)
    }
    // A name that a person added is one, also where the program's catalogue holds it for none.
    storage.table.forEachName(in: text, at: start) { end, entry in
      if entry != .nothing || !ends.contains(end) { body(end, entry) }
    }
  }

  private static func numberLengths(of models: [CatalogueModel]) -> [String: Set<Int>] {
    var counts: [String: [Int: Int]] = [:]
    for model in models where model.name.utf8.count <= 3 && model.name.utf8.allSatisfy(Letters.isDigit) {
      counts[model.maker, default: [:]][model.name.utf8.count, default: 0] += 1
    }
    return counts.compactMapValues { lengths in
      let often = Set(lengths.filter { $0.value >= 3 }.keys)
      return often.isEmpty ? nil : often
    }
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
