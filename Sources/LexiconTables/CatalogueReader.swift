import Facts

/// Reads the catalogue's tables: a row a line, columns parted by tabs, names parted by `|`; `!` behind one says that case counts.
struct CatalogueReader {
  var makers: [Maker] = []
  var models: [CatalogueModel] = []
  var regions: [String: Set<String>] = [:]
  private var names = PackedNames()
  private var trie = TriePacker()

  /// What was read, packed.
  var storage: Catalogue.Storage {
    Catalogue.Storage(
      makers: makers, models: models, regions: regions, table: NameTable(names: names, trie: trie.packed()))
  }

  mutating func readMakers(_ table: String) {
    for row in FieldText.rows(table, columns: 6) {
      let maker = Maker(
        name: row[0], isGroup: row[1] == "group", country: row[2], owner: row[3],
        cities: FieldText.list(row[4]))
      makers.append(maker)
      let aliases = FieldText.list(row[5])
      // Where an alias gives the name with "!", the bare name is matched exactly too.
      let name = aliases.contains(maker.name + "!") ? maker.name + "!" : maker.name
      for alias in [name] + aliases { add(alias, .maker(makers.count - 1)) }
    }
  }

  mutating func readModels(_ table: String) {
    for row in FieldText.rows(table, columns: 5) {
      let needsMaker = row[2].hasPrefix("~")
      let power = needsMaker ? String(row[2].dropFirst()) : row[2]
      models.append(
        CatalogueModel(
          maker: row[0], name: row[1], isCombustion: power == "ice", body: BodyType(rawValue: row[3]),
          needsMaker: needsMaker))
      for alias in [row[1]] + FieldText.list(row[4]) { add(alias, .model(models.count - 1)) }
    }
  }

  mutating func readMarkets(_ table: String) {
    for row in FieldText.rows(table, columns: 4) {
      guard let place = MarketForm(rawValue: row[1]) else { continue }
      for form in FieldText.list(row[3]) { add(form, .market(code: row[0], place: place)) }
    }
  }

  mutating func readBlockers(_ text: String) {
    for line in text.utf8.split(separator: 0x0A) where line.first != 0x23 {
      for form in FieldText.list(String(Substring(line))) { add(form, .nothing) }
    }
  }

  mutating func readRegions(_ table: String) {
    for row in FieldText.rows(table, columns: 2) { regions[row[0]] = Set(FieldText.list(row[1])) }
  }

  /// Adds a form; `!` behind it says that its case counts.
  mutating func add(_ form: String, _ entry: NameEntry) {
    var text = Array(form.utf8)
    let isExact = text.last == 0x21
    if isExact { text.removeLast() }
    let folded = FoldedText(bytes: text)
    guard !folded.bytes.isEmpty else { return }
    let number = names.count
    names.append(entry, exact: isExact ? text : nil, needsCapital: folded.isUpper(0))
    trie.insert(folded.bytes, number)
    // "ID.3", "ID 3", "ID3" and "e-C3", "eC3" are one name: marks between letters and digits may be left out.
    if !isExact, case .model = entry {
      for twin in CatalogueReader.twins(folded.bytes) { trie.insert(twin, number) }
    }
  }

  private static func twins(_ form: [UInt8]) -> [[UInt8]] {
    let marks: Set<UInt8> = [0x20, 0x2D, 0x2E]
    guard form.count >= 3, form.contains(where: { marks.contains($0) }), form.contains(where: Letters.isDigit)
    else {
      return []
    }
    var out: [[UInt8]] = []
    for replacement: [UInt8] in [[], [0x20], [0x2D]] {
      let twin = form.flatMap { marks.contains($0) ? replacement : [$0] }
      if twin != form, twin.count >= 3 { out.append(twin) }
    }
    return out
  }
}
