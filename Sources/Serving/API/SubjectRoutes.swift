import EVFacts
import HTTPTypes

/// Whom and what facts speak of: makers, models, markets.
enum SubjectRoutes {
  static let all: [APIRoute] = [
    APIRoute(
      path: "/makers", operation: "listMakers",
      summary: "Every maker, with the number of its models and facts.",
      parameters: [], answer: .rows(makerColumns), refusals: [.notFound], respond: makers),
    APIRoute(
      path: "/models", operation: "listModels",
      summary: "Every model, with the number of its articles and facts.",
      parameters: [maker], answer: .rows(modelColumns), refusals: [.notFound], respond: models),
    APIRoute(
      path: "/models/{maker}/{model}", operation: "getModel", summary: "What is believed of a model.",
      parameters: [
        APIParameter(
          "maker", .text(most: 200), "The maker, by any of its names.", isInPath: true,
          example: .string("BYD")),
        APIParameter(
          "model", .text(most: 200), "The model, by any of its names.", isInPath: true,
          example: .string("Dolphin Surf")),
      ],
      answer: .rows(APIColumn.ofFacts), refusals: [.notFound], respond: model),
    APIRoute(
      path: "/markets", operation: "listMarkets",
      summary: "Every market, with the number of the facts about it.",
      parameters: [], answer: .rows(marketColumns), refusals: [.notFound], respond: markets),
  ]

  private static let maker = APIParameter(
    "maker", .text(most: 200), "Only of this maker, by any of its names.", example: .string("BYD"))

  private static let makerColumns = [
    APIColumn("manufacturer", .text, "the brand on the car"),
    APIColumn("models", .integer, "how many models of it are known"),
    APIColumn("facts", .integer, "how many live claims there are of it"),
  ]

  private static let modelColumns = [
    APIColumn("manufacturer", .text, "the brand on the car"),
    APIColumn("model", .text, "the model without the brand"),
    APIColumn("articles", .integer, "how many articles name it"),
    APIColumn("facts", .integer, "how many live claims there are of it"),
  ]

  private static let marketColumns = [
    APIColumn("market", .text, "ISO 3166-1 country, UN M49 region, EU, or overseas"),
    APIColumn("name", .text, "its name in English"),
    APIColumn("facts", .integer, "how many believed facts there are about it"),
    APIColumn("makers", .integer, "how many makers they are about"),
  ]

  private static func makers(_ request: APIRequest) async throws -> APIBody {
    let last = try request.cursor("t")?.first ?? .text("")
    let statement = SQLStatement(
      """
      SELECT manufacturer, models, facts, manufacturer_key FROM manufacturers WHERE manufacturer_key > ?
      ORDER BY manufacturer_key LIMIT ?
      """, [last, .integer(Int64(request.limit) + 1)])
    return try await request.site.read { store in
      try RowPage.of(statement, makerColumns, request: request, in: store) { Cursor([$0.text(3)]) }
    }
  }

  private static func models(_ request: APIRequest) async throws -> APIBody {
    let keys = try request.cursor("tt") ?? [.text(""), .text("")]
    return try await request.site.read { store in
      var filter = ReportFilter()
      try FactParameters.choose(
        maker: request.arguments.text("maker"), model: nil, market: nil,
        names: { try request.site.reportNames() },
        into: &filter)
      let statement = SQLStatement(
        """
        SELECT manufacturer, model, articles, facts, manufacturer_key, model_key FROM models
        WHERE (manufacturer_key, model_key) > (?, ?)\(filter.makerKey == nil ? "" : " AND manufacturer_key = ?")
        ORDER BY manufacturer_key, model_key LIMIT ?
        """,
        keys + (filter.makerKey.map { [.text($0)] } ?? []) + [.integer(Int64(request.limit) + 1)])
      return try RowPage.of(statement, modelColumns, request: request, in: store) {
        Cursor([$0.text(4), $0.text(5)])
      }
    }
  }

  private static let numberPlace = APIColumn.ofFacts.firstIndex { $0.name == "fact_id" } ?? 0

  private static func model(_ request: APIRequest) async throws -> APIBody {
    let last = try request.cursor("i")?.first
    let (maker, model) = (request.arguments.text("maker") ?? "", request.arguments.text("model") ?? "")
    return try await request.site.read { store in
      var filter = ReportFilter()
      // Most names are given as they are known here; the catalogue is asked for the others.
      let key = ModelName(manufacturer: nameKey(maker), model: nameKey(model))
      if try store.modelName(key) != nil {
        filter.modelKeys = [key]
      } else {
        let names = try request.site.reportNames()
        let makerKey = names.makerKey(maker)
        filter.modelKeys = names.modelKeys(model).filter { $0.manufacturer == makerKey }
      }
      guard filter.modelKeys?.isEmpty == false else {
        throw Refusal(.notFound, "nobody knows a model '\(maker) \(model)'", hint: "a name of /api/v1/models")
      }
      var after: Int64 = 0
      if case .integer(let number) = last { after = number }
      let statement = FactPage.statement(
        APIColumn.factColumns, scope: FactScope(), filter: filter, after: after, limit: request.limit + 1)
      return try RowPage.of(statement, APIColumn.ofFacts, request: request, in: store) {
        Cursor([$0.integer(numberPlace)])
      }
    }
  }

  private static func markets(_ request: APIRequest) async throws -> APIBody {
    let last = try request.cursor("t")?.first ?? .text("")
    return try await request.site.read { store in
      // All facts are counted once, and again only when something changed.
      let columns: [Column<NameListing.Market>] = [
        Column("market") { .text($0.code) }, Column("name") { .text(MarketWords.name(of: $0.code)) },
        Column("facts") { .number(Double($0.facts)) }, Column("makers") { .number(Double($0.makers)) },
      ]
      let left = try request.site.names().markets.drop { market in
        if case .text(let last) = last { market.code <= last } else { false }
      }
      return RowPage.of(left, columns, request: request) { Cursor([.text($0.code)]) }
    }
  }
}
