import Foundation

/// An address of the web, checked and in one spelling.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// `http` or `https`.
  let scheme: String
  /// In small letters; an IPv6 address without its brackets.
  public let host: String
  /// `nil` where it is the scheme's own.
  let port: Int?
  /// The path and the query, beginning with `/`.
  let target: String

  /// Whether a word of a command line means an address and not a file.
  public static func looksLikeOne(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// Reads an address; its fragment is left out, a name and password are refused.
  public init(_ text: String) throws(FetchError) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard WebAddress.looksLikeOne(text), text.utf8.count <= 8192, let parts = URLComponents(string: text),
      let made = WebAddress(parts)
    else { throw .notAnAddress(text) }
    self = made
  }

  /// Reads an address that a page gives, which may leave out what it shares with the page's own; `nil` for none.
  public init?(_ text: String, relativeTo page: String) {
    guard let page = try? WebAddress(page), let made = page.following(text) else { return nil }
    self = made
  }

  /// Where a redirect leads to.
  func following(_ location: String) -> WebAddress? {
    guard location.utf8.count <= 8192, let base = URL(string: description),
      let url = URL(string: location.trimmingCharacters(in: .whitespaces), relativeTo: base),
      let parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
    else { return nil }
    return WebAddress(parts)
  }

  private init?(_ parts: URLComponents) {
    guard let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
      parts.user == nil, parts.password == nil,
      var host = parts.percentEncodedHost?.lowercased(), !host.isEmpty
    else { return nil }
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    let isPlain = host.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || [0x2D, 0x2E, 0x3A, 0x5F].contains($0)
    }
    guard isPlain else { return nil }
    let ownPort = scheme == "https" ? 443 : 80
    if let port = parts.port {
      guard (1...65535).contains(port) else { return nil }
      self.port = port == ownPort ? nil : port
    } else {
      port = nil
    }
    self.scheme = scheme
    self.host = host
    let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    target = path + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
  }

  private init(scheme: String, host: String, port: Int?, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  /// The place of the host's rules for programs.
  var robots: WebAddress { WebAddress(scheme: scheme, host: host, port: port, target: "/robots.txt") }

  /// Scheme, host and port: what shares rules and pauses.
  var origin: String {
    "\(scheme)://\(host.contains(":") ? "[\(host)]" : host)\(port.map { ":\($0)" } ?? "")"
  }

  /// The port that is connected to.
  var connectedPort: Int { port ?? (scheme == "https" ? 443 : 80) }

  /// The address as text.
  public var description: String { origin + target }
}
