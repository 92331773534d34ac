import EVFacts
import HTTPTypes
import Hummingbird

/// One address of the API: what it takes, what it answers, and how.
///
/// The router, the reader of parameters and the OpenAPI document all go by it.
struct APIRoute: Sendable {
  /// What a good answer holds.
  enum Answer: Sendable {
    /// Rows, page by page.
    case rows([APIColumn])
    /// One object, by its schema.
    case object(JSONTree)
  }

  /// The path below `/api/v1`, with its parameters in braces.
  var path: String
  /// The name of the operation, for programs that make clients.
  var operation: String
  /// What it gives, in a line.
  var summary: String
  /// What it takes.
  var parameters: [APIParameter]
  /// What it answers.
  var answer: Answer
  /// Statuses of its own beside those that all have.
  var refusals: [HTTPResponse.Status] = []
  /// Gives the answer.
  var respond: @Sendable (APIRequest) async throws -> APIBody

  /// The forms of its answer.
  var formats: [APIFormat] {
    if case .rows = answer { APIFormat.allCases } else { [.json] }
  }

  /// All of its parameters, those of its kind of answer too.
  var allParameters: [APIParameter] {
    guard case .rows = answer else { return parameters }
    return parameters + [
      APIParameter(
        "limit", .integer(1...Self.mostRows, otherwise: Self.usualRows), "The most rows of a page."),
      APIParameter("cursor", .cursor, "Where the page begins: next of the page before."),
      APIParameter(
        "format", .choice(APIFormat.allCases.map(\.rawValue)),
        "The form of the answer; else by the field Accept."),
    ]
  }

  /// The most rows of a page.
  static let mostRows: Int64 = 1_000
  /// The rows of a page where nobody says how many.
  static let usualRows: Int64 = 100
}

/// A request whose parameters have been read.
struct APIRequest: Sendable {
  /// The database.
  var site: Site
  /// The parameters.
  var arguments: APIArguments
  /// The form of the answer.
  var format: APIFormat

  /// The most rows of the page.
  var limit: Int { Int(arguments.integer("limit") ?? APIRoute.usualRows) }

  /// The keys of the cursor, each of its sort; `nil` at the beginning.
  func cursor(_ sorts: String) throws -> [SQLValue]? {
    try arguments.text("cursor").map { try Cursor($0, sorts: sorts).keys }
  }
}

/// An answer: its bytes, and where the next page begins.
struct APIBody: Sendable {
  var bytes: [UInt8]
  var next: Cursor?

  init(bytes: [UInt8], next: Cursor? = nil) {
    self.bytes = bytes
    self.next = next
  }

  /// A document on one line.
  init(_ text: String) { self.init(bytes: Array(text.utf8)) }
}
