import Facts
import Storing
import Testing

@Suite struct ReviewTests {
  private func store() throws -> FactStore {
    var (sure, doubtful) = (Sample.target(100), Sample.range(500))
    (sure.confidence, doubtful.confidence) = (0.95, 0.4)
    let store = try FactStore.inMemory()
    _ = try store.add([Sample.article("a", nil, [sure, doubtful])], origin: .extracted(version: "1"))
    return store
  }

  @Test func aKeptClaimIsNotAskedAgainEvenWhenReadAnew() throws {
    let store = try store()
    let doubtful = try store.doubtful(below: 0.7, limit: 10)
    #expect(doubtful.map(\.fact.value) == [500])
    #expect(doubtful.first?.article.text.contains("It goes 500.0 km.") == true)
    try store.keep(try #require(doubtful.first).id)
    #expect(try store.doubtful(below: 0.7, limit: 10).isEmpty)
    _ = try store.add(try store.exported(), origin: .extracted(version: "2"))
    #expect(try store.doubtful(below: 0.7, limit: 10).isEmpty)
    try store.unkeep(try #require(try store.view("ranges").first).id)
    #expect(try store.doubtful(below: 0.7, limit: 10).count == 1)
  }

  @Test func whatWasCorrectedOrDroppedIsNotAsked() throws {
    let store = try store()
    let id = try #require(try store.doubtful(below: 0.7, limit: 10).first).id
    try store.correct(id, to: Sample.range(510))
    #expect(try store.doubtful(below: 0.7, limit: 10).isEmpty)
    #expect(try store.fact(id)?.fact.value == 510)
    try store.drop(id)
    #expect(try store.doubtful(below: 0.7, limit: 10).isEmpty)
    #expect(try store.fact(id) == nil)
  }

  @Test func severalCorrectionsAreAllOrNothing() throws {
    let store = try store()
    let id = try #require(try store.view("ranges").first).id
    #expect(throws: StoringError.unknownFact(id: 99)) { try store.drop([id, 99]) }
    #expect(try store.view("ranges").count == 1)
  }
}
