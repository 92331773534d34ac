import Facts
import Storing
import Testing

@Suite struct SearchTests {
  private func store() throws -> FactStore {
    try FactStore.holding(
      Sample.article(
        "en", title: "Xiaomi in Europe", text: "The ID.3 and the SU7 Ultra reach Munich.\n\nMore later."),
      Sample.article("de", language: .german, text: "Größere Elektroautos kommen nach Zürich, sagt Škoda."),
      Sample.article("fr", language: .french, text: "L'été prochain, Citroën lancera la voiture électrique."),
      Sample.article("zh", title: "小米", language: .chinese, text: "小米汽车发布SU7，续航700公里。问界M9也来了"))
  }

  @Test(arguments: [
    ("xiaomi", ["en"]), ("MUNICH", ["en"]), ("zurich", ["de"]), ("grossere", ["de"]), ("GRÖSSERE", ["de"]),
    ("skoda", ["de"]), ("elektroauto", ["de"]), ("ete citroen", ["fr"]), ("électrique", ["fr"]),
    ("ID.3", ["en"]),
    ("id 3", ["en"]), ("3.ID", []), ("su7", ["en", "zh"]), ("小米", ["zh"]), ("汽车", ["zh"]), ("车", ["zh"]),
    ("了", ["zh"]), ("米汽", ["zh"]), ("小米汽车发布", ["zh"]), ("汽米", []), ("发布SU7", ["zh"]), ("SU7，续航", ["zh"]),
    ("问界 M9", ["zh"]), ("小米 Munich", []), ("car", []), ("", []), ("  ", []), ("!?*\"", []),
  ])
  func findsArticlesByTheirWords(words: String, ids: [String]) throws {
    #expect(Set(try store().search(words).map(\.article.id)) == Set(ids))
  }

  @Test(arguments: [
    "\"", "xiaomi\"", "xiaomi AND", "OR", "NOT xiaomi", "title:xiaomi", "xiaomi*", "NEAR(a b)", "-xiaomi",
    "(", ")",
    "^xiaomi", "{a} : b", "a\u{0}b", "'; DROP TABLE facts", String(repeating: "x ", count: 5000), "\u{301}",
    "👩‍👩‍👧",
  ])
  func hostileWordsAreOnlyWords(words: String) throws {
    _ = try store().search(words)
  }

  @Test(arguments: [
    ("su7", "zh", "SU7"), ("小米汽车", "zh", "小米汽车"), ("citroen", "fr", "Citroën"),
    ("elektroauto", "de", "Elektroautos"),
    ("车", "zh", "车"),
  ])
  func snippetsMarkTheWords(words: String, id: String, marked: String) throws {
    let hit = try #require(try store().search(words).first { $0.article.id == id })
    #expect(hit.marks.map { $0.text(in: hit.snippet) } == [marked])
  }

  @Test func snippetsAreAPassageOfTheText() throws {
    let filler = (0..<300).map { "filler\($0)" }.joined(separator: " ")
    let text = filler + ".\n\nThe Seagull sells well, the Seagull does.\n\n" + filler
    let store = try FactStore.holding(
      Sample.article("a", text: text), Sample.article("b", text: String(repeating: "海鸥很好", count: 200)))
    let hit = try #require(try store.search("seagull").first)
    #expect(hit.place.text(in: text) == hit.snippet)
    #expect(hit.marks.map { $0.text(in: hit.snippet) } == ["Seagull", "Seagull"])
    #expect(hit.snippet.utf8.count <= 320)
    let chinese = try #require(try store.search("鸥很").first)
    #expect(chinese.snippet.utf8.count <= 320)
    #expect(chinese.marks.first?.text(in: chinese.snippet) == "鸥很")
  }

  @Test func theTitleWeighsMoreAndTheLimitHolds() throws {
    let store = try FactStore.holding(
      Sample.article("body", text: "The Seagull and other birds of the sea fly."),
      Sample.article("title", title: "Seagull", text: "Some other birds of the sea fly high."))
    #expect(try store.search("seagull").map(\.article.id) == ["title", "body"])
    #expect(try store.search("seagull", limit: 1).count == 1)
    #expect(try store.search("seagull", limit: 0).isEmpty)
  }
}
