import EVFacts
import Hummingbird

/// The server behind `evfacts serve`: pages for a browser and the HTTP API, over one database.
public struct PageServer: Sendable {
  /// Where it listens: a host and a port.
  public let address: (host: String, port: Int)

  /// A server that listens at a host and a port once it runs.
  public init(host: String, port: Int) {
    address = (host, port)
  }

  /// The application: what answers which request.
  func application() -> some ApplicationProtocol {
    let router = Router()
    router.get("/health") { _, _ in "ok" }
    return Application(
      router: router,
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port), serverName: "evfacts"))
  }

  /// Answers requests until SIGINT or SIGTERM, then lets those under way end.
  ///
  /// - Throws: what the system says where it cannot listen there.
  public func run() async throws {
    try await application().runService()
  }
}
