import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// A request and its answer, over a connection to one given address.
struct Exchange: Sendable {
  let policy: FetchPolicy

  /// How often it is asked whether to go on.
  private static let glance = TimeAmount.milliseconds(100)

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
    defer { try? client.syncShutdown() }
    do {
      let collector = AnswerCollector(address: "\(asked)", sizeLimit: sizeLimit)
      // Waits in the caller's thread for another one of the network, so that any thread may ask.
      let task = try client.execute(
        request: request(place, validators), delegate: collector,
        deadline: .now() + .nanoseconds(policy.timeLimit.nanoseconds))
      let watch = task.eventLoop.scheduleRepeatedTask(initialDelay: Self.glance, delay: Self.glance) { _ in
        if policy.isStopped() { task.fail(reason: FetchError.stopped(address: "\(asked)")) }
      }
      defer { watch.cancel() }
      return try task.wait()
    } catch let error as FetchError {
      throw error
    } catch {
      throw FetchError(error, at: asked, sizeLimit: sizeLimit)
    }
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

  private func request(_ place: WebAddress, _ validators: Validators) throws -> HTTPClient.Request {
    var headers = HTTPHeaders([
      ("User-Agent", policy.userAgent),
      (
        "Accept",
        "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
      ),
      ("Accept-Encoding", "gzip, deflate"),
    ])
    if let etag = validators.etag { headers.add(name: "If-None-Match", value: etag) }
    if let modified = validators.lastModified { headers.add(name: "If-Modified-Since", value: modified) }
    return try HTTPClient.Request(url: place.description, headers: headers)
  }
}

/// Takes an answer as it comes and breaks off where it is no page or too large.
private final class AnswerCollector: HTTPClientResponseDelegate, @unchecked Sendable {
  // Only the connection's own thread calls it.
  private let address: String
  private let sizeLimit: Int
  private var answer = Answer(status: 0, headers: [])

  init(address: String, sizeLimit: Int) {
    self.address = address
    self.sizeLimit = sizeLimit
  }

  func didReceiveHead(task: HTTPClient.Task<Answer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
    answer = Answer(status: Int(head.status.code), headers: head.headers.map { ($0.name, $0.value) })
    guard answer.hasPage else { return task.eventLoop.makeSucceededVoidFuture() }
    if let type = answer.mediaType, !Answer.mayBePage(type) {
      return task.eventLoop.makeFailedFuture(FetchError.notAPage(address: address, mediaType: type))
    }
    // What is packed grows; what is larger already when packed need not come.
    if let length = answer.header("content-length").flatMap({ Int($0) }), length > sizeLimit {
      return task.eventLoop.makeFailedFuture(FetchError.tooLarge(address: address, limit: sizeLimit))
    }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(task: HTTPClient.Task<Answer>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
    // What comes with an error or a redirect is not read.
    guard answer.hasPage else { return task.eventLoop.makeSucceededVoidFuture() }
    guard answer.bytes.count + buffer.readableBytes <= sizeLimit else {
      return task.eventLoop.makeFailedFuture(FetchError.tooLarge(address: address, limit: sizeLimit))
    }
    answer.bytes.append(contentsOf: buffer.readableBytesView)
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didFinishRequest(task: HTTPClient.Task<Answer>) throws -> Answer { answer }
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
