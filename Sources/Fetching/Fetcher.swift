import Foundation
import Synchronization

/// Fetches addresses with a stranger's manners: robots.txt, a pause between requests, limits on time and size, and no
/// way into private networks.
///
/// ```swift
/// let fetcher = Fetcher(policy: FetchPolicy())
/// if case .page(let page) = try fetcher.fetch("https://example.org/story.html") { print(page.bytes.count) }
/// ```
///
/// Many threads may use one at once; each waits for its own page.
public final class Fetcher: Sendable {
  /// The limits and manners.
  public let policy: FetchPolicy
  private let exchange: Exchange
  private let pauses = Pauses()
  private let rules = Mutex<[String: RobotsRules]>([:])
  private let addresses: @Sendable (String) -> [HostAddress]
  private let isOpen: @Sendable (HostAddress) -> Bool
  private let sleep: @Sendable (Duration) -> Void

  /// Makes a fetcher.
  public convenience init(policy: FetchPolicy = FetchPolicy()) {
    self.init(
      policy: policy, addresses: { HostAddress.all(of: $0, limit: policy.connectLimit) },
      isOpen: { policy.allowsPrivate || $0.isPublic },
      sleep: { pause in
        // A site may ask for long pauses, and nobody who wants to end waits for them.
        let end = ContinuousClock.now + pause
        while !policy.isStopped(), ContinuousClock.now < end {
          Thread.sleep(forTimeInterval: min((end - ContinuousClock.now).seconds, 0.1))
        }
      })
  }

  /// Makes a fetcher that finds, judges and waits by other means.
  ///
  /// - Parameters:
  ///   - policy: the limits.
  ///   - addresses: the addresses that a host has.
  ///   - isOpen: whether an address may be connected to.
  ///   - sleep: waits.
  init(
    policy: FetchPolicy, addresses: @escaping @Sendable (String) -> [HostAddress],
    isOpen: @escaping @Sendable (HostAddress) -> Bool, sleep: @escaping @Sendable (Duration) -> Void
  ) {
    self.policy = policy
    self.addresses = addresses
    self.isOpen = isOpen
    self.sleep = sleep
    exchange = Exchange(policy: policy)
  }

  /// Fetches an address and follows its redirects.
  ///
  /// - Parameters:
  ///   - address: the address; `http` or `https`.
  ///   - validators: what the server said the last time; with them it may answer that nothing changed.
  public func fetch(_ address: String, validators: Validators = Validators()) throws(FetchError) -> Fetched {
    var place = try WebAddress(address)
    for _ in 0...policy.redirectLimit {
      try obey(robotsOf: place)
      let answer = try once(place, for: place, validators: validators)
      switch answer.status {
      case 200..<300:
        return .page(try page(answer, at: place))
      case 304:
        return .unchanged
      case 301, 302, 303, 307, 308:
        let target = answer.header("location") ?? ""
        guard let next = place.following(target) else {
          throw .badRedirect(address: "\(place)", to: target)
        }
        place = next
      default:
        throw .status(address: "\(place)", code: answer.status)
      }
    }
    throw .tooManyRedirects(address: address, limit: policy.redirectLimit)
  }

  private func page(_ answer: Answer, at place: WebAddress) throws(FetchError) -> FetchedPage {
    guard !answer.bytes.isEmpty else { throw .broken(address: "\(place)", reason: "it has no bytes") }
    return FetchedPage(
      address: "\(place)", bytes: answer.bytes, mediaType: answer.mediaType, charset: answer.charset,
      validators: Validators(etag: answer.header("etag"), lastModified: answer.header("last-modified")))
  }

  /// One request, to an address that was looked up and checked.
  ///
  /// - Parameter asked: what errors call it: for robots.txt the page for which it is read.
  private func once(
    _ place: WebAddress, for asked: WebAddress, validators: Validators, sizeLimit: Int? = nil
  ) throws(FetchError) -> Answer {
    let hosts = addresses(place.host)
    guard !hosts.isEmpty else { throw .unknownHost(address: "\(asked)", host: place.host) }
    if let closed = hosts.first(where: { !isOpen($0) }) {
      throw .privateHost(address: "\(asked)", host: place.host, ip: closed.text)
    }
    let pause = rules.withLock { $0[place.origin]?.delay } ?? 0
    let wait = pauses.turn(at: place.host, atLeast: max(policy.interval, .seconds(pause)))
    if wait > .zero { sleep(wait) }
    guard !policy.isStopped() else { throw .stopped(address: "\(asked)") }
    var failure = FetchError.unknownHost(address: "\(asked)", host: place.host)
    // A host may have addresses that do not answer; the next one may.
    for host in hosts.prefix(3) {
      do {
        return try exchange.get(
          place, at: host, for: asked, validators: validators, sizeLimit: sizeLimit ?? policy.sizeLimit)
      } catch {
        guard case .noConnection = error else { throw error }
        failure = error
      }
    }
    throw failure
  }

  /// Reads a site's rules once, and throws where they close the address.
  private func obey(robotsOf place: WebAddress) throws(FetchError) {
    let known = rules.withLock { $0[place.origin] }
    let found: RobotsRules
    if let known {
      found = known
    } else {
      found = try readRobots(of: place)
      rules.withLock { $0[place.origin] = found }
    }
    guard found.allows(place.target) else { throw .disallowed(address: "\(place)") }
  }

  /// No file means no rules; a server that fails may have some, so that it is left alone (RFC 9309).
  private func readRobots(of place: WebAddress) throws(FetchError) -> RobotsRules {
    var robots = place.robots
    for _ in 0...policy.redirectLimit {
      let answer: Answer
      do {
        answer = try once(robots, for: place, validators: Validators(), sizeLimit: RobotsRules.sizeLimit)
      } catch {
        // What is no text has no rules.
        switch error {
        case .tooLarge, .notAPage: return RobotsRules(allowsAll: true)
        default: throw error
        }
      }
      switch answer.status {
      case 200..<300: return RobotsRules(answer.bytes, agent: "evfacts")
      case 301, 302, 303, 307, 308:
        guard let next = answer.header("location").flatMap(robots.following) else {
          return RobotsRules(allowsAll: true)
        }
        robots = next
      case 500...: return RobotsRules(allowsAll: false)
      default: return RobotsRules(allowsAll: true)
      }
    }
    return RobotsRules(allowsAll: true)
  }
}

/// The pauses between requests to one host.
private final class Pauses: Sendable {
  private let next = Mutex<[String: ContinuousClock.Instant]>([:])

  /// Takes the next turn at a host, and says how long to wait for it.
  func turn(at host: String, atLeast pause: Duration) -> Duration {
    let now = ContinuousClock.now
    return next.withLock { next in
      let turn = max(now, next[host] ?? now)
      next[host] = turn + pause
      return turn - now
    }
  }
}
