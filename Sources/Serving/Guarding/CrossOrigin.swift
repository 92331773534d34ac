import HTTPTypes
import Hummingbird

/// Lets pages of named other origins read the API; without any, nothing is allowed and nothing is said.
struct CrossOrigin<Context: RequestContext>: RouterMiddleware {
  /// The origins: `https://charts.example`; `*` is any.
  let origins: Set<String>

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard !origins.isEmpty, request.uri.string.hasPrefix("/api/"), let origin = request.headers[.origin]
    else {
      return try await next(request, context)
    }
    guard origins.contains("*") || origins.contains(origin) else { return try await next(request, context) }
    if request.method == .options, request.headers[.accessControlRequestMethod] != nil {
      return Response(
        status: .noContent,
        headers: [
          .accessControlAllowOrigin: allowed(origin), .vary: "Origin",
          .accessControlAllowMethods: "GET, HEAD",
          .accessControlAllowHeaders: "Accept, Authorization, If-None-Match", .accessControlMaxAge: "600",
        ])
    }
    var response = try await next(request, context)
    response.headers[.accessControlAllowOrigin] = allowed(origin)
    response.headers[.accessControlExposeHeaders] = "ETag, Link"
    response.headers[.crossOriginResourcePolicy] = "cross-origin"
    response.headers[.vary] = [response.headers[.vary], "Origin"].compactMap(\.self).joined(separator: ", ")
    return response
  }

  private func allowed(_ origin: String) -> String { origins.contains("*") ? "*" : origin }
}
