import Facts
import PackedText

extension Catalogue {
  /// Takes a catalogue as the build packed it.
  package init(packed: StaticString) {
    var reader = TableReader(packed)
    let makers = Catalogue.rows(reader.strings(), columns: 5).map { row in
      Maker(
        name: row[0], isGroup: row[1] == "group", country: row[2], owner: row[3],
        cities: row[4].split(separator: "|").map(String.init))
    }
    let models = Catalogue.rows(reader.strings(), columns: 5).map { row in
      CatalogueModel(
        maker: row[0], name: row[1], isCombustion: row[2] == "ice", body: BodyType(rawValue: row[3]),
        needsMaker: row[4] == "~")
    }
    let codes = reader.strings()
    let members = reader.strings().map { Set($0.split(separator: "|").map(String.init)) }
    let regions = Dictionary(zip(codes, members)) { _, new in new }
    storage = Storage(
      makers: makers, models: models, regions: regions,
      table: NameTable(names: PackedNames(from: &reader), trie: PackedTrie(from: &reader)))
  }

  /// The catalogue as text for ``init(packed:)``.
  package var packed: [UInt8] {
    var writer = TableWriter()
    writer.write(
      makers.flatMap {
        [$0.name, $0.isGroup ? "group" : "", $0.country, $0.owner, $0.cities.joined(separator: "|")]
      })
    writer.write(
      models.flatMap {
        [$0.maker, $0.name, $0.isCombustion ? "ice" : "", $0.body?.rawValue ?? "", $0.needsMaker ? "~" : ""]
      })
    let codes = regions.keys.sorted()
    writer.write(codes)
    writer.write(codes.map { regions[$0, default: []].sorted().joined(separator: "|") })
    storage.table.names.write(to: &writer)
    storage.table.trie.write(to: &writer)
    return writer.text
  }

  private static func rows(_ fields: [String], columns: Int) -> [[String]] {
    stride(from: 0, to: fields.count - columns + 1, by: columns).map { Array(fields[$0..<($0 + columns)]) }
  }
}
