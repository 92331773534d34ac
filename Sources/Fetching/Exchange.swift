import AsyncHTTPClient
import Dispatch
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import Synchronization

/// A request and its answer, over a connection to one given address.
struct Exchange: Sendable {
  let policy: FetchPolicy

  /// Asks for an address and waits for all of the answer.
  ///
  /// - Parameters:
  ///   - place: what is asked for; its host is what the certificate must be for.
  ///   - host: the address that is connected to, whatever the host's name leads to by then.
  ///   - asked: what errors call it.
  ///   - validators: what the server said the last time.
  ///   - sizeLimit: the largest body in bytes, unpacked.
  func get(
    _ place: WebAddress, at host: HostAddress, for asked: WebAddress, validators: Validators, sizeLimit: Int
  ) throws(FetchError) -> Answer {
    let client = HTTPClient(
      eventLoopGroupProvider: .singleton, configuration: configuration(place, host, sizeLimit: sizeLimit))
    let outcome = Outcome()
    let done = DispatchSemaphore(value: 0)
    let limit = policy.timeLimit
    Task {
      let result: Result<Answer, any Error>
      do {
        result = .success(
          try await withTimeLimit(limit) {
            try await answer(client, place, for: asked, validators, sizeLimit)
          })
      } catch {
        result = .failure(error)
      }
      try? await client.shutdown()
      outcome.result.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    switch outcome.result.withLock({ $0 }) {
    case .success(let answer): return answer
    case .failure(let error as FetchError): throw error
    case .failure(let error): throw FetchError(error, at: asked, sizeLimit: sizeLimit)
    case nil: throw .timeout(address: "\(asked)")
    }
  }

  private final class Outcome: Sendable {
    let result = Mutex<Result<Answer, any Error>?>(nil)
  }

  private func configuration(_ place: WebAddress, _ host: HostAddress, sizeLimit: Int)
    -> HTTPClient.Configuration
  {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(
        connect: .nanoseconds(policy.connectLimit.nanoseconds),
        read: .nanoseconds(policy.silenceLimit.nanoseconds)),
      decompression: .enabled(limit: .size(sizeLimit)))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    // The name was looked up and checked; a second look could give another address.
    if HostAddress(place.host) == nil { configuration.dnsOverride = [place.host: host.text] }
    if let trusted = policy.trustedCertificates {
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.trustRoots = .file(trusted)
      configuration.tlsConfiguration = tls
    }
    return configuration
  }

  private func answer(
    _ client: HTTPClient, _ place: WebAddress, for asked: WebAddress, _ validators: Validators,
    _ sizeLimit: Int
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: place.description)
    request.headers.add(name: "User-Agent", value: policy.userAgent)
    request.headers.add(
      name: "Accept",
      value:
        "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
    )
    request.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
    if let etag = validators.etag { request.headers.add(name: "If-None-Match", value: etag) }
    if let modified = validators.lastModified {
      request.headers.add(name: "If-Modified-Since", value: modified)
    }
    let response = try await client.execute(
      request, timeout: .nanoseconds(policy.timeLimit.nanoseconds))
    var answer = Answer(
      status: Int(response.status.code), headers: response.headers.map { ($0.name, $0.value) })
    guard answer.hasPage else { return answer }
    if let type = answer.mediaType, !Answer.mayBePage(type) {
      throw FetchError.notAPage(address: "\(asked)", mediaType: type)
    }
    // A packed body may be small and its content large, so that a stated length only tells what is too large at once.
    if let length = answer.header("content-length").flatMap({ Int($0) }), length > sizeLimit {
      throw FetchError.tooLarge(address: "\(asked)", limit: sizeLimit)
    }
    for try await chunk in response.body {
      guard answer.bytes.count + chunk.readableBytes <= sizeLimit else {
        throw FetchError.tooLarge(address: "\(asked)", limit: sizeLimit)
      }
      answer.bytes.append(contentsOf: chunk.readableBytesView)
    }
    return answer
  }

  private func withTimeLimit<Result: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(for: limit)
        throw HTTPClientError.deadlineExceeded
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw HTTPClientError.cancelled }
      return first
    }
  }
}

/// What a server answered.
struct Answer: Sendable {
  var status: Int
  var headers: [(name: String, value: String)]
  var bytes: [UInt8] = []

  /// Whether what comes with it is what was asked for.
  var hasPage: Bool { (200..<300).contains(status) }

  /// The first header of a name given in small letters.
  func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }

  /// The media type in small letters, without parameters.
  var mediaType: String? {
    guard let type = header("content-type")?.split(separator: ";").first else { return nil }
    let trimmed = type.filter { !$0.isWhitespace }.lowercased()
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The encoding that the media type names.
  var charset: String? {
    for part in (header("content-type") ?? "").split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map {
        $0.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      }
      if pair.count == 2, pair[0].lowercased() == "charset", !pair[1].isEmpty { return pair[1] }
    }
    return nil
  }

  /// Whether articles come in a media type: text, markup, JSON, PDF, and what is not said.
  static func mayBePage(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.contains("html") || type.contains("xml") || type.contains("json")
      || type == "application/pdf" || type == "application/octet-stream" || type.contains("gzip")
  }
}

extension Duration {
  /// The nanoseconds.
  var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}

extension FetchError {
  /// What the client throws, in the words of this target.
  init(_ error: any Error, at place: WebAddress, sizeLimit: Int) {
    let address = "\(place)"
    switch error {
    case let error as HTTPClientError
    where [
      .readTimeout, .writeTimeout, .connectTimeout, .tlsHandshakeTimeout, .deadlineExceeded, .cancelled,
      .getConnectionFromPoolTimeout,
    ].contains(error):
      self = .timeout(address: address)
    case let error as HTTPClientError where error == .remoteConnectionClosed:
      self = .broken(address: address, reason: "the connection closed before its end")
    case let error as NIOHTTPDecompression.DecompressionError:
      if case .limit = error {
        self = .tooLarge(address: address, limit: sizeLimit)
      } else {
        self = .broken(address: address, reason: "it cannot be unpacked")
      }
    case is HTTPParserError: self = .broken(address: address, reason: "it is not as HTTP has it")
    case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: self = .badCertificate(address: address)
    case let error as NIOConnectionError:
      self = .noConnection(address: address, reason: "no connection to \(error.host)")
    case let error as IOError:
      self = .noConnection(address: address, reason: String(cString: strerror(error.errnoCode)).lowercased())
    default: self = .broken(address: address, reason: "\(error)")
    }
  }
}
