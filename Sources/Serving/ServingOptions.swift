import EVFacts

/// How a server is run.
public struct ServingOptions: Sendable {
  /// The database.
  public var path: String
  /// A name or an address of this machine.
  public var host = "127.0.0.1"
  /// The port; 0 takes a free one.
  public var port = 8080
  /// Whether facts can be kept, dropped and corrected.
  public var editing = false
  /// The secret that everyone must know; needed where others than this machine can reach the server.
  public var token: AccessToken?
  /// Origins whose pages may read the API; `*` is any.
  public var allowedOrigins: Set<String> = []
  /// Is told the address once the server listens there: `http://127.0.0.1:8080/`.
  public var started: @Sendable (String) -> Void = { _ in }
  /// Is handed a line for each request; `nil` for none.
  public var requestLog: (@Sendable (String) -> Void)?
  /// Is handed a line for each error that was not foreseen.
  public var errorLog: @Sendable (String) -> Void = { _ in }
  /// How long an answer may take before it is given up, in seconds.
  var answerSeconds = 20.0
  /// What a connection may take.
  var limits = ConnectionLimits()

  /// Reads a database on this machine alone.
  public init(path: String) { self.path = path }

  /// Throws ``ServingError`` where these go not together.
  func check() throws {
    guard token != nil || ListeningHost.isLoopback(host) else { throw ServingError.needsToken(host: host) }
    guard token == nil || !ListeningHost.isLoopback(host) else { throw ServingError.needsNoToken(host: host) }
    guard (0...65_535).contains(port) else { throw ServingError.noPort(port: port) }
  }
}

/// Why a server does not start: which setting, and what to try.
public enum ServingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Others could reach it, and nothing would keep them out.
  case needsToken(host: String)
  /// Nobody else can reach it, so that a token would only be in the way.
  case needsNoToken(host: String)
  /// A port that there is not.
  case noPort(port: Int)
  /// Another program listens there.
  case inUse(host: String, port: Int)
  /// The system does not let this user listen there.
  case notAllowed(host: String, port: Int)
  /// The host is none of this machine's.
  case noHost(host: String)
  /// Anything else that the system says.
  case failed(host: String, port: Int, reason: String)

  /// What happened, and what to try.
  public var description: String {
    switch self {
    case .needsToken(let host):
      "at '\(host)' others can reach the server, and nothing would keep them out.\nTry: --token FILE, or --host 127.0.0.1"
    case .needsNoToken(let host):
      "at '\(host)' only this machine reaches the server, and it needs no token.\nTry: without --token, or with --host 0.0.0.0"
    case .noPort(let port): "there is no port \(port).\nTry: --port 8080, or --port 0 for a free one"
    case .inUse(let host, let port):
      "port \(port) at '\(host)' is in use by another program.\nTry: --port \(port == 65_535 ? 8081 : port + 1), or --port 0 for a free one"
    case .notAllowed(let host, let port):
      "this user may not listen on port \(port) at '\(host)'.\nTry: --port 8080, or --port 0 for a free one"
    case .noHost(let host):
      "this machine has no address '\(host)'.\nTry: --host 127.0.0.1, or --host 0.0.0.0 with --token FILE"
    case .failed(let host, let port, let reason):
      "cannot listen on port \(port) at '\(host)': \(reason).\nTry: --host 127.0.0.1 --port 0"
    }
  }
}
