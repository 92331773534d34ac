import Facts
import Storing
import Testing

/// What waits in memory within a transaction comes to what many transactions come to.
@Suite struct TransactionTests {
  /// Numbers that look random and are always the same (the generator of Knuth's MMIX).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static func articles(_ count: Int, seed: UInt64) -> [AnnotatedArticle] {
    var dice = Dice(state: seed)
    let statuses: [Status] = [.actual, .planned, .planned, .expected, .cancelled]
    return (0..<count).map { number in
      let facts = (0..<1 + dice.roll(4)).map { _ in
        let status = statuses[dice.roll(statuses.count)]
        switch dice.roll(3) {
        case 0:
          return Sample.target(Double(100_000 + dice.roll(4) * 1000), when: "202\(dice.roll(3) + 4)", status)
        case 1: return Sample.launch("2025-0\(dice.roll(6) + 1)", status, model: "M\(dice.roll(4))")
        default: return Sample.range(Double(600 + dice.roll(3) * 40), status)
        }
      }
      // Some are told again under another name, in the same words, and some come again.
      let id = "a\(dice.roll(8) == 0 ? dice.roll(number + 1) : number)"
      // No day comes twice: of several articles of one day, the order in which they come can matter.
      let day = Day(number: 20_000 + number * 37 % count).description
      let text = dice.roll(7) == 0 ? "One and the same story." : "Article \(number) of its own."
      return Sample.article(id, day, text: text, facts)
    }
  }

  private static func tables(_ store: FactStore) throws -> [[[SQLValue]]] {
    try [
      """
      SELECT key, decided_by, decided_published, decided_status, decided_by_person, highest_low, lowest_high
      FROM beliefs WHERE belief IN (SELECT belief FROM facts) ORDER BY key
      """,
      """
      SELECT f.article_number, f.place, f.kind, f.value, f.status, b.key, f.believed,
        iif(f.live, f.said_low, NULL), iif(f.live, f.said_high, NULL), f.live
      FROM facts AS f JOIN beliefs AS b USING (belief) ORDER BY 1, 2, f.fact_id
      """,
      "SELECT article_number, id, story, superseded_by FROM article_texts ORDER BY 1",
    ].map { try store.table(SQLStatement($0)).rows }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func oneTransactionOrMany(seed: UInt64) throws {
    let articles = Self.articles(150, seed: seed)
    let atOnce = try FactStore.inMemory()
    let outcomes = try atOnce.add(articles, origin: .imported)
    let oneByOne = try FactStore.inMemory()
    #expect(try articles.flatMap { try oneByOne.add([$0], origin: .imported) } == outcomes)
    for (one, other) in zip(try Self.tables(atOnce), try Self.tables(oneByOne)) {
      #expect(one.count == other.count)
      for (row, otherRow) in zip(one, other) { #expect(row == otherRow) }
    }
    let claims = try atOnce.view("claims")
    #expect(claims.count > 200)
    #expect(outcomes.contains(.updated))
    #expect(try atOnce.check().allSatisfy { $0.problems == 0 })
  }

  @Test func whatThrowsInTheMiddleLeavesNothing() throws {
    struct Stop: Error {}
    let store = try FactStore.inMemory()
    var given = 0
    #expect(throws: Stop.self) {
      _ = try store.add(origin: .imported) {
        given += 1
        if given == 5 { throw Stop() }
        return [PreparedArticle(Sample.article("a\(given)", "2025-01-01", [Sample.range(620)]))]
      }
    }
    #expect(try store.counts().articles == 0)
    #expect(try store.counts().claims == 0)
    #expect(try store.add([Sample.article("a1", nil, [Sample.range(620)])], origin: .imported) == [.inserted])
  }
}
