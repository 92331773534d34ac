import Facts
import Storing
import Testing

/// Which claims compete: of each kind, what stands in its key and what does not.
@Suite struct BeliefKeyTests {
  /// A fact of a kind, and what a later article says otherwise.
  struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    let old: Fact
    let new: Fact
    var testDescription: String { name }

    init(_ name: String, _ old: Fact, _ change: (inout Fact) -> Void) {
      self.name = name
      self.old = old
      var new = old
      change(&new)
      self.new = new
    }
  }

  private static let launch = Fact(
    kind: .launch, manufacturer: "BYD", model: "Seal", when: Period("2025"), market: "DE", status: .planned,
    attribute: "launch", evidence: "x")
  private static let entry = Fact(
    kind: .marketEntry, manufacturer: "BYD", when: Period("2025"), market: "DE", status: .planned,
    evidence: "x")
  private static let body = Fact(
    kind: .bodyType, manufacturer: "BYD", model: "Seal", status: .actual, attribute: "sedan", evidence: "x")

  private static func figure(_ kind: FactKind) -> Fact {
    Fact(
      kind: kind, manufacturer: "BYD", model: "Seal", value: 100, qualifier: .exact, unit: "EUR",
      when: Period("2025"),
      market: "DE", status: .planned, attribute: "list", evidence: "x")
  }

  private static let figures: [FactKind] = [.salesTarget, .sales, .storeCount, .price, .range, .capacity]

  static let competing: [Pair] =
    [
      Pair("launch, another date", launch) { $0.when = Period("2026") },
      Pair("launch, another status", launch) { $0.status = .expected },
      Pair("entry, another date", entry) { $0.when = Period("2026") },
      Pair("body type, another type", body) { $0.attribute = "suv" },
      Pair("body type, another market", body) { $0.market = "DE" },
    ]
    + figures.flatMap { kind in
      [
        Pair("\(kind), another value", figure(kind)) { $0.value = 200 },
        Pair("\(kind), another qualifier", figure(kind)) { $0.qualifier = .about },
        Pair("\(kind), another source", figure(kind)) { $0.source = "CPCA" },
        Pair("\(kind), the same days", figure(kind)) { $0.when = Period("2025-01/2025-12") },
        Pair("\(kind), the same name otherwise written", figure(kind)) { $0.model = "SE-AL" },
      ]
    }

  static let apart: [Pair] =
    [
      Pair("launch, another maker", launch) { $0.manufacturer = "NIO" },
      Pair("launch, another model", launch) { $0.model = "Seal U" },
      Pair("launch, another milestone", launch) { $0.attribute = "unveil" },
      Pair("launch, another market", launch) { $0.market = "FR" },
      Pair("launch, no market", launch) { $0.market = nil },
      Pair("entry, another maker", entry) { $0.manufacturer = "NIO" },
      Pair("entry, another market", entry) { $0.market = "FR" },
      Pair("body type, another model", body) { $0.model = "Seal U" },
    ]
    + figures.flatMap { kind in
      [
        Pair("\(kind), another maker", figure(kind)) { $0.manufacturer = "NIO" },
        Pair("\(kind), no model", figure(kind)) { $0.model = nil },
        Pair("\(kind), another attribute", figure(kind)) { $0.attribute = "start" },
        Pair("\(kind), another unit", figure(kind)) { $0.unit = "CNY" },
        Pair("\(kind), another market", figure(kind)) { $0.market = nil },
        Pair("\(kind), another period", figure(kind)) { $0.when = Period("2025-Q1") },
        Pair("\(kind), no period", figure(kind)) { $0.when = nil },
        Pair("\(kind), reported", figure(kind)) { $0.status = .actual },
        Pair("\(kind), forecast", figure(kind)) { $0.status = .expected },
      ]
    }

  @Test(arguments: competing)
  func theLaterOfTwoThatCompeteIsBelieved(pair: Pair) throws {
    let store = try FactStore.holding(
      Sample.article("new", "2025-02-01", [pair.new]), Sample.article("old", "2025-01-01", [pair.old]))
    let believed = try store.rows(SQLStatement("SELECT * FROM claims WHERE believed = 1"))
    #expect(believed.map(\.article.id) == ["new"])
    #expect(try store.support(ofFacts: believed.map(\.id)).values.map(\.claims) == [2])
  }

  @Test(arguments: apart)
  func bothOfTwoThatDoNotCompeteAreBelieved(pair: Pair) throws {
    let store = try FactStore.holding(
      Sample.article("new", "2025-02-01", [pair.new]), Sample.article("old", "2025-01-01", [pair.old]))
    let believed = try store.rows(SQLStatement("SELECT * FROM claims WHERE believed = 1"))
    #expect(Set(believed.map(\.article.id)) == ["new", "old"])
    #expect(try store.support(ofFacts: believed.map(\.id)).values.map(\.claims) == [1, 1])
    #expect(try store.view("conflicts").isEmpty)
  }

  @Test func aPlanThatIsCancelledCompetesWithThePlan() throws {
    let plan = Self.figure(.salesTarget)
    var cancelled = plan
    cancelled.status = .cancelled
    let store = try FactStore.holding(
      Sample.article("old", "2025-01-01", [plan]), Sample.article("new", "2025-02-01", [cancelled]))
    #expect(try store.rows(SQLStatement("SELECT * FROM claims WHERE believed = 1")).isEmpty)
  }

  @Test func claimsThatSayOtherwiseAreCounted() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2025-01-01", [Sample.range(700)]),
      Sample.article("b", "2025-02-01", [Sample.range(700)]),
      Sample.article("c", "2025-03-01", [Sample.range(830)]))
    let believed = try store.view("ranges")
    #expect(
      try store.support(ofFacts: believed.map(\.id)).values.map { [$0.claims, $0.differing] } == [[3, 2]])
    #expect(try store.support(ofFacts: [99]).isEmpty)
  }
}
