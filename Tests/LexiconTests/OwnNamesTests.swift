import Facts
import Lexicon
import Testing

/// Names that a person adds, found beside the program's.
struct OwnNamesTests {
  private let standard = Lexicon.standard.catalogue

  private func catalogue(_ rows: CatalogueRow...) -> Catalogue { Lexicon.standard(with: rows).catalogue }

  private func names(in text: String, _ catalogue: Catalogue) -> Set<String> {
    Set(
      catalogue.entries(in: text).map { entry in
        switch entry {
        case .maker(let number): catalogue.makers[number].name
        case .model(let number): "\(catalogue.models[number].maker) \(catalogue.models[number].name)"
        case .market(let code, let place): "\(code) \(place.rawValue)"
        case .nothing: "nothing"
        }
      })
  }

  @Test func makersAndModelsByAllTheirNames() {
    let own = catalogue(
      CatalogueRow(.maker, manufacturer: "Lumingo", market: "CN", names: ["流明"]),
      CatalogueRow(.model, manufacturer: "Lumingo", model: "Vela 7", names: ["薇拉"]))
    #expect(names(in: "Lumingo Vela 7", own).isSuperset(of: ["Lumingo", "Lumingo Vela 7"]))
    #expect(names(in: "流明薇拉", own).isSuperset(of: ["Lumingo", "Lumingo Vela 7"]))
    #expect(names(in: "a Vela7", own).contains("Lumingo Vela 7"))
    #expect(names(in: "Lumingo Vela 7", standard).isDisjoint(with: ["Lumingo", "Lumingo Vela 7"]))
    #expect(own.maker(named: "Lumingo")?.country == "CN")
    #expect(own.families[Array("vela".utf8)] == ["Lumingo"])
  }

  @Test func theProgramsNamesStayAsTheyAre() {
    let own = catalogue(CatalogueRow(.maker, manufacturer: "Lumingo"))
    for text in ["小米SU7 in Deutschland", "Škoda Elroq", "Bank of America", "VW ID.4"] {
      #expect(names(in: text, own) == names(in: text, standard))
    }
    #expect(own.makers.count == standard.makers.count + 1)
    #expect(own.models == standard.models)
  }

  @Test func aliasesOfWhatTheProgramHas() {
    let own = catalogue(
      CatalogueRow(.alias, manufacturer: "Xiaomi", names: ["Redmi"]),
      CatalogueRow(.alias, manufacturer: "Xiaomi", model: "SU7", names: ["Speed Ultra 7"]))
    // The program holds "Redmi" for no maker of cars; who adds it means one.
    #expect(names(in: "Redmi", standard) == ["nothing"])
    #expect(names(in: "Redmi", own) == ["Xiaomi"])
    #expect(names(in: "Speed Ultra 7", own).contains("Xiaomi SU7"))
    #expect(own.makers == standard.makers)
  }

  @Test func caseCountsWhereItIsSaidTo() {
    let own = catalogue(CatalogueRow(.maker, manufacturer: "Lumingo", names: ["LUM!"]))
    #expect(names(in: "LUM", own) == ["Lumingo"])
    #expect(names(in: "Lum lum", own) == [])
    #expect(names(in: "lumingo", own) == [])
  }

  @Test func marketsByFormAndCode() {
    var city = CatalogueRow(.market, market: "CH", names: ["Entenhausen"])
    city.form = .city
    let own = catalogue(city, CatalogueRow(.market, market: "CH", names: ["Eidgenossenschaft"]))
    #expect(names(in: "Entenhausen", own) == ["CH city"])
    #expect(names(in: "Eidgenossenschaft", own) == ["CH name"])
  }

  @Test func aRowOfWhatTheProgramHasGivesItNames() {
    let own = catalogue(
      CatalogueRow(.maker, manufacturer: "BYD", market: "US", names: ["Bydee"]),
      CatalogueRow(.model, manufacturer: "Nobody", model: "Nothing 1"))
    #expect(own.makers == standard.makers && own.models == standard.models)
    #expect(names(in: "Bydee", own) == ["BYD"])
    #expect(own.maker(named: "BYD")?.country == "CN")
  }

  @Test func codesMeanAModelOnlyBesideTheirMaker() {
    let own = catalogue(
      CatalogueRow(.maker, manufacturer: "Lumingo"),
      CatalogueRow(.model, manufacturer: "Lumingo", model: "77"),
      CatalogueRow(.model, manufacturer: "Lumingo", model: "Vela"))
    #expect(own.model(named: ModelName(manufacturer: "Lumingo", model: "77"))?.needsMaker == true)
    #expect(own.model(named: ModelName(manufacturer: "Lumingo", model: "Vela"))?.needsMaker == false)
  }

  @Test func looksNamesUpHoweverTheyAreSpelled() {
    #expect(standard.maker(called: "VW")?.name == "Volkswagen")
    #expect(standard.maker(called: "小米")?.name == "Xiaomi")
    #expect(standard.maker(called: "XIAOMI")?.name == "Xiaomi")
    #expect(standard.maker(called: "SU7") == nil)
    #expect(standard.model(called: "su 7", of: "Xiaomi")?.name == "SU7")
    #expect(standard.model(called: "SU7", of: "BYD") == nil)
    #expect(standard.maker(called: "") == nil)
  }
}
