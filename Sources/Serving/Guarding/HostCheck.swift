import Foundation
import HTTPTypes
import Hummingbird

/// Answers only those who name this server as their host.
///
/// A page of a stranger can make its own name point at this machine (DNS rebinding) and would then be taken by the
/// browser for the owner of what is served here; its name gives it away.
struct HostCheck<Context: RequestContext>: RouterMiddleware {
  /// The names that are this server, lower case, without a port.
  let names: Set<String>
  /// Whether any address in numbers is this server: it listens on all of the machine's.
  let allowsAddresses: Bool

  /// The check for a server that listens at a host.
  init(host: String) {
    let host = host.lowercased()
    var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
    names.insert(host.contains(":") ? "[\(host)]" : host)
    allowsAddresses = host == "0.0.0.0" || host == "::"
    if allowsAddresses || !ListeningHost.isLoopback(host) {
      let own = ProcessInfo.processInfo.hostName.lowercased()
      if !own.isEmpty { names.formUnion([own, own + ".local"]) }
    }
    self.names = names
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let authority = request.head.authority, !authority.isEmpty, request.headers[.anotherHost] == nil
    else {
      throw Refusal(.badRequest, "the request names no host, or several", hint: "one Host field")
    }
    guard let name = Self.name(of: authority) else {
      throw Refusal(
        .badRequest, "the Host field holds no host", hint: "the address that evfacts serve printed")
    }
    guard names.contains(name) || allowsAddresses && ListeningHost.isAddress(name) else {
      throw Refusal(
        .misdirectedRequest, "this server has another name", hint: "the address that evfacts serve printed")
    }
    return try await next(request, context)
  }

  /// The host of a Host field, lower case: `[::1]` of `[::1]:8080`; `nil` where it is none.
  ///
  /// The port is not compared: a tunnel to this machine may have another.
  static func name(of authority: String) -> String? {
    let text = authority.lowercased()
    var name = text[...]
    var port: Substring?
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      name = text[...end]
      let rest = text[text.index(after: end)...]
      if !rest.isEmpty {
        guard rest.first == ":" else { return nil }
        port = rest.dropFirst()
      }
    } else if let colon = text.firstIndex(of: ":") {
      name = text[..<colon]
      port = text[text.index(after: colon)...]
    }
    if let port, port.isEmpty || port.count > 5 || !port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return nil
    }
    if name.hasSuffix(".") { name = name.dropLast() }
    return name.isEmpty ? nil : String(name)
  }
}

/// What kind of place a host is to listen at.
enum ListeningHost {
  /// Whether only this machine can reach it.
  static func isLoopback(_ host: String) -> Bool {
    if host.lowercased() == "localhost" || host == "::1" { return true }
    return isAddress(host) && host.hasPrefix("127.")
  }

  /// Whether it is an address in numbers: `192.168.0.7`, `[fe80::1]`.
  static func isAddress(_ host: String) -> Bool {
    if host.hasPrefix("["), host.hasSuffix("]") {
      var address = in6_addr()
      return inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1
    }
    var address = in_addr()
    return inet_pton(AF_INET, host, &address) == 1
  }
}
