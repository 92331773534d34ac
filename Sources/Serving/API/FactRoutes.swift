import EVFacts
import HTTPTypes

/// Facts: everything that articles claim, and what is believed of it.
enum FactRoutes {
  static let all: [APIRoute] = [
    APIRoute(
      path: "/facts", operation: "listFacts",
      summary:
        "Everything that the articles claim, outvoted and cancelled too, in the order in which it came in.",
      parameters: FactParameters.parameters + [
        APIParameter("article", .text(most: 200), "Only of this article, by its id.")
      ],
      answer: .rows(APIColumn.ofFacts), refusals: [.notFound]
    ) { try await list($0, allClaims: true) },
    APIRoute(
      path: "/facts/{fact_id}", operation: "getFact", summary: "One fact, by its number.",
      parameters: [
        APIParameter(
          "fact_id", .integer(1...Int64.max, otherwise: nil), "The number.", isInPath: true,
          example: .integer(1))
      ],
      answer: .object(APIColumn.rowSchema(APIColumn.ofFacts)), refusals: [.notFound], respond: one),
    APIRoute(
      path: "/beliefs", operation: "listBeliefs",
      summary: "What is believed: of claims that compete, those that won.",
      parameters: FactParameters.parameters, answer: .rows(APIColumn.ofFacts), refusals: [.notFound]
    ) { try await list($0, allClaims: false) },
    APIRoute(
      path: "/conflicts", operation: "listConflicts",
      summary:
        "Claims of independent articles that contradict each other; those with one belief stand together.",
      parameters: [FactParameters.minConfidence], answer: .rows(APIColumn.ofFacts), refusals: [.notFound],
      respond: conflicts),
  ]

  private static func list(_ request: APIRequest, allClaims: Bool) async throws -> APIBody {
    let last = try request.cursor("i")?.first
    return try await request.site.read { store in
      let filter = try FactParameters.filter(of: request.arguments, in: store, of: request.site)
      var after: Int64 = 0
      if case .integer(let number) = last { after = number }
      let scope = FactScope(
        allClaims: allClaims, minConfidence: request.arguments.number("min_confidence") ?? 0)
      let statement = try FactPage.quickStatement(
        APIColumn.factColumns, scope: scope, filter: filter, article: request.arguments.text("article"),
        after: after, limit: request.limit + 1, in: store)
      return try RowPage.of(statement, APIColumn.ofFacts, request: request, in: store, key: number)
    }
  }

  private static let numberPlace = APIColumn.ofFacts.firstIndex { $0.name == "fact_id" } ?? 0
  private static let beliefPlace = APIColumn.ofFacts.firstIndex { $0.name == "belief" } ?? 0

  /// The cursor of a row of facts that are sorted by their numbers.
  private static func number(of row: RawRow) -> Cursor { Cursor([row.integer(numberPlace)]) }

  private static func one(_ request: APIRequest) async throws -> APIBody {
    let id = request.arguments.integer("fact_id") ?? 0
    return try await request.site.read { store in
      var records = JSONRecords(columns: APIColumn.ofFacts.map(\.name))
      try store.forEachRawRow(
        SQLStatement("SELECT \(APIColumn.factColumns) FROM claims WHERE fact_id = ?", [.integer(id)])
      ) { row in
        for place in APIColumn.ofFacts.indices { records.append(row[place]) }
        records.endRecord()
      }
      guard !records.bytes.isEmpty else { throw StoringError.unknownFact(id: id) }
      records.append(raw: "\n")
      return APIBody(bytes: records.take())
    }
  }

  private static func conflicts(_ request: APIRequest) async throws -> APIBody {
    let keys = try request.cursor("ii") ?? [.integer(0), .integer(0)]
    return try await request.site.read { store in
      // A conflict has two claims at least, so that so many keys hold a page's rows, if none is left out.
      var keysLooked = Int64(request.limit) + 1
      var more: [SQLValue] = []
      var sure = ""
      if let least = request.arguments.number("min_confidence"), least > 0 {
        sure = " AND (f.confidence IS NULL OR f.confidence >= ?)"
        more.append(.real(least))
        keysLooked = Int64.max
      }
      // What the view conflicts says, for a few keys at a time.
      let statement = SQLStatement(
        """
        SELECT \(APIColumn.factColumns) FROM claims WHERE fact_id IN (
          SELECT f.fact_id FROM beliefs AS b CROSS JOIN facts AS f ON f.belief = b.belief AND f.live = 1
          WHERE b.belief IN (
              SELECT belief FROM beliefs WHERE highest_low > lowest_high AND belief >= ? ORDER BY belief LIMIT ?)
            AND (f.said_low > b.lowest_high OR f.said_high < b.highest_low)
            AND (b.belief, f.fact_id) > (?, ?)\(sure)
          ORDER BY b.belief, f.fact_id LIMIT ?)
        ORDER BY belief, fact_id
        """, [keys[0], .integer(keysLooked)] + keys + more + [.integer(Int64(request.limit) + 1)])
      return try RowPage.of(statement, APIColumn.ofFacts, request: request, in: store) { row in
        Cursor([row.integer(beliefPlace), row.integer(numberPlace)])
      }
    }
  }
}

extension RawRow {
  /// A whole number, 0 where there is none.
  func integer(_ place: Int) -> SQLValue {
    if case .integer(let number) = self[place] { .integer(number) } else { .integer(0) }
  }

  /// A text, empty where there is none.
  func text(_ place: Int) -> SQLValue {
    if case .text(let bytes) = self[place] {
      .text(String(decoding: bytes, as: UTF8.self))
    } else {
      .text("")
    }
  }
}
