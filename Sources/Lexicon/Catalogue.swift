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

/// How a form names a market.
public enum MarketForm: String, Sendable, Hashable { case name, adjective, city }

/// Makers, models and markets with all their names, ready to be found.
public struct Catalogue: Sendable {
  /// All makers.
  public private(set) var makers: [Maker] = []
  /// All models.
  public private(set) var models: [CatalogueModel] = []
  /// The countries of each region.
  public private(set) var regions: [String: Set<String>] = [:]
  /// The makers whose models begin with a word or letters: "ioniq" Hyundai, "ex" Volvo.
  public private(set) var families: [[UInt8]: Set<String>] = [:]
  private var makerNumbers: [String: Int] = [:]
  private var modelNumbers: [ModelName: Int] = [:]
  private var trie = Trie(expected: 400_000)
  private var forms: [(entry: NameEntry, exact: [UInt8]?, capital: Bool)] = []

  /// Reads the tables; rows that lack columns are left out.
  public init(makers: String, models: String, markets: String, regions: String, blockers: String = "") {
    for row in Catalogue.rows(makers, columns: 6) { addMaker(row) }
    for row in Catalogue.rows(models, columns: 5) { addModel(row) }
    for row in Catalogue.rows(markets, columns: 4) {
      guard let place = MarketForm(rawValue: row[1]) else { continue }
      for form in Catalogue.list(row[3]) { add(form, .market(code: row[0], place: place), capital: false) }
    }
    for line in blockers.utf8.split(separator: 0x0A) where line.first != 0x23 {
      for form in Catalogue.list(String(Substring(line))) { add(form, .nothing, capital: false) }
    }
    for row in Catalogue.rows(regions, columns: 2) { self.regions[row[0]] = Set(Catalogue.list(row[1])) }
  }

  /// The maker of a canonical name.
  public func maker(named name: String) -> Maker? { makerNumbers[name].map { makers[$0] } }
  /// The model of canonical names.
  public func model(named name: ModelName) -> CatalogueModel? { modelNumbers[name].map { models[$0] } }

  /// Whether `inner` is `outer` or lies within it.
  public func market(_ inner: String, liesIn outer: String) -> Bool {
    if inner == outer || outer == "001" { return true }
    guard let members = regions[outer] else { return false }
    if members.contains(inner) { return true }
    guard let parts = regions[inner] else { return false }
    return parts.isSubset(of: members)
  }

  private mutating func addMaker(_ row: [String]) {
    let maker = Maker(
      name: row[0], isGroup: row[1] == "group", country: row[2], owner: row[3], cities: Catalogue.list(row[4]))
    makerNumbers[maker.name] = makers.count
    makers.append(maker)
    let aliases = Catalogue.list(row[5])
    // Where an alias gives the name with "!", the bare name is matched exactly too.
    let nameForm = aliases.contains(maker.name + "!") ? maker.name + "!" : maker.name
    for alias in [nameForm] + aliases { add(alias, .maker(makers.count - 1), capital: true) }
  }

  private mutating func addModel(_ row: [String]) {
    var power = Substring(row[2])
    let needsMaker = power.hasPrefix("~")
    if needsMaker { power.removeFirst() }
    let model = CatalogueModel(
      maker: row[0], name: row[1], isCombustion: power == "ice", body: BodyType(rawValue: row[3]), needsMaker: needsMaker)
    modelNumbers[ModelName(manufacturer: model.maker, model: model.name)] = models.count
    models.append(model)
    addFamily(model)
    for alias in [model.name] + Catalogue.list(row[4]) { add(alias, .model(models.count - 1), capital: true) }
  }

  /// The first word of a name of several ("Ioniq 5"), or the letters of a code ("EX30").
  private mutating func addFamily(_ model: CatalogueModel) {
    let bytes = FoldedText(model.name).bytes
    let word = bytes.prefix { $0 != 0x20 && $0 != 0x2E }
    let letters = bytes.prefix { Letters.isASCIILetter($0) }
    if word.count < bytes.count, word.count >= 2 { families[Array(word), default: []].insert(model.maker) }
    if letters.count < bytes.count, Letters.isDigit(bytes[letters.count]), !letters.isEmpty { families[Array(letters), default: []].insert(model.maker) }
  }

  private mutating func add(_ form: String, _ entry: NameEntry, capital: Bool) {
    var text = form
    var exact: [UInt8]?
    if text.hasSuffix("!") {
      text.removeLast()
      exact = Array(text.utf8)
    }
    guard !text.isEmpty else { return }
    let folded = FoldedText(text)
    let needsCapital = folded.isUpper(0)
    forms.append((entry, exact, needsCapital))
    trie.insert(folded.bytes, forms.count - 1)
    // "ID.3", "ID 3", "ID3" and "e-C3", "eC3" are one name: marks between letters and digits may be left out.
    if exact == nil, case .model = entry {
      for twin in Catalogue.twins(folded.bytes) { trie.insert(twin, forms.count - 1) }
    }
  }

  private static func twins(_ form: [UInt8]) -> [[UInt8]] {
    let marks: Set<UInt8> = [0x20, 0x2D, 0x2E]
    guard form.count >= 3, form.contains(where: { marks.contains($0) }), form.contains(where: Letters.isDigit) else { return [] }
    var out: [[UInt8]] = []
    for replacement: [UInt8] in [[], [0x20], [0x2D]] {
      let twin = form.flatMap { marks.contains($0) ? replacement : [$0] }
      if twin != form, twin.count >= 3 { out.append(twin) }
    }
    return out
  }

  /// Calls `body` with the end and the entry of every name that begins at `start`, which is the beginning of a word.
  public func forEachName(in text: FoldedText, at start: Int, _ body: (Int, NameEntry) -> Void) {
    let s = text.bytes
    var node: UInt32 = 0
    var i = start
    while i < s.count {
      node = trie.step(node, s[i])
      if node == 0 { return }
      i += 1
      if s[i - 1] == 0x20 { while i < s.count, s[i] == 0x20 { i += 1 } }
      guard trie.hasPayload(node) else { continue }
      let end = i
      // "Xiaomis SU7", "Zeekrs": a genitive or plural s may follow a name in Latin letters.
      let inflected = i < s.count && s[i] == 0x73 && Letters.isASCIILetter(s[i - 1]) && s[i - 1] != 0x73 && WordTable.isBorder(s, i + 1)
      let atBorder = WordTable.isBorder(s, i)
      guard atBorder || inflected else { continue }
      trie.forEachPayload(node) { id in
        let form = forms[id]
        if let exact = form.exact {
          let span = text.span(start, end)
          guard text.original[span.start..<span.end].elementsEqual(exact) else { return }
        } else if form.capital, !text.isUpper(start), Letters.isASCIILetter(s[start]) {
          return
        }
        // "40,000 Prologues", "155,000 R2s"; a number alone has no plural.
        if !atBorder, case .model = form.entry, end - start < 2 || s[start..<end].allSatisfy(Letters.isDigit) { return }
        body(end, form.entry)
      }
    }
  }

  static func rows(_ table: String, columns: Int) -> [[String]] {
    table.utf8.split(separator: 0x0A).dropFirst().compactMap { line in
      var fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
      guard fields.count >= 2 else { return nil }
      while fields.count < columns { fields.append("") }
      return fields
    }
  }

  static func list(_ field: String) -> [String] { field.utf8.split(separator: 0x7C).map { String(Substring($0)).trimmed } }
}
