import HTTPTypes
import Hummingbird

/// The fields that tell browsers to trust nothing but what this server itself sends.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  /// Nothing inline, nothing from elsewhere, in nobody's frame.
  static var policy: String {
    """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; connect-src 'self'
    """
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] = Self.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    // Not no-referrer: with it browsers say of a form's origin only "null".
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.crossOriginOpenerPolicy] = "same-origin"
    if response.headers[.crossOriginResourcePolicy] == nil {
      response.headers[.crossOriginResourcePolicy] = "same-origin"
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "private, no-cache" }
    return response
  }
}

extension HTTPField.Name {
  static let referrerPolicy = written("Referrer-Policy")
  static let crossOriginOpenerPolicy = written("Cross-Origin-Opener-Policy")
  static let fetchSite = written("Sec-Fetch-Site")
  static let link = written("Link")
  /// A second Host field; the first is the request's authority.
  static let anotherHost = written("Host")

  /// A name that is written right here, and right.
  private static func written(_ name: String) -> Self {
    guard let name = Self(name) else { preconditionFailure("'\(name)' is no field's name") }
    return name
  }
}
