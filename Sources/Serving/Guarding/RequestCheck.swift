import HTTPTypes
import Hummingbird

/// Looks at what every request has: its method, its address, and how long they are.
struct RequestCheck<Context: RequestContext>: RouterMiddleware {
  /// The longest address, path and query together, in bytes.
  static var longestAddress: Int { 8_192 }

  /// The paths that take a POST.
  let posts: Set<String>

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let address = request.uri.string
    guard address.utf8.first == UInt8(ascii: "/") else {
      throw Refusal(.badRequest, "the request's target is no path", hint: "GET / HTTP/1.1")
    }
    guard address.utf8.count <= Self.longestAddress else {
      throw Refusal(
        .uriTooLong, "the address is longer than \(Self.longestAddress) bytes",
        hint: "fewer or shorter parameters")
    }
    guard Self.isSound(address) else {
      throw Refusal(
        .badRequest, "the address is not written as addresses are",
        hint: "%20 for a space, and UTF-8 as %C3%A4")
    }
    let path = request.uri.path
    let isPost = posts.contains(path)
    switch request.method {
    case .get, .head: break
    case .post where isPost: break
    default:
      let allowed = isPost ? (path == TokenGate<Context>.path ? "GET, HEAD, POST" : "POST") : "GET, HEAD"
      throw Refusal(.methodNotAllowed, "\(request.method.rawValue) does not work here", hint: allowed)
        .with(.allow, allowed)
    }
    return try await next(request, context)
  }

  /// Whether each `%` has its two digits, and the bytes are UTF-8 without control characters.
  static func isSound(_ address: String) -> Bool {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(address.utf8.count)
    var rest = address.utf8[...]
    while let byte = rest.popFirst() {
      guard byte > 0x20, byte != 0x7F else { return false }
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(FormFields.digit),
        let low = rest.popFirst().flatMap(FormFields.digit)
      else { return false }
      bytes.append(high << 4 | low)
    }
    return !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }
}
