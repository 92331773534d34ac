import Facts
import Foundation
import Storing
import Testing

@Suite struct MergeTests {
  private let early = Date(timeIntervalSince1970: 1_700_000_000)
  private let late = Date(timeIntervalSince1970: 1_800_000_000)
  private let old = Sample.article("old", "2024-01-01", [Sample.target(100)])
  private let new = Sample.article("new", "2025-01-01", url: "https://x/new", [Sample.target(200)])

  private func store(_ articles: AnnotatedArticle..., now: Date? = nil) throws -> FactStore {
    let store = try FactStore.inMemory()
    _ = try store.add(articles, origin: .extracted(version: "1"), now: now ?? early)
    return store
  }

  private func id(_ article: String, in store: FactStore) throws -> Int64 {
    try #require(try store.facts(ofArticle: article).first).id
  }

  @Test func takesArticlesOverOnce() throws {
    let here = try store(old)
    let other = try store(old, new)
    #expect(try here.merge(other).articles == [.inserted: 1, .unchanged: 1])
    #expect(try here.view("sales_targets").map(\.fact.value) == [200])
    #expect(try here.merge(other).articles == [.unchanged: 2])
    #expect(try here.exported().map(\.facts) == other.exported().map(\.facts))
  }

  @Test func bringsCorrectionsAlong() throws {
    let here = try store(old, new)
    let other = try store(old, new)
    try other.correct(try id("new", in: other), to: Sample.target(250), reason: "misread", now: late)
    try other.drop(try id("old", in: other), now: late)
    #expect(try here.merge(other).corrections == 2)
    #expect(try here.view("claims").map(\.fact.value) == [250])
    #expect(try here.view("claims").map(\.corrected) == [true])
    let again = try here.merge(other)
    #expect(again.articles == [.unchanged: 2] && again.corrections == 0 && again.overruled == 0)
  }

  @Test func theLaterWordOnAClaimCounts() throws {
    let here = try store(new)
    let other = try store(new)
    try here.correct(try id("new", in: here), to: Sample.target(300), now: late)
    try other.correct(try id("new", in: other), to: Sample.target(250), now: early)
    #expect(try here.merge(other).overruled == 1)
    #expect(try here.view("claims").map(\.fact.value) == [300])
    #expect(try other.merge(here).corrections == 1)
    #expect(try other.view("claims").map(\.fact.value) == [300])
  }

  @Test func theLaterTextOfAPageCounts() throws {
    var changed = new
    changed.article.text += "\n\nAn addition."
    changed.facts = [Sample.target(220)]
    let here = try store(new)
    let other = try store(changed, now: late)
    #expect(try here.merge(other).articles == [.updated: 1])
    #expect(try here.view("claims").map(\.fact.value) == [220])
    let first = try store(new)
    #expect(try other.merge(first).articles == [.unchanged: 1])
    #expect(try other.view("claims").map(\.fact.value) == [220])
  }

  @Test func anEarlierExtractorChangesNothing() throws {
    let here = try FactStore.inMemory()
    _ = try here.add([new], origin: .extracted(version: "12+0a1b2c3d"))
    var earlier = new
    earlier.facts = []
    let other = try FactStore.inMemory()
    _ = try other.add([earlier], origin: .extracted(version: "9"))
    #expect(try here.merge(other).articles == [.unchanged: 1])
    #expect(try here.view("claims").count == 1)
  }

  @Test func bringsNamesAlongOnce() throws {
    let here = try FactStore.inMemory()
    let other = try FactStore.inMemory()
    try other.addToCatalogue([CatalogueRow(.maker, manufacturer: "Lumingo", names: ["流明"])])
    #expect(try here.merge(other).names == 1)
    #expect(try here.merge(other).names == 0)
    #expect(try here.catalogue().map(\.row) == other.catalogue().map(\.row))
  }
}
