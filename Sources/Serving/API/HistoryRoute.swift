import EVFacts
import HTTPTypes

/// Every claim about a maker or a model in the order in which it was published, those of older versions of a page too.
enum HistoryRoute {
  static let route = APIRoute(
    path: "/history", operation: "listHistory",
    summary:
      "Every claim about a maker or a model, the oldest publication first; a maker's has that of its models.",
    parameters: [
      APIParameter(
        "of", .text(most: 200), "A maker, a model, or both.", isRequired: true, example: .string("BYD")),
      APIParameter("kind", .choice(FactKind.allCases.map(\.rawValue)), "Only claims of this kind."),
      FactParameters.minConfidence,
    ],
    answer: .rows(columns), refusals: [.notFound], respond: list)

  private static let columns =
    APIColumn.ofFacts + [
      APIColumn(
        "replaced", .day, "the day from which a newer version of the article counts", isOptional: true)
    ]

  private static let publishedPlace = columns.firstIndex { $0.name == "published" } ?? 0
  private static let numberPlace = columns.firstIndex { $0.name == "fact_id" } ?? 0
  /// Stands behind all days: claims without one come last.
  private static let noDay = "~"

  private static func list(_ request: APIRequest) async throws -> APIBody {
    let keys = try request.cursor("ti") ?? [.text(""), .integer(0)]
    let name = request.arguments.text("of") ?? ""
    return try await request.site.read { store in
      let found = try History.statement(
        of: name, in: store, kind: request.arguments.text("kind").flatMap(FactKind.init),
        minConfidence: request.arguments.number("min_confidence") ?? 0)
      guard let found else {
        throw Refusal(
          .notFound, "nobody knows a maker or a model '\(name)'", hint: "a name of /api/v1/models")
      }
      let statement = SQLStatement(
        """
        SELECT \(APIColumn.factColumns), replaced FROM (\(found.sql))
        WHERE (ifnull(published, '\(noDay)'), fact_id) > (?, ?)
        ORDER BY ifnull(published, '\(noDay)'), fact_id LIMIT ?
        """, found.arguments + keys + [.integer(Int64(request.limit) + 1)])
      return try RowPage.of(statement, columns, request: request, in: store) { row in
        var day: SQLValue = row.text(publishedPlace)
        if day == .text("") { day = .text(noDay) }
        return Cursor([day, row.integer(numberPlace)])
      }
    }
  }
}
