import EVFacts
import HTTPTypes
import Hummingbird

/// Why a request is not answered as it was meant: a status, what is wrong, and what to try.
///
/// Programs get it as a problem document (RFC 9457), people as a line of text.
struct Refusal: Error, HTTPResponseError {
  /// The status.
  var status: HTTPResponse.Status
  /// What is wrong, and with which value.
  var detail: String
  /// What would work.
  var hint: String?
  /// The same for people, where a page says it in their language.
  var phrase: Phrase?
  /// Fields of the answer: `Allow` and the like.
  var headers: HTTPFields = [:]
  /// Further members of the problem document.
  var members: [(String, JSONTree)] = []

  /// Makes a refusal.
  init(_ status: HTTPResponse.Status, _ detail: String, hint: String? = nil, phrase: Phrase? = nil) {
    self.status = status
    self.detail = detail
    self.hint = hint
    self.phrase = phrase
  }

  /// The same with a field of the answer.
  func with(_ name: HTTPField.Name, _ value: String) -> Refusal {
    var copy = self
    copy.headers[name] = value
    return copy
  }

  /// What an error of the work comes to; `nil` where it says too much of the machine to be told.
  init?(of error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let error as StoringError:
      switch error {
      case .tooSlow(let seconds): self.init(tooSlow: seconds)
      case .locked:
        self.init(
          .serviceUnavailable, "another program is writing to the database", hint: "again in a few seconds")
        phrase = .databaseIsBusy
        headers[.retryAfter] = "5"
      case .unknownFact(let id):
        self.init(.notFound, "there is no fact \(id)", hint: "the fact_id of a row of /api/v1/facts")
      default: return nil
      }
    case WorkLimit.Stop.tooSlow(let seconds): self.init(tooSlow: seconds)
    case WorkLimit.Stop.unwanted, is ChunkChannel.Left:
      self.init(.serviceUnavailable, "nobody waits for the answer")
    case let error as CorrectionError: self.init(.unprocessableContent, lines: "\(error)")
    case let error as CatalogueError: self.init(.unprocessableContent, lines: "\(error)")
    case let error as EditFault: self.init(.unprocessableContent, error.text(.of(.english)))
    case let error as HTTPError:
      self.init(error.status, error.body ?? error.status.reasonPhrase.lowercased())
      if error.status == .notFound {
        detail = "there is nothing at this address"
        hint = "/ for people, /api/v1/openapi.json for programs"
      }
      headers = error.headers
    case let error as any HTTPResponseError:
      self.init(error.status, error.status.reasonPhrase.lowercased())
    default: return nil
    }
  }

  private init(tooSlow seconds: Double) {
    self.init(
      .serviceUnavailable, "the answer took longer than \(Int(seconds)) seconds", hint: "a narrower filter")
    phrase = .tookTooLong
    headers[.retryAfter] = "30"
  }

  /// A refusal with the words of an error that has its `Try:` on a line of its own.
  init(_ status: HTTPResponse.Status, lines: String) {
    let parts = lines.split(separator: "\n", maxSplits: 1)
    var detail = parts.first.map(String.init) ?? ""
    if detail.hasSuffix(".") { detail.removeLast() }
    var hint: String?
    if parts.count == 2 { hint = String(parts[1].hasPrefix("Try: ") ? parts[1].dropFirst(5) : parts[1]) }
    self.init(status, detail, hint: hint)
  }

  /// The answer in the form that suits who asked.
  func response(from request: Request, context: some RequestContext) -> Response {
    var headers = headers
    headers[.cacheControl] = "no-store"
    if Self.isForPrograms(request) {
      headers[.contentType] = "application/problem+json"
      return Response(
        status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: problem.text)))
    }
    headers[.contentType] = "text/plain; charset=utf-8"
    let text = detail + "." + (hint.map { "\nTry: \($0)" } ?? "") + "\n"
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// The problem document.
  var problem: JSONTree {
    var fields: [(String, JSONTree)] = [
      ("type", .string("about:blank")), ("title", .string(status.reasonPhrase)),
      ("status", .integer(Int64(status.code))), ("detail", .string(detail)),
    ]
    if let hint { fields.append(("try", .string(hint))) }
    return .object(fields + members)
  }

  /// Whether a program asks: it wants the API, or JSON.
  static func isForPrograms(_ request: Request) -> Bool {
    request.uri.string.hasPrefix("/api/") || request.headers[.accept]?.contains("json") ?? false
  }
}

/// Turns every error into an answer, so that none reaches the connection; what the machine says of itself is not told.
struct RefusalMiddleware<Context: RequestContext>: RouterMiddleware {
  /// Is told what was not foreseen.
  let log: (@Sendable (String) -> Void)?
  /// The page for people that says with a text of the interface why there is nothing to see.
  let page: @Sendable (Request, HTTPResponse.Status, Phrase) -> Response

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      if let error = error as? HTTPError, error.status == .notFound, !Refusal.isForPrograms(request) {
        return page(request, .notFound, .notFoundHint)
      }
      if let refusal = Refusal(of: error) {
        guard let phrase = refusal.phrase, !Refusal.isForPrograms(request) else {
          return refusal.response(from: request, context: context)
        }
        var response = page(request, refusal.status, phrase)
        for field in refusal.headers { response.headers.append(field) }
        response.headers[.cacheControl] = "no-store"
        return response
      }
      log?("error: \(error)".split(separator: "\n").joined(separator: " "))
      return Refusal(
        .internalServerError, "the server could not do this", hint: "the log of evfacts serve says why"
      )
      .response(from: request, context: context)
    }
  }
}
