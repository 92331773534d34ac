import Facts
import Storing
import Testing

@Suite struct CorrectionTests {
  private let old = Sample.article("old", "2024-01-01", [Sample.target(100)])
  private let new = Sample.article("new", "2025-01-01", url: "https://x/new", [Sample.target(200)])

  private func store() throws -> FactStore {
    let store = try FactStore.inMemory()
    _ = try store.add([old, new], origin: .extracted(version: "1"))
    return store
  }

  private func id(_ article: String, in store: FactStore) throws -> Int64 {
    try #require(try store.facts(ofArticle: article).first).id
  }

  @Test func aCorrectionComesBeforeAllArticles() throws {
    let store = try store()
    try store.correct(try id("old", in: store), to: Sample.target(150), reason: "misread")
    let rows = try store.view("sales_targets")
    #expect(rows.map(\.fact.value) == [150])
    #expect(rows.map(\.corrected) == [true])
    #expect(rows.map(\.fact.evidence) == [Sample.target(100).evidence])
    #expect(try store.view("claims").map(\.fact.value) == [200, 150])
    _ = try store.add([Sample.article("newest", "2026-01-01", [Sample.target(300)])], origin: .imported)
    #expect(try store.view("sales_targets").map(\.fact.value) == [150])
  }

  @Test func aDroppedClaimTakesNoPart() throws {
    let store = try store()
    let number = try id("new", in: store)
    try store.drop(number)
    #expect(try store.view("sales_targets").map(\.fact.value) == [100])
    #expect(try store.view("claims").map(\.fact.value) == [100])
    #expect(try store.view("conflicts").isEmpty)
    try store.restore(number)
    #expect(try store.view("sales_targets").map(\.fact.value) == [200])
    #expect(try store.view("conflicts").count == 2)
  }

  @Test func correctionsOutliveReextraction() throws {
    let store = try store()
    try store.correct(try id("old", in: store), to: Sample.target(150))
    try store.drop(try id("new", in: store))
    _ = try store.add([old, new], origin: .extracted(version: "2"))
    #expect(try store.view("claims").map(\.fact.value) == [150])
    // Even where the new extractor no longer finds the claim, the person's word stands.
    let blind = AnnotatedArticle(article: old.article, models: [], facts: [])
    _ = try store.add([blind], origin: .extracted(version: "3"))
    #expect(try store.view("sales_targets").map(\.fact.value) == [150])
  }

  @Test func correctionsFollowThePageToItsNewVersion() throws {
    let store = try store()
    try store.drop(try id("new", in: store))
    var changed = new
    changed.article.text += "\n\nAn addition."
    #expect(try store.add([changed], origin: .extracted(version: "1")) == [.updated])
    #expect(try store.view("sales_targets").map(\.fact.value) == [100])
    changed.article.id = "same page, other file"
    changed.article.text += "\n\nAnother."
    #expect(try store.add([changed], origin: .extracted(version: "1")) == [.updated])
    #expect(try store.view("sales_targets").map(\.fact.value) == [100])
  }

  @Test func theLastWordOnAClaimCounts() throws {
    let store = try store()
    try store.correct(try id("new", in: store), to: Sample.target(250))
    try store.correct(try id("new", in: store), to: Sample.target(260))
    #expect(try store.view("sales_targets").map(\.fact.value) == [260])
    try store.restore(try id("new", in: store))
    #expect(try store.view("sales_targets").map(\.fact.value) == [200])
    #expect(try store.view("sales_targets").map(\.corrected) == [false])
  }

  @Test func aCorrectionMayMoveAClaimToAnotherKey() throws {
    let store = try store()
    try store.correct(try id("new", in: store), to: Sample.target(200, when: "2025"))
    #expect(try store.view("sales_targets").map(\.fact.when?.description) == ["2025", "2024"])
  }

  @Test func anExportHasWhatWasCorrected() throws {
    let store = try store()
    try store.correct(try id("new", in: store), to: Sample.target(250))
    try store.drop(try id("old", in: store))
    #expect(try store.exported().flatMap(\.facts).map(\.value) == [250])
  }

  @Test func whatNobodyCorrectedCannotBeRestored() throws {
    let store = try store()
    let number = try id("new", in: store)
    #expect(throws: StoringError.notCorrected(id: number)) { try store.restore(number) }
  }

  @Test func anUnknownFactIsAnError() throws {
    let store = try store()
    #expect(throws: StoringError.unknownFact(id: 999)) { try store.drop(999) }
  }
}
