import Facts
import Storing
import Testing

@Suite struct RoundTripTests {
  static let articles = [
    AnnotatedArticle(
      article: Article(
        id: "zh-1", title: "小米汽车：YU7 发布", published: Day("2025-06-26"), publisher: "36氪",
        url: "https://example.cn/1?a=b&c", language: .chinese, text: "小米YU7正式发布。\n\n售价25.35万元起。"),
      models: [
        ModelName(manufacturer: "Xiaomi", model: "YU7"), ModelName(manufacturer: "BYD", model: "秦PLUS"),
      ],
      facts: [
        Fact(
          kind: .price, manufacturer: "Xiaomi", model: "YU7", value: 253_500, qualifier: .atLeast,
          unit: "CNY",
          market: "CN", attribute: "start", source: "雷军", evidence: "售价25.35万元起。", span: SourceSpan(34, 47),
          confidence: 0.8125, optional: true)
      ]),
    AnnotatedArticle(
      article: Article(
        id: "no facts", language: .other, text: "Ä ö\u{301} \u{1F697}\n\nline\ttwo \"quoted\" \\"),
      models: [], facts: []),
    Sample.article(
      "many", nil,
      [
        Sample.range(620), Sample.range(0.5), Sample.target(1, qualifier: .between, max: 2.25),
        Sample.launch("../2027", .cancelled), Sample.launch(nil),
      ]),
    Sample.article("empty", text: "", []), Sample.article("empty too", text: "", []),
    Sample.article("same text", "1999-12-31", text: "One.", []),
    Sample.article("same text 2", text: "One.", []),
  ]

  @Test func everyFieldComesBack() throws {
    let store = try FactStore.inMemory()
    #expect(try store.add(Self.articles, origin: .imported) == Self.articles.map { _ in .inserted })
    let exported = try store.exported()
    try expectSame(exported, Self.articles)
    #expect(try store.add(exported, origin: .imported) == Self.articles.map { _ in .unchanged })
    let copy = try FactStore.inMemory()
    _ = try copy.add(exported, origin: .imported)
    try expectSame(try copy.exported(), Self.articles)
  }

  @Test func oneArticleComesBack() throws {
    let store = try FactStore.inMemory()
    _ = try store.add(Self.articles, origin: .imported)
    #expect(try store.article(id: "zh-1") == Self.articles[0].article)
    #expect(try store.article(id: "zh-2") == nil)
    let row = try #require(try store.facts(ofArticle: "zh-1").first)
    var fact = Self.articles[0].facts[0]
    // Views do not tell it: it matters to scores only.
    fact.optional = false
    #expect(row.fact == fact)
    #expect(row.article.text.isEmpty)
    let withText = try store.rows(SQLStatement("SELECT * FROM prices"), withText: true)
    #expect(withText.map(\.article) == [Self.articles[0].article])
  }

  @Test func viewsHaveTheDocumentedColumnsInOrder() throws {
    let store = try FactStore.inMemory()
    let columns = """
      kind manufacturer model attribute value value_max qualifier unit when start_date end_date market status source \
      confidence evidence article title publisher published url language
      """.split(separator: " ").map(String.init)
    for view in [
      "launches", "sales_targets", "sales", "store_counts", "prices", "ranges", "capacities",
      "market_entries",
      "body_types", "claims", "conflicts",
    ] {
      let table = try store.table(SQLStatement("SELECT * FROM \(view)"))
      #expect(table.columns.prefix(22) == columns[...])
      #expect(table.columns[22...].prefix(4) == ["fact_id", "corrected", "manufacturer_key", "model_key"])
    }
  }

  @Test func wholeNumbersAreStoredAsIntegers() throws {
    let store = try FactStore.holding(
      Sample.article("a", nil, [Sample.range(620)]), Sample.article("b", nil, [Sample.range(0.5)]))
    let rows = try store.table(SQLStatement("SELECT value FROM claims ORDER BY value")).rows
    #expect(rows == [[.real(0.5)], [.integer(620)]])
  }

  @Test func namesAreKnownInTheirFirstSpelling() throws {
    let store = try FactStore.holding(
      Sample.article("a", models: [ModelName(manufacturer: "Škoda", model: "Elroq")], [Sample.range(620)]),
      Sample.article("b", models: [ModelName(manufacturer: "SKODA", model: "elroq")]))
    let names = try store.knownNames()
    #expect(names.manufacturers == ["Škoda", "Xiaomi"])
    #expect(names.models.map(\.model) == ["Elroq", "SU7"])
    let counted = try store.table(SQLStatement("SELECT manufacturer, model, articles, facts FROM models"))
      .rows
    #expect(counted.first == [.text("Škoda"), .text("Elroq"), .integer(2), .integer(0)])
    let counts = try store.counts()
    #expect(counts.articles == 2 && counts.claims == 1 && counts.beliefs == 1 && counts.models == 2)
  }

  @Test func hostileStringsAreStoredAsTheyAre() throws {
    let names = [
      "'; DROP TABLE facts; --", "\"", "%_*", "\u{202E}abc", "a\u{0}b", "?1",
      String(repeating: "x", count: 10_000),
    ]
    let store = try FactStore.inMemory()
    let articles = names.map { name in
      Sample.article(
        name, title: name, text: name, models: [ModelName(manufacturer: name, model: name)],
        [Sample.target(5, maker: name)])
    }
    #expect(try store.add(articles, origin: .imported).allSatisfy { $0 == .inserted })
    #expect(try store.add(articles, origin: .imported).allSatisfy { $0 == .unchanged })
    for name in names {
      // A NUL byte would end SQLite's text.
      let stored = name.replacing("\u{0}", with: " ")
      #expect(try store.article(id: name)?.text == stored)
      #expect(try store.facts(ofArticle: name).map(\.fact.manufacturer) == [stored])
    }
  }

  private func expectSame(_ a: [AnnotatedArticle], _ b: [AnnotatedArticle]) throws {
    #expect(a.map(\.article) == b.map(\.article))
    #expect(a.map(\.models) == b.map(\.models))
    #expect(a.map(\.facts) == b.map(\.facts))
  }
}

extension FactStore {
  /// All articles as an export writes them.
  func exported(allVersions: Bool = false) throws -> [AnnotatedArticle] {
    var articles: [AnnotatedArticle] = []
    try annotatedArticles(allVersions: allVersions) { articles.append($0) }
    return articles
  }
}
