import EVFacts
import Hummingbird

/// The API as an OpenAPI 3.1 document, made of the table that answers its requests.
enum OpenAPI {
  /// The document on one line.
  static func document(_ routes: [APIRoute], needsToken: Bool) -> String {
    let paths = routes.map { route in
      (route.path, JSONTree.object([("get", operation(route, needsToken: needsToken))]))
    }
    var components: [(String, JSONTree)] = [("schemas", .object([("Problem", problem)]))]
    var fields: [(String, JSONTree)] = [
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([
          ("title", .string("evfacts")), ("version", .string("1")),
          (
            "description",
            .string(
              """
              Facts about electric cars, read from news, each with its sentence. Pages of rows follow each other by next; \
              an answer's ETag holds until the database changes.
              """)
          ),
        ])
      ),
      ("servers", .array([.object([("url", .string(APIRoutes.base))])])),
      ("paths", .object(paths)),
    ]
    if needsToken {
      components.append(
        (
          "securitySchemes",
          .object([("token", .object([("type", .string("http")), ("scheme", .string("bearer"))]))])
        ))
      fields.append(("security", .array([.object([("token", .array([]))])])))
    }
    return JSONTree.object(fields + [("components", .object(components))]).text + "\n"
  }

  private static func operation(_ route: APIRoute, needsToken: Bool) -> JSONTree {
    let tag = JSONTree.object([
      ("description", .string("Changes when the database does; send it as If-None-Match.")),
      ("schema", .object([("type", .string("string"))])),
    ])
    var statuses: [(HTTPResponse.Status, String)] = [
      (.badRequest, "A parameter is unknown, missing or wrong."),
      (.notAcceptable, "There is no answer in the form that Accept wants."),
      (.uriTooLong, "The address is too long."),
      (.misdirectedRequest, "The field Host names another server."),
      (.requestHeaderFieldsTooLarge, "The request's head is too large."),
      (.serviceUnavailable, "The answer took too long, or the database is locked."),
    ]
    if needsToken { statuses.append((.unauthorized, "The token is missing or wrong.")) }
    if route.refusals.contains(.notFound) { statuses.append((.notFound, "Nobody knows what is asked for.")) }
    if route.refusals.contains(.unprocessableContent) {
      statuses.append((.unprocessableContent, "It cannot be answered so; the answer says what can."))
    }
    let good = JSONTree.object([
      ("description", .string(route.summary)), ("headers", .object([("ETag", tag)])),
      ("content", content(of: route)),
    ])
    let unchanged = JSONTree.object([("description", .string("What If-None-Match names still holds."))])
    let refused = statuses.sorted { $0.0.code < $1.0.code }.map { status, words in
      (
        String(status.code),
        JSONTree.object([
          ("description", .string(words)),
          (
            "content",
            .object([
              (
                "application/problem+json",
                .object([("schema", .object([("$ref", .string("#/components/schemas/Problem"))]))])
              )
            ])
          ),
        ])
      )
    }
    return .object([
      ("operationId", .string(route.operation)), ("summary", .string(route.summary)),
      ("parameters", .array(route.allParameters.map(\.documentation))),
      ("responses", .object([("200", good), ("304", unchanged)] + refused)),
    ])
  }

  private static func content(of route: APIRoute) -> JSONTree {
    guard case .rows(let columns) = route.answer else {
      guard case .object(let schema) = route.answer else { return .null }
      return .object([(APIFormat.json.type, .object([("schema", schema)]))])
    }
    let row = APIColumn.rowSchema(columns)
    let page = JSONTree.object([
      ("type", .string("object")), ("required", .strings(["rows", "count", "next"])),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        .object([
          ("rows", .object([("type", .string("array")), ("items", row)])),
          ("count", APIColumn("count", .integer, "how many rows this page has").schema),
          (
            "next",
            APIColumn("next", .text, "the cursor of the next page; null at the end", isOptional: true).schema
          ),
        ])
      ),
    ])
    let text = JSONTree.object([("schema", .object([("type", .string("string"))]))])
    return .object([
      (APIFormat.json.type, .object([("schema", page)])), (APIFormat.csv.type, text),
      (APIFormat.jsonl.type, text),
    ])
  }

  /// A problem document (RFC 9457).
  private static let problem = JSONTree.object([
    ("type", .string("object")), ("required", .strings(["type", "title", "status", "detail"])),
    (
      "properties",
      .object([
        ("type", APIColumn("type", .text, "about:blank").schema),
        ("title", APIColumn("title", .text, "the status in words").schema),
        ("status", APIColumn("status", .integer, "the status").schema),
        ("detail", APIColumn("detail", .text, "what is wrong, and with which value").schema),
        ("try", APIColumn("try", .text, "what would work").schema),
        ("unplaced", list("the words of a question that could not be placed")),
        ("nearest", list("known names that an unknown one may have been meant for")),
        ("suggestions", list("questions that can be answered")),
      ])
    ),
  ])

  private static func list(_ meaning: String) -> JSONTree {
    .object([
      ("type", .string("array")), ("items", .object([("type", .string("string"))])),
      ("description", .string(meaning)),
    ])
  }
}
