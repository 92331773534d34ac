import Facts
import Linking
import Testing

/// Whole articles to facts.
@Suite struct ExtractionTests {
  /// A German feature with the facts of a maker's first two cars.
  private static let article = Article(
    id: "a", title: "Kommt Xiaomi nach Europa?", published: Day("2024-11-30"),
    text: """
      Noch zögert der Konzern. Die internationale Sparte von Xiaomi betreibt weltweit bereits mehr als 100 eigene Läden.

      Seine elektrische Limousine SU7 kam im vergangenen März in China auf den Markt; das Ziel für 2024 liegt bei 130 000 Einheiten. \
      Ein zweites Modell, der SUV YU7, ist für Mitte 2025 geplant.

      Lesen Sie auch: Verklagt Ferrari den Rivalen?
      """)

  private let found = FactExtractor().extract(ExtractionTests.article)

  private func fact(_ kind: FactKind, _ model: String?) throws -> Fact {
    try #require(found.facts.first { $0.kind == kind && $0.model == model })
  }

  @Test func findsTheTarget() throws {
    let target = try fact(.salesTarget, "SU7")
    #expect(target.value == 130_000)
    #expect(target.when?.description == "2024")
    #expect(target.status == .planned)
  }

  @Test func findsTheLaunches() throws {
    let first = try fact(.launch, "SU7")
    #expect(first.when?.description == "2024-03")
    #expect(first.market == "CN")
    #expect(first.status == .actual)
    let second = try fact(.launch, "YU7")
    #expect(second.when?.description == "MID:2025")
    #expect(second.status == .planned)
  }

  @Test func findsBodiesAndStores() throws {
    #expect(try fact(.bodyType, "SU7").attribute == "sedan")
    #expect(try fact(.bodyType, "YU7").attribute == "suv")
    let stores = try fact(.storeCount, nil)
    #expect(stores.value == 100)
    #expect(stores.qualifier == .moreThan)
    #expect(stores.market == "001")
  }

  @Test func saysNothingOfOthers() {
    #expect(found.facts.allSatisfy { $0.manufacturer == "Xiaomi" })
    #expect(!found.facts.contains { $0.kind == .launch && $0.market == "150" })
  }

  @Test func everyFactStandsInTheText() {
    for fact in found.facts {
      #expect(ExtractionTests.article.text.contains(fact.evidence))
      #expect(fact.span?.text(in: ExtractionTests.article.text) != nil)
    }
  }

  @Test func withoutADayTheLastMarchHasNoYear() {
    var article = ExtractionTests.article
    article.published = nil
    let launches = FactExtractor().extract(article).facts.filter { $0.kind == .launch && $0.model == "SU7" }
    #expect(launches.allSatisfy { $0.when == nil })
  }

  @Test(arguments: ["", "The weather was fine.", "1 2 3 4 5", "\u{0}\u{1}", "BYD BYD BYD 5 5 5 % %"])
  func givesNothingForNothing(text: String) {
    #expect(FactExtractor().extract(Article(id: "x", text: text)).facts.isEmpty)
  }
}
