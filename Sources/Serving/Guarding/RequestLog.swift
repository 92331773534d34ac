import EVFacts
import Foundation
import Hummingbird

/// One line a request: method, address, status, time until the answer began, bytes where they are known.
struct RequestLog<Context: RequestContext>: RouterMiddleware {
  /// Is handed each line.
  let log: @Sendable (String) -> Void

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let time = ContinuousClock.now - start
    let milliseconds = Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1_000
    let tenths = (milliseconds * 10).rounded() / 10
    let size = response.body.contentLength.map { " \($0) B" } ?? ""
    log(
      "\(request.method.rawValue) \(Self.shown(request.uri.string)) \(response.status.code) \(tenths) ms\(size)"
    )
    return response
  }

  /// The address without a token in it, and without what a terminal would obey.
  static func shown(_ address: String) -> String {
    var text = TextStyle.harmless(String(address.prefix(500)))
    if let range = text.range(of: "token=") {
      let end = text[range.upperBound...].firstIndex(of: "&") ?? text.endIndex
      text.replaceSubrange(range.upperBound..<end, with: "…")
    }
    return text
  }
}
