import EVFacts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The server behind `evfacts serve`: pages for a browser and the HTTP API, over one database.
public struct PageServer: Sendable {
  private let options: ServingOptions
  private let site: Site

  /// A server that listens once it runs.
  ///
  /// - Throws: ``ServingError`` where the options do not go together, `StoringError` where the database cannot be read.
  public init(_ options: ServingOptions) throws {
    try options.check()
    self.options = options
    site = try Site(
      path: options.path, isEditable: options.editing, seconds: options.answerSeconds)
  }

  /// The application: what answers which request, behind the guards.
  func application() -> some ApplicationProtocol {
    let router = Router(options: .autoGenerateHeadEndpoints)
    if let log = options.requestLog { router.add(middleware: RequestLog(log: log)) }
    router.add(middleware: SecurityHeaders())
    let pages = PageRoutes(site: site)
    router.add(middleware: RefusalMiddleware(log: options.errorLog, page: pages.refusal))
    router.add(middleware: HostCheck(host: options.host))
    router.add(middleware: CrossOrigin(origins: options.allowedOrigins))
    router.add(middleware: RequestCheck(posts: posts))
    if let token = options.token { router.add(middleware: TokenGate(token: token)) }
    if options.editing { router.add(middleware: FormCheck(sessions: BrowserSessions())) }
    pages.add(to: router)
    APIRoutes(site: site, needsToken: options.token != nil).add(to: router)
    DownloadRoutes(site: site).add(to: router)
    if options.editing { EditRoutes(site: site).add(to: router) }
    let started = options.started
    let host = options.host
    return Application(
      router: router, server: options.limits.server,
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port), serverName: "evfacts",
        availableConnectionsDelegate: MaximumAvailableConnections(options.limits.connections)),
      onServerRunning: { channel in
        let shown = host.contains(":") ? "[\(host)]" : host
        started("http://\(shown):\(channel.localAddress?.port ?? 0)/")
      },
      logger: Logger(label: "evfacts") { _ in SwiftLogNoOpLogHandler() })
  }

  /// The paths that take a POST.
  private var posts: Set<String> {
    Set(options.token == nil ? [] : [TokenGate<BasicRequestContext>.path])
      .union(options.editing ? EditRoutes.paths : [])
  }

  /// Answers requests until SIGINT or SIGTERM, then lets those under way end.
  ///
  /// - Throws: ``ServingError`` where it cannot listen there.
  public func run() async throws {
    do {
      try await application().runService()
    } catch let error as IOError {
      switch error.errnoCode {
      case EADDRINUSE: throw ServingError.inUse(host: options.host, port: options.port)
      case EACCES, EPERM: throw ServingError.notAllowed(host: options.host, port: options.port)
      case EADDRNOTAVAIL: throw ServingError.noHost(host: options.host)
      default:
        throw ServingError.failed(
          host: options.host, port: options.port, reason: FileError.reason(of: error.errnoCode))
      }
    } catch let error where error is SocketAddressError || error is SocketAddressError.UnknownHost {
      throw ServingError.noHost(host: options.host)
    }
  }
}
