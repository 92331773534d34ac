import Facts
import Foundation
import Storing
import Testing

@Suite struct ForgetTests {
  private let old = Sample.article(
    "old", "2024-01-01", models: [ModelName(manufacturer: "Xiaomi", model: "SU7")], [Sample.target(100)])
  private let new = Sample.article(
    "new", "2025-01-01", url: "https://x/new", text: "Singular words. It aims for 200.0.",
    models: [ModelName(manufacturer: "Lumingo", model: "Vela")], [Sample.target(200)])

  @Test func nothingOfAForgottenArticleIsLeft() throws {
    let folder = try TemporaryFolder()
    let store = try FactStore(path: folder.path("a.sqlite"), opening: .createOrWrite)
    _ = try store.add([old, new], origin: .extracted(version: "1"))
    let fact = try #require(try store.facts(ofArticle: "new").first).id
    try store.correct(fact, to: Sample.target(250), reason: "misread")
    let gone = try #require(try store.forget(article: "new"))
    #expect(gone.versions == 1 && gone.claims == 2 && gone.corrections == 1)
    #expect(try store.view("sales_targets").map(\.fact.value) == [100])
    #expect(try store.search("singular").isEmpty)
    #expect(try store.knownNames().models == [ModelName(manufacturer: "Xiaomi", model: "SU7")])
    #expect(try store.exported().map(\.article) == [old.article])
    #expect(try folder.table("a.sqlite", "PRAGMA foreign_key_check") == [])
    #expect(try folder.bytes("a.sqlite").range(of: Data("Singular words".utf8)) == nil)
    #expect(try store.forget(article: "new") == nil)
    #expect(try store.add([new], origin: .extracted(version: "1")) == [.inserted])
    #expect(try store.view("sales_targets").map(\.fact.value) == [200])
  }

  @Test func allVersionsOfAPageGo() throws {
    let store = try FactStore.inMemory()
    _ = try store.add([old, new], origin: .extracted(version: "1"))
    var changed = new
    changed.article.id = "new again"
    changed.article.text += "\n\nAn addition."
    #expect(try store.add([changed], origin: .extracted(version: "1")) == [.updated])
    #expect(try store.forget(article: "new again")?.versions == 2)
    #expect(try store.exported(allVersions: true).map(\.article.id) == ["old"])
  }

  @Test func copiesOfAStoryStayOneStory() throws {
    let text = (1...80).map { "word\($0)" }.joined(separator: " ")
    let copies = ["a", "b", "c"].map {
      Sample.article(
        $0, "2024-01-01", publisher: $0, text: text + " It aims for 100.0.", [Sample.target(100)])
    }
    let other = Sample.article("d", "2024-01-01", [Sample.target(100)])
    let store = try FactStore.inMemory()
    _ = try store.add(copies, origin: .imported)
    _ = try store.forget(article: "c")
    _ = try store.forget(article: "a")
    _ = try store.add([other], origin: .imported)
    #expect(
      try store.table(SQLStatement("SELECT count(DISTINCT story) FROM article_texts")).rows == [[.integer(2)]]
    )
  }
}
