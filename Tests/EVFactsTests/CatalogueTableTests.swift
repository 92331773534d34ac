import EVFacts
import Facts
import Testing

/// Names of one's own as a table.
@Suite struct CatalogueTableTests {
  static let heading = "sort\tmanufacturer\tmodel\tnames\tmarket\tform\n"

  private func fault(_ text: String) -> String {
    do {
      _ = try CatalogueTable.rows(of: text, path: "a.tsv")
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func readsWhatItWrites() throws {
    var model = CatalogueRow(.model, manufacturer: "Lumingo", model: "Vela 7", names: ["薇拉", "V7!"])
    model.body = .suv
    model.needsMaker = true
    let maker = CatalogueRow(.maker, manufacturer: "Lumingo", market: "CN")
    var market = CatalogueRow(.market, market: "CH", names: ["Entenhausen"])
    market.form = .city
    let rows = [maker, model, market]
    #expect(try CatalogueTable.rows(of: CatalogueTable.text(of: rows), path: "a.tsv") == rows)
  }

  @Test func readsColumnsInAnyOrderAndNotes() throws {
    let rows = try CatalogueTable.rows(
      of: "# mine\r\nnames\tsort\tmarket\r\n\r\n A | B \tmarket\tDE\r\n", path: "a.tsv")
    #expect(rows == [CatalogueRow(.market, market: "DE", names: ["A", "B"])])
  }

  @Test func modelsMayStandBeforeTheirMakersAndAliasesBeforeTheirModels() throws {
    let rows = try CatalogueTable.rows(
      of: Self.heading
        + "alias\tLumingo\tVela\tVelita\nmodel\tlumingo\tVela\nmaker\tLumingo\nalias\tVW\t\tVeeDub\n",
      path: "a.tsv")
    #expect(rows.map(\.sort) == [.maker, .model, .alias, .alias])
    #expect(rows.map(\.manufacturer) == ["Lumingo", "Lumingo", "Lumingo", "Volkswagen"])
  }

  @Test(arguments: [
    ("nomen\n", "line 1: 'nomen' is no column, none of sort, manufacturer, "),
    ("names\n", "line 1: there is no column 'sort'"),
    (heading + "brand\tX\n", "line 2: 'sort' is 'brand', none of maker, model, alias, market"),
    (heading + "\tX\n", "line 2: 'sort' is missing"),
    (heading + "\nmaker\n", "line 3: '' is no name"),
    (heading + "maker\t-\n", "line 2: '-' is no name"),
    (heading + "model\tNobody\tX1\n", "line 2: the catalogue has no maker 'Nobody'"),
    (heading + "alias\tXiaomi\tSU99\tX\n", "line 2: the catalogue has no model 'SU99' of Xiaomi"),
    (heading + "alias\tXiaomi\n", "line 2: '' is no name"),
    (heading + "market\t\t\tX\tZZ\n", "line 2: 'ZZ' is no market"),
    (heading + "market\t\t\tX\tDE\ttown\n", "line 2: 'form' is 'town', none of name, adjective, city"),
    (heading + "maker\ta\tb\tc\td\te\tf\n", "line 2: there are more fields than columns"),
  ])
  func saysWhatIsWrongAndWhere(text: String, message: String) {
    let fault = fault(text)
    #expect(fault.hasPrefix("cannot read the names of 'a.tsv', " + message), "\(fault)")
    #expect(fault.hasSuffix(". Try: evfacts catalogue import --help for the form"))
  }
}
