import EVFacts
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Synchronization

/// Lets through who has the token.
///
/// Programs send it as `Authorization: Bearer`, browsers give it once, in a form or as
/// `?token=`, and get a cookie of their own for it. The token itself is never kept in a browser.
final class TokenGate<Context: RequestContext>: RouterMiddleware, Sendable {
  /// Where the form is.
  static var path: String { "/login" }
  /// The cookie of a browser that was let in.
  static var cookie: String { "evfacts_access" }
  /// The most browsers that are remembered.
  private static var most: Int { 1_000 }

  private let token: AccessToken
  private let admitted = Mutex<[String]>([])

  init(token: AccessToken) { self.token = token }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") {
      let given = header.dropFirst(7).drop { $0 == " " }
      guard token.isToken(String(given)) else {
        return try await refuse("the token is not the one of this server")
      }
      return try await next(request, context)
    }
    if let id = RequestCookies.value(Self.cookie, of: request), admitted.withLock({ $0.contains(id) }) {
      return try await next(request, context)
    }
    if request.uri.path == Self.path { return try await login(request) }
    if request.method == .get || request.method == .head, let given = FormFields(of: request)["token"] {
      guard token.isToken(given) else { return try await refuse("the token is not the one of this server") }
      return admit(to: Self.withoutToken(request.uri))
    }
    guard request.method == .get, !Refusal.isForPrograms(request) else {
      return try await refuse("this server wants a token", waits: false)
    }
    return Response(
      status: .seeOther,
      headers: [
        .location: "\(Self.path)?next=\(FormFields.encoded(request.uri.string))", .cacheControl: "no-store",
      ])
  }

  private func refuse(_ detail: String, waits: Bool = true) async throws -> Response {
    // Guessing one by one is hopeless anyway; this keeps it from being fast as well.
    if waits { try await Task.sleep(for: .milliseconds(300)) }
    throw Refusal(
      .unauthorized, detail, hint: "the field Authorization: Bearer TOKEN, or \(Self.path) in a browser"
    )
    .with(.wwwAuthenticate, "Bearer")
  }

  private func login(_ request: Request) async throws -> Response {
    let next = LocalPath.of(FormFields(of: request)["next"])
    guard request.method == .post else { return form(next: next, isWrong: false) }
    guard FormCheck<Context>.isSameSite(request) else {
      throw Refusal(.forbidden, "the form comes from another site", hint: Self.path)
    }
    let fields = FormFields(String(buffer: try await FormCheck<Context>.body(of: request)))
    guard token.isToken(fields["token"] ?? "") else {
      try await Task.sleep(for: .milliseconds(300))
      return form(next: LocalPath.of(fields["next"]), isWrong: true)
    }
    return admit(to: LocalPath.of(fields["next"]))
  }

  private func admit(to place: String) -> Response {
    let id = SecretText.random()
    admitted.withLock { admitted in
      admitted.append(id)
      if admitted.count > Self.most { admitted.removeFirst() }
    }
    return Response(
      status: .seeOther,
      headers: [
        .location: place, .cacheControl: "no-store",
        .setCookie: RequestCookies.field(Self.cookie, id),
      ])
  }

  private func form(next: String, isWrong: Bool) -> Response {
    let page = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>evfacts</title></head>
      <body><main><h1>evfacts</h1>\(isWrong ? "<p role=\"alert\">This is not the token of this server.</p>" : "")
      <form method="post" action="\(Self.path)"><p><label for="token">Token</label>
      <input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
      <input type="hidden" name="next" value="\(Self.escaped(next))">
      <button>Open</button></p></form></main></body></html>

      """
    return Response(
      status: isWrong ? .unauthorized : .ok,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&", "<", ">", "\"", "'": "&#\(scalar.value);"
      default: String(scalar)
      }
    }.joined()
  }

  /// The address without the token, so that it stays in nobody's history.
  private static func withoutToken(_ uri: URI) -> String {
    let rest = FormFields(uri.query).items.filter { $0.name != "token" }
    let query = rest.map { "\(FormFields.encoded($0.name))=\(FormFields.encoded($0.value))" }.joined(
      separator: "&")
    return LocalPath.of(uri.path + (query.isEmpty ? "" : "?" + query))
  }
}

/// Addresses of this server that a form or a link may lead back to.
enum LocalPath {
  /// The path itself where it is one of this server, else the first page: `//other.example` leads elsewhere.
  static func of(_ path: String?) -> String {
    guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.count <= 2_048,
      path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return "/" }
    return path
  }
}

/// The cookies that a request brings, and those that it gets.
enum RequestCookies {
  /// The value of the first cookie of a name.
  static func value(_ name: String, of request: Request) -> String? {
    for field in request.headers[values: .cookie] {
      for part in field.split(separator: ";") {
        let part = part.drop { $0 == " " }
        if part.hasPrefix(name + "=") { return String(part.dropFirst(name.count + 1)) }
      }
    }
    return nil
  }

  /// The field that sets a cookie which only this server gets back and no script reads.
  static func field(_ name: String, _ value: String) -> String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict"
  }
}
