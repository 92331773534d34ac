import Facts
import Foundation
import Storing
import Testing

/// Copies of a story are told from other stories, over the articles of the corpus.
@Suite struct StoryGroupTests {
  private static func stories(_ store: FactStore) throws -> [String: Int64] {
    var stories: [String: Int64] = [:]
    for row in try store.table(SQLStatement("SELECT id, story FROM article_texts")).rows {
      if case .text(let id) = row[0], case .integer(let story) = row[1] { stories[id] = story }
    }
    return stories
  }

  private static func add(_ articles: [Article], to store: FactStore) throws {
    _ = try store.add(
      articles.map { AnnotatedArticle(article: $0, models: [], facts: []) }, origin: .imported)
  }

  @Test func differentArticlesAreDifferentStories() throws {
    let store = try FactStore.inMemory()
    let articles = EditedCopy.corpus()
    try Self.add(articles, to: store)
    let byStory = Dictionary(grouping: try Self.stories(store), by: \.value)
    #expect(articles.count > 300)
    #expect(byStory.values.filter { $0.count > 1 }.map { $0.map(\.key).sorted() } == [])
  }

  @Test(arguments: EditedCopy.Edit.allCases)
  func editedCopiesAreOneStory(edit: EditedCopy.Edit) throws {
    let store = try FactStore.inMemory()
    let articles = EditedCopy.corpus("work")
    try Self.add(articles, to: store)
    let titles = articles.compactMap(\.title)
    let copies = articles.enumerated().map { place, article in
      EditedCopy.of(
        article, edit: edit, links: (1...6).map { "→ " + titles[(place * 7 + $0 * 11) % titles.count] })
    }
    try Self.add(copies, to: store)
    let stories = try Self.stories(store)
    let missed = articles.filter { stories[$0.id] != stories["\($0.id)-\(edit)"] }.map(\.id)
    #expect(missed.count * 100 <= articles.count * 2, "missed: \(missed)")
    // None went to another article's story, and no story got two copies.
    #expect(Set(copies.compactMap { stories[$0.id] }).count == copies.count)
  }

  /// A monthly report says the same words of other figures: it is no copy of last month's.
  @Test func theSameWordsWithOtherFiguresAreAnotherStory() throws {
    func report(_ month: String, _ figures: [Int]) -> String {
      """
      Zephyr Motors has published its delivery figures for \(month). The carmaker handed over \(figures[0]) vehicles \
      to customers, of which \(figures[1]) were electric and \(figures[2]) were plug-in hybrids. Exports came to \
      \(figures[3]) vehicles, the company said in a statement on its website on the first day of the month. Since \
      January it has delivered \(figures[4]) vehicles in all markets together, and it keeps its target for the year.
      """
    }
    let store = try FactStore.inMemory()
    let texts = [
      report("October", [48_210, 31_500, 16_710, 9_120, 402_118]),
      report("November", [57_930, 42_044, 15_886, 12_405, 460_048]),
      // A copy that rounds.
      report("October", [48_000, 31_500, 17_000, 9_100, 400_000]),
    ]
    for (place, text) in texts.enumerated() {
      try Self.add(
        [
          Article(
            id: "a\(place)", title: nil, published: nil, publisher: nil, url: nil, language: nil, text: text)
        ], to: store)
    }
    let stories = try Self.stories(store)
    #expect(stories["a0"] == stories["a2"])
    #expect(stories["a0"] != stories["a1"])
  }

  @Test func aGroupIsListedAndCountsOnce() throws {
    let text = try #require(EditedCopy.corpus().first?.text)
    let store = try FactStore.holding(
      Sample.article("a", "2025-01-01", publisher: "A", text: text, [Sample.range(620)]),
      Sample.article("b", "2025-01-01", publisher: "B", text: "By our desk.\n\n" + text, [Sample.range(620)]),
      Sample.article("c", "2025-01-01", publisher: "C", text: text + "\n\nMore news.", [Sample.range(620)]),
      Sample.article("d", "2025-01-01", publisher: "D", text: "Wholly other words.", [Sample.range(700)]),
      Sample.article("e", "2025-01-01", publisher: "E", text: "Again other words.", [Sample.range(700)]))
    #expect(
      try store.table(SQLStatement("SELECT article FROM story_groups")).rows == [
        [.text("a")], [.text("b")], [.text("c")],
      ])
    // Two independent articles say more than three copies of one.
    #expect(try store.view("ranges").map(\.fact.value) == [700])
  }
}
