import Facts
import Storing
import Testing

/// Which claims a person should look at.
@Suite struct DoubtTests {
  private func store(_ confidences: [Double]) throws -> FactStore {
    let store = try FactStore.inMemory()
    let facts = confidences.enumerated().map { place, confidence in
      Fact(
        kind: .sales, manufacturer: "BYD", model: "Model \(place % 3)", value: Double(place),
        qualifier: .exact,
        unit: "vehicles", when: Period("2024"), status: .actual, attribute: "sales",
        evidence: "Sentence \(place).", confidence: confidence)
    }
    let text = facts.map(\.evidence).joined(separator: "\n")
    let models = (0..<3).map { ModelName(manufacturer: "BYD", model: "Model \($0)") }
    _ = try store.add(
      [AnnotatedArticle(article: Article(id: "a", text: text), models: models, facts: facts)],
      origin: .extracted(version: "1"))
    return store
  }

  @Test func theLeastSureComeFirstAPageAtATime() throws {
    let store = try store([0.6, 0.2, 0.9, 0.4, 0.5])
    let all = try store.doubtful(below: 0.7, limit: 10)
    #expect(all.map(\.fact.confidence) == [0.2, 0.4, 0.5, 0.6])
    #expect(try store.doubtful(below: 0.7, offset: 1, limit: 2).map(\.id) == all[1...2].map(\.id))
    #expect(try store.doubtful(below: 0.7, offset: 4, limit: 2).isEmpty)
    #expect(try store.countOfDoubtful(below: 0.7, upTo: 10) == 4)
    #expect(try store.countOfDoubtful(below: 0.7, upTo: 3) == 3)
    #expect(all.allSatisfy { $0.article.text.contains("Sentence 1.") })
  }

  @Test func whatAPersonKeptOrPutRightIsNotDoubtful() throws {
    let store = try store([0.6, 0.2, 0.4])
    let all = try store.doubtful(below: 0.7, limit: 10)
    try store.keep(all[0].id)
    var fact = all[1].fact
    fact.value = 7
    try store.correct(all[1].id, to: fact)
    #expect(try store.doubtful(below: 0.7, limit: 10).map(\.id) == [all[2].id])
    #expect(try store.countOfDoubtful(below: 0.7, upTo: 10) == 1)
    try store.unkeep(all[0].id)
    #expect(try store.doubtful(below: 0.7, limit: 10).map(\.id) == [all[0].id, all[2].id])
  }

  @Test func modelsWithClaims() throws {
    let store = try store([0.6, 0.2, 0.9, 0.4])
    let models = try store.claimedModels().sorted { $0.name.model < $1.name.model }
    #expect(models.map(\.claims) == [2, 1, 1])
    let first = try #require(
      try store.extractedClaims(about: ModelName(manufacturer: "byd", model: "MODEL 0")))
    #expect(first.count == 2)
    #expect(try store.fact(first.first)?.fact.value == 0)
    #expect(try store.extractedClaims(about: ModelName(manufacturer: "BYD", model: "none")) == nil)
  }

  @Test func severalDropsAreTakenBackTogetherOrNotAtAll() throws {
    let store = try store([0.6, 0.2, 0.9])
    let all = try store.facts(ofArticle: "a").map(\.id)
    try store.drop(Array(all.prefix(2)))
    #expect(throws: StoringError.notCorrected(id: all[2])) { try store.restore(all) }
    #expect(try store.facts(ofArticle: "a").map(\.id) == [all[2]])
    try store.restore(Array(all.prefix(2)))
    #expect(try store.facts(ofArticle: "a").count == 3)
  }

  /// A limit ends a statement of whichever reader it is set around.
  @Test func aStatementEndsWithItsLimit() throws {
    let store = try store([0.6])
    let endless = SQLStatement(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    #expect(throws: StoringError.tooSlow(seconds: 0.05)) {
      try WorkLimit.within(seconds: 0.05) { try store.mapped(endless) { $0.integer(0) } }
    }
    let given = WorkLimit(seconds: 3_600)
    given.giveUp()
    #expect(throws: WorkLimit.Stop.unwanted) {
      try WorkLimit.$current.withValue(given) { try store.mapped(endless) { $0.integer(0) } }
    }
    #expect(try store.mapped(SQLStatement("SELECT 3")) { $0.integer(0) } == [3])
  }
}
