import Facts
import Scoring
import Testing

/// Which found fact is the annotated one.
@Suite struct FactMatchTests {
  private func agree(_ gold: Fact, _ found: Fact) -> Bool { Sample.match().core(gold, found) }

  @Test(arguments: [
    ("2025", "2025", true), ("2025-H1", "2025-01/2025-06", true), ("2025", "2025-H1", false),
    ("2025-01/2025-10", "2025-01/2025-05", false), ("2025-01-01/2025-01-10", "2025-01-01/2025-01-05", true),
    ("2025-01-01/2025-01-10", "2025-01-01/2025-01-04", false),
    ("2025-01-01/2025-01-04", "2025-01-03/2025-01-06", false),
    ("2025-06", "2025-06-26", false), ("END:2025", "2025-Q4", true), ("2025", "2026", false),
    ("../2027", "../2027", true), ("../2027", "2027", true), ("../2027", "2026/2027-12-30", false),
    ("2026/..", "2026-01/..", true), ("2026/..", "2026", true), ("2026/..", "2027/..", false),
    ("../2027", "2027/..", false), ("END:2024/..", "END:2024", false), ("END:2024/..", "2024-09/..", false),
    ("../END:2025", "../2025", true),
  ])
  func comparesDatesByHalf(gold: String, found: String, right: Bool) {
    #expect(agree(Sample.target(when: gold), Sample.target(when: found)) == right)
    #expect(agree(Sample.target(when: found), Sample.target(when: gold)) == right)
  }

  @Test func aDateThatIsNotAnnotatedMayBeAnything() {
    #expect(agree(Sample.target(when: nil), Sample.target(when: "2025")))
    #expect(!agree(Sample.target(when: "2025"), Sample.target(when: nil)))
    #expect(Sample.match().details(Sample.target(when: nil), Sample.target(when: "2025"))[1] == false)
  }

  @Test func onlyWhetherItIsCancelledBelongsToTheCore() {
    #expect(agree(Sample.target(.planned), Sample.target(.expected)))
    #expect(!agree(Sample.target(.cancelled), Sample.target(.planned)))
    #expect(!agree(Sample.target(.actual), Sample.target(.cancelled)))
    #expect(agree(Sample.target(.cancelled), Sample.target(.cancelled)))
  }

  @Test(arguments: [
    (100_000.0, 100_100.0, true), (100_000, 100_101, false), (100_000, 99_900, true), (0, 0, true),
    (0, 1, false),
  ])
  func valuesMayDifferByAThousandth(gold: Double, found: Double, right: Bool) {
    #expect(agree(Sample.target(value: gold), Sample.target(value: found)) == right)
  }

  @Test func bothEndsOfARangeCount() {
    var gold = Sample.target(value: 100)
    gold.valueMax = 200
    #expect(!agree(gold, Sample.target(value: 100)))
    #expect(!agree(Sample.target(value: 100), gold))
    #expect(agree(gold, gold))
  }

  @Test(arguments: [
    ("VW", "Volkswagen", true), ("Mercedes", "Mercedes-Benz", true), ("Li", "Li Auto", true),
    ("Geely Auto", "Geely", true), ("Geely-Auto", "GEELY", true), ("Tata Motors", "Tata", true),
    ("General Motors", "GM", true), ("Škoda", "Skoda Auto", true), ("Xiaomi EV", "Xiaomi", true),
    ("VW", "Volkswagen Group", false), ("VW Group", "Volkswagen Group", true), ("BYD", "Build", false),
    ("Autonio", "nio", false), ("Hyundai Motor Group", "Hyundai Group", true),
    ("GWM", "Great Wall Motors", true),
  ])
  func knowsABrandByItsOtherNames(gold: String, found: String, right: Bool) {
    #expect(agree(Sample.target(maker: gold), Sample.target(maker: found)) == right)
  }

  @Test(arguments: [
    ("Renault", "Mégane E-Tech", "Megane", true), ("Renault", "Megane e tech", "Mégane", true),
    ("Xiaomi", "Xiaomi SU7", "SU7", true), ("BYD", "Qin+", "Qin Plus", true),
    ("Fiat", "500 elettrica", "500", true),
    ("Fiat", "500e", "500", false), ("Mercedes-Benz", "Mercedes EQS", "EQS", false),
    ("Xiaomi", "SU7", "SU7 Ultra", false), ("Kia", "Kia", "Kia", true),
    ("Ford", "Electric", "electric", true),
    ("MINI", "Electrics", "", false),
  ])
  func knowsAModelByItsOtherNames(maker: String, gold: String, found: String, right: Bool) {
    #expect(agree(Sample.launch(maker, gold), Sample.launch(maker, found)) == right)
  }

  @Test func tellsAModelFromItsElectricTwinWhereBothAreNamed() {
    let twins = Sample.article(
      models: [
        ModelName(manufacturer: "Fiat", model: "500"), ModelName(manufacturer: "Fiat", model: "500 Electric"),
      ])
    #expect(!FactMatch(twins).core(Sample.launch("Fiat", "500"), Sample.launch("Fiat", "500 Electric")))
    let one = Sample.article(models: [ModelName(manufacturer: "Fiat", model: "500")])
    #expect(FactMatch(one).core(Sample.launch("Fiat", "500"), Sample.launch("Fiat", "500 Electric")))
  }

  @Test func pairsWhatAgreesInMoreDetailsFirst() {
    let gold = [Sample.target(.planned, market: "CN"), Sample.target(.planned, market: "DE")]
    let found = [Sample.target(.planned, market: "DE"), Sample.target(.planned, market: "CN")]
    let pairs = Sample.match().pairs(gold, found)
    #expect(pairs.map(\.gold) == [0, 1] && pairs.map(\.found) == [1, 0])
  }
}
