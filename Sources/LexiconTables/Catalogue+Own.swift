import Facts

extension Catalogue {
  /// The program's catalogue with the rows that a person added; all of them at once.
  ///
  /// A row of what the program has by now gives it further names, one whose maker or model is unknown is left out.
  package func extended(by rows: [CatalogueRow]) -> Catalogue {
    guard !rows.isEmpty else { return self }
    var reader = CatalogueReader(after: storage)
    for row in rows { reader.read(row) }
    let read = reader.storage
    return Catalogue(
      storage: Storage(
        makers: read.makers, models: read.models, regions: read.regions, table: storage.table, own: read.table
      ))
  }

  /// The maker of a canonical name, however it is spelled, or of another name.
  public func maker(called name: String) -> Maker? {
    let key = nameKey(name)
    if let maker = makers.first(where: { nameKey($0.name) == key }) { return maker }
    for case .maker(let number) in entries(called: name) { return makers[number] }
    return nil
  }

  /// The model of a maker by its canonical name, however it is spelled, or by another name.
  public func model(called name: String, of maker: String) -> CatalogueModel? {
    let key = nameKey(name)
    if let model = models.first(where: { $0.maker == maker && nameKey($0.name) == key }) { return model }
    for case .model(let number) in entries(called: name) where models[number].maker == maker {
      return models[number]
    }
    return nil
  }

  /// What a whole text names.
  public func entries(called name: String) -> [NameEntry] {
    let text = FoldedText(name)
    var entries: [NameEntry] = []
    forEachName(in: text, at: 0) { end, entry in
      if end == text.bytes.count { entries.append(entry) }
    }
    return entries
  }
}

extension CatalogueReader {
  /// Goes on after the makers and models of a catalogue, with names of its own.
  init(after storage: Catalogue.Storage) {
    self.init()
    makers = storage.makers
    models = storage.models
    regions = storage.regions
  }

  /// Reads a row that a person added.
  mutating func read(_ row: CatalogueRow) {
    switch row.sort {
    case .maker:
      guard let name = row.manufacturer else { return }
      if !makers.contains(where: { $0.name == name }) {
        makers.append(
          Maker(
            name: name, isGroup: row.isGroup, country: row.market ?? "", owner: row.owner ?? "", cities: []))
      }
      addNames([name] + row.names, of: row)
    case .model:
      guard let maker = row.manufacturer, let name = row.model, makers.contains(where: { $0.name == maker })
      else {
        return
      }
      if !models.contains(where: { $0.maker == maker && $0.name == name }) {
        models.append(
          CatalogueModel(
            maker: maker, name: name, isCombustion: row.isCombustion, body: row.body,
            needsMaker: row.needsMaker || CatalogueReader.isBareCode(name)))
      }
      addNames([name] + row.names, of: row)
    case .alias: addNames(row.names, of: row)
    case .market:
      guard let code = row.market else { return }
      for name in row.names { add(name, .market(code: code, place: row.form ?? .name)) }
    }
  }

  private mutating func addNames(_ names: [String], of row: CatalogueRow) {
    let entry: NameEntry?
    if let model = row.model {
      entry = models.firstIndex { $0.maker == row.manufacturer && $0.name == model }.map { .model($0) }
    } else {
      entry = makers.firstIndex { $0.name == row.manufacturer }.map { .maker($0) }
    }
    guard let entry else { return }
    for name in names { add(name, entry) }
  }

  /// Whether a name is only digits or a letter or two, which mean a model only beside its maker.
  private static func isBareCode(_ name: String) -> Bool {
    name.utf8.count < 3 || name.utf8.allSatisfy(Letters.isDigit)
  }
}
