import EVFacts
import HTTPTypes

/// What was read.
enum ArticleRoutes {
  static let all: [APIRoute] = [
    APIRoute(
      path: "/articles", operation: "listArticles",
      summary: "The articles, newest versions only, in the order in which they came in.",
      parameters: [
        APIParameter("language", .choice(languages), "Only in this language, ISO 639-1."),
        APIParameter("from", .date, "Only published on this day or later, or in this month or year."),
        APIParameter("to", .date, "Only published on this day or earlier, or in this month or year."),
      ],
      answer: .rows(columns), refusals: [.notFound], respond: list),
    APIRoute(
      path: "/articles/{article}", operation: "getArticle",
      summary:
        "One article with its text, the models that it names and its facts, as evfacts export writes it.",
      parameters: [APIParameter("article", .text(most: 200), "The article's id.", isInPath: true)],
      answer: .object(schema), refusals: [.notFound], respond: one),
  ]

  private static let languages = LanguageCode.allCases.map(\.rawValue)

  private static let columns = [
    APIColumn("article", .text, "the name it goes by"),
    APIColumn("title", .text, "the headline", isOptional: true),
    APIColumn("publisher", .text, "who published it", isOptional: true),
    APIColumn("published", .day, "the day", isOptional: true),
    APIColumn("url", .text, "its address", isOptional: true),
    APIColumn("language", .text, "ISO 639-1", isOptional: true),
    APIColumn("facts", .integer, "how many live claims it makes"),
  ]

  private static func list(_ request: APIRequest) async throws -> APIBody {
    let last = try request.cursor("i")?.first ?? .integer(0)
    var conditions = ["article_number > ?"]
    var values = [last]
    if let language = request.arguments.text("language") {
      conditions.append("language = ?")
      values.append(.text(language))
    }
    if let from = request.arguments.period("from")?.first {
      conditions.append("published >= ?")
      values.append(.text(from.description))
    }
    if let to = request.arguments.period("to")?.last {
      conditions.append("published <= ?")
      values.append(.text(to.description))
    }
    let statement = SQLStatement(
      """
      SELECT article, title, publisher, published, url, language, facts, article_number FROM articles
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY article_number LIMIT ?
      """, values + [.integer(Int64(request.limit) + 1)])
    return try await request.site.read { store in
      try RowPage.of(statement, columns, request: request, in: store) { Cursor([$0.integer(columns.count)]) }
    }
  }

  private static func one(_ request: APIRequest) async throws -> APIBody {
    let id = request.arguments.text("article") ?? ""
    return try await request.site.read { store in
      guard let found = try store.annotatedArticle(id: id) else {
        throw Refusal(.notFound, "there is no article '\(id)'", hint: "an id of /api/v1/articles")
      }
      return APIBody(AnnotatedArticleJSON.line(found) + "\n")
    }
  }

  private static let schema: JSONTree = {
    let own = [
      APIColumn("id", .text, "the name it goes by"),
      APIColumn("language", .text, "ISO 639-1", isOptional: true),
      APIColumn("published", .day, "the day", isOptional: true),
      APIColumn("publisher", .text, "who published it", isOptional: true),
      APIColumn("url", .text, "its address", isOptional: true),
      APIColumn("title", .text, "the headline", isOptional: true),
      APIColumn("text", .text, "the body; paragraphs are separated by an empty line"),
    ]
    let models = APIColumn.rowSchema([
      APIColumn("manufacturer", .text, "the brand on the car"),
      APIColumn("model", .text, "the model without the brand"),
    ])
    let fact =
      [
        "kind", "manufacturer", "model", "value", "value_max", "qualifier", "unit", "when", "market",
        "status",
        "attribute", "source", "evidence",
      ].map { APIColumn.fact($0) }
    let optional = JSONTree.object([
      ("type", .string("boolean")),
      ("description", .string("whether two careful readers could differ on it")),
    ])
    let place = JSONTree.object([
      ("type", .string("integer")), ("minimum", .integer(0)),
      ("description", .string("where the value begins or ends in the text, in UTF-8 bytes")),
    ])
    let facts = JSONTree.object([
      ("type", .string("object")), ("required", .strings(fact.map(\.name) + ["optional"])),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        .object(
          fact.map { ($0.name, $0.schema) } + [
            ("optional", optional), ("start", place), ("end", place),
            ("confidence", APIColumn("confidence", .number, "how sure the extractor is, 0 to 1").schema),
          ])
      ),
    ])
    func list(_ items: JSONTree) -> JSONTree { .object([("type", .string("array")), ("items", items)]) }
    return .object([
      ("type", .string("object")), ("required", .strings(own.map(\.name) + ["models", "facts"])),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        .object(own.map { ($0.name, $0.schema) } + [("models", list(models)), ("facts", list(facts))])
      ),
    ])
  }()
}
