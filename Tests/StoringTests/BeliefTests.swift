import Facts
import Storing
import Testing

@Suite struct BeliefTests {
  @Test func latestArticleDecides() throws {
    let store = try FactStore.holding(
      Sample.article("new", "2025-03-01", [Sample.launch("2025-07")]),
      Sample.article("old", "2024-03-01", [Sample.launch("2025-06", .actual)]),
      Sample.article("undated", nil, [Sample.launch("2025-05", .actual)]))
    #expect(try store.view("launches").map(\.article.id) == ["new"])
    #expect(try store.view("claims").count == 3)
  }

  @Test func orderOfAddingDoesNotMatter() throws {
    let articles = [
      Sample.article("a", "2025-01-01", [Sample.target(100)]),
      Sample.article("b", "2025-02-01", [Sample.target(200)]),
      Sample.article("c", nil, [Sample.target(300)]),
      Sample.article("d", "2025-02-01", [Sample.target(400, .cancelled)]),
    ]
    for shift in articles.indices {
      let store = try FactStore.inMemory()
      for index in articles.indices {
        _ = try store.add([articles[(index + shift) % articles.count]], origin: .imported)
      }
      #expect(try store.view("sales_targets").map(\.fact.value) == [200])
    }
  }

  @Test func betterStatusDecidesOnOneDay() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2025-03-01", [Sample.launch("2025-07", .expected)]),
      Sample.article("b", "2025-03-01", [Sample.launch("2025-08", .actual)]),
      Sample.article("c", "2025-03-01", [Sample.launch("2025-09", .planned)]),
      Sample.article("d", "2025-03-01", [Sample.launch("2025-10", .cancelled)]))
    #expect(try store.view("launches").map(\.article.id) == ["b"])
  }

  @Test func whatMoreIndependentArticlesSayDecidesNext() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2025-03-01", [Sample.target(100)]),
      Sample.article("b", "2025-03-01", [Sample.target(200)]),
      Sample.article("c", "2025-01-01", [Sample.target(200)]))
    #expect(try store.view("sales_targets").map(\.article.id) == ["b"])
  }

  @Test func copiesCountOnce() throws {
    let copy = "Xiaomi aims for 100 cars. It aims for 100.0."
    let store = try FactStore.holding(
      Sample.article("first", "2025-03-01", [Sample.target(200)]),
      Sample.article("copy1", "2025-03-01", text: copy, [Sample.target(100)]),
      Sample.article("copy2", "2025-03-01", text: copy, [Sample.target(100)]))
    #expect(try store.view("sales_targets").map(\.article.id) == ["first"])
  }

  @Test func firstIngestedDecidesLast() throws {
    let store = try FactStore.holding(
      Sample.article("z", "2025-03-01", [Sample.target(100)]),
      Sample.article("a", "2025-03-01", [Sample.target(200)]))
    #expect(try store.view("sales_targets").map(\.article.id) == ["z"])
  }

  @Test func allClaimsOfTheDecidingArticleAreBelieved() throws {
    let store = try FactStore.holding(
      Sample.article("old", "2024-01-01", [Sample.range(650)]),
      Sample.article("new", "2025-01-01", [Sample.range(700), Sample.range(830)]))
    #expect(try store.view("ranges").map(\.fact.value) == [700, 830])
  }

  @Test func anArticleMayCancelOneDateAndNameAnother() throws {
    let store = try FactStore.holding(
      Sample.article("old", "2024-01-01", [Sample.launch("2025-01")]),
      Sample.article("new", "2025-01-01", [Sample.launch("2025-01", .cancelled), Sample.launch("2026-01")]))
    #expect(try store.view("launches").map(\.fact.when?.description) == ["2026-01"])
  }

  @Test func whereTheDecidingArticleOnlyCancelsNothingIsBelieved() throws {
    let store = try FactStore.holding(
      Sample.article("old", "2024-01-01", [Sample.target(100)]),
      Sample.article("new", "2025-01-01", [Sample.target(100, .cancelled)]))
    #expect(try store.view("sales_targets").isEmpty)
    #expect(try store.view("claims").count == 2)
  }

  @Test func standingsDoNotCompeteForNumbers() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2024-01-01", [Sample.target(100, .actual)]),
      Sample.article("b", "2025-01-01", [Sample.target(200, .planned)]),
      Sample.article("c", "2026-01-01", [Sample.target(300, .expected)]))
    #expect(try store.view("sales_targets").count == 3)
  }

  @Test func otherMarketsAndMilestonesAreOtherKeys() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2024-01-01", [Sample.launch("2025", market: "DE")]),
      Sample.article("b", "2025-01-01", [Sample.launch("2026", market: "FR")]),
      Sample.article("c", "2025-01-01", [Sample.launch("2026")]),
      Sample.article("d", "2025-01-01", [Sample.launch("2024", .actual, milestone: .unveil)]))
    #expect(try store.view("launches").count == 4)
  }

  @Test func periodsAreComparedByTheDaysThatTheySpan() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2024-01-01", [Sample.target(100, when: "2025-H1")]),
      Sample.article("b", "2025-01-01", [Sample.target(200, when: "2025-01/2025-06")]))
    #expect(try store.view("sales_targets").map(\.fact.value) == [200])
  }

  @Test func namesAreComparedWithoutCaseSpacesAccentsPunctuation() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2024-01-01", [Sample.target(100, maker: "Citroën-Cars")]),
      Sample.article("b", "2025-01-01", [Sample.target(200, maker: "CITROEN CARS")]))
    #expect(try store.view("sales_targets").map(\.fact.value) == [200])
  }

  @Test(arguments: [
    Sample.launch("2026"), Sample.target(5), Sample.range(500),
    Fact(kind: .marketEntry, manufacturer: "BYD", when: Period("2026"), market: "ES", evidence: "x"),
    Fact(kind: .bodyType, manufacturer: "BYD", model: "Seal", attribute: "sedan", evidence: "x"),
    Fact(kind: .storeCount, manufacturer: "BYD", value: 5, unit: "stores", attribute: "any", evidence: "x"),
    Fact(
      kind: .price, manufacturer: "BYD", model: "Seal", value: 5.5, unit: "EUR", attribute: "start",
      evidence: "x"),
    Fact(kind: .capacity, manufacturer: "BYD", value: 5, unit: "vehicles/year", evidence: "x"),
    Fact(kind: .sales, manufacturer: nil, value: 5, unit: "vehicles", attribute: "sales", evidence: "x"),
  ])
  func everyKindHasItsView(fact: Fact) throws {
    let views: [FactKind: String] = [
      .launch: "launches", .salesTarget: "sales_targets", .sales: "sales", .storeCount: "store_counts",
      .price: "prices", .range: "ranges", .capacity: "capacities", .marketEntry: "market_entries",
      .bodyType: "body_types",
    ]
    let store = try FactStore.holding(Sample.article("a", "2025-01-01", [fact]))
    for (kind, view) in views {
      #expect(try store.view(view).map(\.fact) == (kind == fact.kind ? [fact] : []))
    }
  }
}
