import Facts
import Foundation
import Storing
import Testing

/// What a person adds to the catalogue is kept.
@Suite struct OwnCatalogueTests {
  static let rows: [CatalogueRow] = {
    var maker = CatalogueRow(.maker, manufacturer: "Lumingo", market: "CN", names: ["流明", "LUM!"])
    maker.owner = "Geely Holding"
    maker.isGroup = true
    var model = CatalogueRow(.model, manufacturer: "Lumingo", model: "Vela 7")
    model.body = .suv
    model.isCombustion = true
    model.needsMaker = true
    var market = CatalogueRow(.market, market: "CH", names: ["Entenhausen"])
    market.form = .city
    return [maker, model, CatalogueRow(.alias, manufacturer: "Xiaomi", model: "SU7", names: ["S7"]), market]
  }()

  @Test func comesBackAsItWas() throws {
    let store = try FactStore.inMemory()
    try store.addToCatalogue(Self.rows)
    #expect(try store.catalogue().map(\.row) == Self.rows)
    #expect(try store.catalogue().map(\.number) == [1, 2, 3, 4])
  }

  @Test func aRowIsTakenOutByItsNumber() throws {
    let store = try FactStore.inMemory()
    try store.addToCatalogue(Self.rows)
    #expect(try store.removeFromCatalogue(2))
    #expect(try !store.removeFromCatalogue(2))
    #expect(try store.catalogue().map(\.number) == [1, 3, 4])
  }

  @Test func allOrNothingIsStored() throws {
    let store = try FactStore.inMemory()
    #expect(throws: StoringError.self) {
      try store.addToCatalogue(Self.rows + [CatalogueRow(.market, names: ["Nowhere"])])
    }
    #expect(try store.catalogue().isEmpty)
  }

  @Test func whereThereIsNoPlaceForItThereIsNone() throws {
    let folder = try TemporaryFolder()
    #expect(try FactStore.catalogueRows(path: folder.path("none.sqlite")).isEmpty)
    #expect(try folder.names() == [])
    try folder.makeDatabase("old.sqlite", sql: try Fixture.sql("schema-3"), version: 3)
    let before = try folder.bytes("old.sqlite")
    #expect(try FactStore.catalogueRows(path: folder.path("old.sqlite")).isEmpty)
    #expect(try folder.bytes("old.sqlite") == before)
    try folder.makeDatabase("new.sqlite", sql: try Fixture.sql("schema-4"), version: 4)
    _ = try FactStore(path: folder.path("new.sqlite"), opening: .writeExisting)
    #expect(try FactStore.catalogueRows(path: folder.path("new.sqlite")).count == 3)
  }
}
