import Facts
import Lexicon
import Testing

/// Names of the catalogue, found in texts.
struct CatalogueTests {
  private let catalogue = Lexicon.standard.catalogue

  private func names(in text: String) -> Set<String> {
    Set(
      catalogue.entries(in: text).compactMap { entry in
        switch entry {
        case .maker(let number): catalogue.makers[number].name
        case .model(let number): "\(catalogue.models[number].maker) \(catalogue.models[number].name)"
        case .market(let code, _): code
        case .nothing: nil
        }
      })
  }

  @Test func namesInScriptsAndSpellings() {
    #expect(names(in: "小米SU7").isSuperset(of: ["Xiaomi", "Xiaomi SU7"]))
    #expect(names(in: "Škoda Elroq").isSuperset(of: ["Skoda", "Skoda Elroq"]))
  }

  @Test func marketsByNameAndAdjective() {
    #expect(names(in: "in Deutschland").contains("DE"))
    #expect(names(in: "法国").contains("FR"))
  }

  @Test func everyModelHasAMakerOfTheCatalogue() {
    let orphans = catalogue.models.filter { catalogue.maker(named: $0.maker) == nil }
    #expect(orphans.map(\.name) == [])
  }

  @Test func regionsAreOfKnownCodes() {
    for (region, countries) in catalogue.regions {
      #expect(!countries.isEmpty, "\(region)")
      #expect(countries.allSatisfy { $0.utf8.count == 2 || $0.utf8.count == 3 }, "\(region)")
    }
  }
}
