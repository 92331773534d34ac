import Facts
import Storing
import Testing

@Suite struct VersionTests {
  private let read = FactOrigin.extracted(version: "1")

  @Test func aPageThatChangedIsANewVersion() throws {
    let store = try FactStore.inMemory()
    let first = Sample.article(
      "a", "2025-01-01", url: "https://x/1", text: "First text.", [Sample.target(100)])
    let second = Sample.article(
      "b", "2025-01-02", url: "https://x/1", text: "Second text.", [Sample.target(200)])
    #expect(try store.add([first], origin: read) == [.inserted])
    #expect(try store.add([second], origin: read) == [.updated])
    #expect(try store.view("claims").map(\.fact.value) == [200])
    #expect(try store.view("sales_targets").map(\.fact.value) == [200])
    #expect(try store.view("conflicts").isEmpty)
    #expect(try store.search("text").map(\.article.id) == ["b"])
    let counts = try store.counts()
    #expect(counts.articles == 1 && counts.olderVersions == 1)
    #expect(try store.exported(allVersions: true).map(\.article.text) == ["First text.", "Second text."])
    // Reading the same files again adds nothing.
    #expect(try store.add([first, second], origin: read) == [.unchanged, .unchanged])
  }

  @Test func anOlderVersionNoLongerDecides() throws {
    let store = try FactStore.inMemory()
    _ = try store.add([Sample.article("x", "2024-01-01", [Sample.target(50)])], origin: read)
    _ = try store.add([Sample.article("a", "2025-01-01", text: "One.", [Sample.target(100)])], origin: read)
    #expect(try store.view("sales_targets").map(\.fact.value) == [100])
    _ = try store.add([Sample.article("a", "2025-01-01", text: "Two.", [])], origin: read)
    #expect(try store.view("sales_targets").map(\.fact.value) == [50])
  }

  @Test func theSameTextOfOnePublisherIsStoredOnce() throws {
    let store = try FactStore.inMemory()
    let outcomes = try store.add(
      [
        Sample.article("a", publisher: "DPA", url: "https://x/1", text: "Same text."),
        Sample.article("b", publisher: "DPA", url: "https://x/1?from=feed", text: "SAME  text"),
        Sample.article("c", publisher: "Blick", url: "https://y/1", text: "Same text."),
      ], origin: read)
    #expect(outcomes == [.inserted, .unchanged, .inserted])
  }

  @Test func aNewExtractorReplacesWhatAnOlderOneFound() throws {
    let store = try FactStore.inMemory()
    let text = "Text."
    _ = try store.add([Sample.article("a", text: text, [Sample.target(100)])], origin: read)
    let better = Sample.article("a", text: text, [Sample.target(200), Sample.range(500)])
    #expect(try store.add([better], origin: read) == [.unchanged])
    #expect(try store.add([better], origin: .extracted(version: "2")) == [.refreshed])
    #expect(try store.view("claims").map(\.fact.value) == [200, 500])
    #expect(try store.add([better], origin: .extracted(version: "3")) == [.unchanged])
  }

  @Test func extractionLeavesImportedFactsAlone() throws {
    let store = try FactStore.holding(Sample.article("a", text: "Text.", [Sample.target(100)]))
    let found = Sample.article("a", text: "Text.", [Sample.target(200)])
    #expect(try store.add([found], origin: read) == [.unchanged])
    #expect(try store.view("claims").map(\.fact.value) == [100])
    // An import, though, takes the place of what was extracted or imported.
    #expect(try store.add([found], origin: .imported) == [.refreshed])
    #expect(try store.view("sales_targets").map(\.fact.value) == [200])
  }

  @Test func anImportBringsWhatIsKnownOfAnArticleUpToDate() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2025-01-01", title: "Old", text: "Text.", [Sample.target(100)]),
      Sample.article("b", "2025-02-01", [Sample.target(200)]))
    let changed = Sample.article("a", "2025-03-01", title: "New", text: "Text.", [Sample.target(100)])
    #expect(try store.add([changed], origin: .imported) == [.refreshed])
    #expect(try store.view("sales_targets").map(\.fact.value) == [100])
    #expect(try store.search("old").isEmpty)
    #expect(try store.search("new").map(\.article.title) == ["New"])
  }

  @Test func whatIsStoredAndReadIsNoNews() throws {
    let store = try FactStore.inMemory()
    let first = Sample.article("a", url: "https://x/1", text: "First.")
    let second = Sample.article("b", url: "https://x/1", text: "Second.")
    let other = Sample.article("c", url: "https://x/2", text: "Third.")
    _ = try store.add([first, second], origin: read)
    let articles = [first, second, other].map(\.article)
    #expect(try store.news(among: articles, version: "1") == [false, false, true])
    #expect(try store.news(among: articles, version: "2") == [false, true, true])
  }

  @Test func aFailureStoresNothing() throws {
    let store = try FactStore.inMemory()
    let bad = Sample.article("", text: "An article needs an id.")
    #expect(throws: StoringError.self) {
      _ = try store.add([Sample.article("a"), bad], origin: .imported)
    }
    #expect(try store.counts().articles == 0)
  }
}
