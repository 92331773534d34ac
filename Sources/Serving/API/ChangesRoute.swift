import EVFacts
import HTTPTypes

/// What became of figures and dates since a day.
enum ChangesRoute {
  /// More claims than this are not held against each other for one answer.
  static let mostClaims = 20_000

  static let route = APIRoute(
    path: "/changes", operation: "listChanges",
    summary: "What is new, raised, lowered, postponed, cancelled or contradicted since a day.",
    parameters: [
      APIParameter(
        "since", .day, "The first day that counts.", isRequired: true, example: .string("2025-01-01")),
      APIParameter(
        "by", .choice(Changes.Clock.allCases.map(\.rawValue)),
        "Whether the day counts on which articles were ingested (so it is if nothing is said), or published."),
    ] + FactParameters.parameters,
    answer: .rows(columns), refusals: [.notFound, .unprocessableContent], respond: list)

  private static let report = ChangeReport.of([])

  private static let columns: [APIColumn] = report.columns.map { column in
    switch column.name {
    case "change": APIColumn("change", .word(Change.Sort.allCases.map(\.rawValue)), "what became of it")
    case "before_value": APIColumn(column.name, .number, "the figure that was said before", isOptional: true)
    case "before_published": APIColumn(column.name, .day, "the day on which that was said", isOptional: true)
    case "before_when": APIColumn(column.name, .text, "the date that was said before", isOptional: true)
    case "before_status": APIColumn(column.name, .text, "the status before", isOptional: true)
    case "before_article": APIColumn(column.name, .text, "the article that said it before", isOptional: true)
    default: APIColumn.fact(column.name)
    }
  }

  private static func list(_ request: APIRequest) async throws -> APIBody {
    let keys = try request.cursor("iti")
    return try await request.site.read { store in
      let arguments = request.arguments
      let filter = try FactParameters.filter(of: arguments, in: store, of: request.site)
      let clock = arguments.text("by").flatMap(Changes.Clock.init) ?? .ingested
      guard let day = arguments.period("since")?.first else {
        throw Refusal(.badRequest, "'since' is missing")
      }
      let scope = FactScope(minConfidence: arguments.number("min_confidence") ?? 0)
      let listed = try Changes.list(
        since: day, by: clock, scope: scope, filter: filter, limits: Changes.Limits(new: mostClaims),
        in: store)
      guard let changes = listed else {
        throw Refusal(
          .unprocessableContent, "more than \(mostClaims) claims came since \(day)",
          hint: "a later day, or a filter such as maker")
      }
      let left = changes.drop { change in
        guard let keys, case .integer(let sort) = keys[0], case .text(let subject) = keys[1],
          case .integer(let id) = keys[2]
        else { return false }
        return change.order <= (Int(sort), subject, id)
      }
      let some = try Changes.rows(of: Array(left.prefix(request.limit + 1)), in: store)
      return RowPage.of(some, report.columns, request: request) { change in
        let order = ListedChange.order(of: change)
        return Cursor([.integer(Int64(order.sort)), .text(order.subject), .integer(order.id)])
      }
    }
  }
}
