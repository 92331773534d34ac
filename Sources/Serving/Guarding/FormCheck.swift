import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Gives each browser a session where things can be edited, and takes posts only from this server's own forms.
struct FormCheck<Context: RequestContext>: RouterMiddleware {
  /// The sessions.
  let sessions: BrowserSessions

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let known = sessions.session(RequestCookies.value(BrowserSessions.cookie, of: request))
    if request.method == .post {
      guard FormCheck.isSameSite(request) else {
        throw Refusal(
          .forbidden, "the form comes from another site", hint: "the form on this server's own page",
          phrase: .formIsOld)
      }
      guard let known else {
        throw Refusal(
          .forbidden, "the form is of an earlier run of the server, or cookies are off",
          hint: "loading the page again", phrase: .formIsOld)
      }
      let body = try await Self.body(of: request)
      let token = FormFields(String(buffer: body))[BrowserSession.formField] ?? ""
      guard SecretText.equal(token, known.formToken) else {
        throw Refusal(
          .forbidden, "the form's token is not that of this browser", hint: "loading the page again",
          phrase: .formIsOld)
      }
      var request = request
      request.body = RequestBody(buffer: body)
      return try await BrowserSession.$current.withValue(known) { [request] in
        try await next(request, context)
      }
    }
    // Programs that read the API need no session.
    if known == nil, request.uri.string.hasPrefix("/api/") { return try await next(request, context) }
    if let known {
      return try await BrowserSession.$current.withValue(known) { try await next(request, context) }
    }
    let begun = sessions.begin()
    var response = try await BrowserSession.$current.withValue(begun.session) {
      try await next(request, context)
    }
    response.headers.append(
      HTTPField(name: .setCookie, value: RequestCookies.field(BrowserSessions.cookie, begun.id)))
    return response
  }
}

extension FormCheck {
  /// The largest form, in bytes.
  static var largestForm: Int { 64 << 10 }

  /// The posted bytes; throws a ``Refusal`` where they are too many or no form.
  static func body(of request: Request) async throws -> ByteBuffer {
    let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
    guard type == "application/x-www-form-urlencoded" else {
      throw Refusal(
        .unsupportedMediaType, "a form is posted as application/x-www-form-urlencoded, not '\(type)'")
    }
    do {
      return try await request.body.collect(upTo: largestForm)
    } catch is NIOTooManyBytesError {
      throw Refusal(.contentTooLarge, "the form is larger than \(largestForm) bytes", hint: "shorter texts")
    }
  }
}

extension FormCheck {
  /// Whether a post comes from a page of this server, by what browsers say of it; both fields cannot be forged by a page.
  static func isSameSite(_ request: Request) -> Bool {
    if let site = request.headers[.fetchSite], site != "same-origin" { return false }
    guard let origin = request.headers[.origin] else {
      // Browsers send one of the two with every post; programs that send neither still need session and token.
      return true
    }
    guard let scheme = origin.range(of: "://") else { return false }
    return origin[scheme.upperBound...].lowercased() == request.head.authority?.lowercased()
  }
}
