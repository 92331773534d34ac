import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on loopback that says what a test wants said, byte by byte, right or wrong.
package final class TestServer: Sendable {
  /// What was asked for.
  package struct Request: Sendable {
    /// The path and query.
    package var target: String
    /// The headers by their names in small letters.
    package var headers: [String: String]
  }

  /// What is done in answer.
  package enum Step: Sendable {
    case say([UInt8])
    /// Says nothing more and keeps the connection.
    case hang
    case close
  }

  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let channel: any Channel
  private let asked = Mutex<[Request]>([])

  /// The port it listens on.
  package let port: Int

  /// Listens on a port of 127.0.0.1.
  ///
  /// - Parameters:
  ///   - certificate: the path of a file with a certificate and its key; `nil` for plain HTTP.
  ///   - answer: what is done in answer to a request; `robots.txt` is answered with `rules`, or that it
  ///     is not there, unless `answersRules` leaves it to `answer`.
  package init(
    certificate: String? = nil, rules: String? = nil, answersRules: Bool = false,
    answer: @escaping @Sendable (Request) -> [Step]
  ) throws {
    var tls: NIOSSLContext?
    if let certificate {
      let path = certificate
      let chain = try NIOSSLCertificate.fromPEMFile(path).map { NIOSSLCertificateSource.certificate($0) }
      let key = try NIOSSLPrivateKey(file: path, format: .pem)
      tls = try NIOSSLContext(
        configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key)))
    }
    let box = Box()
    let context = tls
    channel = try ServerBootstrap(group: group).childChannelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        if let context {
          try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
        }
        try channel.pipeline.syncOperations.addHandler(
          Talker { request in
            if request.target == "/robots.txt", !answersRules {
              return [.say(rules.map { Reply.page($0, type: "text/plain") } ?? Reply.status(404))]
            }
            box.server?.asked.withLock { $0.append(request) }
            return answer(request)
          })
      }
    }.bind(host: "127.0.0.1", port: 0).wait()
    port = channel.localAddress?.port ?? 0
    box.server = self
  }

  deinit {
    try? channel.close().wait()
    try? group.syncShutdownGracefully()
  }

  /// The requests so far, those for robots.txt left out.
  package var requests: [Request] { asked.withLock { $0 } }

  /// An address on it.
  package func address(_ target: String, host: String = "127.0.0.1", scheme: String = "http") -> String {
    "\(scheme)://\(host):\(port)\(target)"
  }

  private final class Box: @unchecked Sendable {
    // Set once, before the first connection is made.
    weak var server: TestServer?
  }
}

/// Answers of a server as bytes.
package enum Reply {
  /// A page with its length.
  package static func page(_ body: String, type: String = "text/html", headers: [String: String] = [:])
    -> [UInt8]
  {
    bytes(Array(body.utf8), type: type, headers: headers)
  }

  /// A body with its length.
  package static func bytes(_ body: [UInt8], type: String = "text/html", headers: [String: String] = [:])
    -> [UInt8]
  {
    head(200, ["Content-Type": type, "Content-Length": "\(body.count)"].merging(headers) { $1 }) + body
  }

  /// An answer without a body.
  package static func status(_ code: Int, headers: [String: String] = [:]) -> [UInt8] {
    head(code, code == 304 ? headers : ["Content-Length": "0"].merging(headers) { $1 })
  }

  /// A way to another address.
  package static func redirect(_ target: String, code: Int = 302) -> [UInt8] {
    status(code, headers: ["Location": target])
  }

  /// The lines before a body.
  package static func head(_ code: Int, _ headers: [String: String]) -> [UInt8] {
    let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
    return Array("HTTP/1.1 \(code) Said\r\n\(lines)\r\n".utf8)
  }
}

/// Reads heads of requests and does what the test says.
private final class Talker: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let answer: @Sendable (TestServer.Request) -> [TestServer.Step]
  private var received: [UInt8] = []

  init(_ answer: @escaping @Sendable (TestServer.Request) -> [TestServer.Step]) { self.answer = answer }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += unwrapInboundIn(data).readableBytesView
    while let end = String(decoding: received, as: UTF8.self).range(of: "\r\n\r\n") {
      let text = String(decoding: received, as: UTF8.self)
      let head = text[..<end.lowerBound].components(separatedBy: "\r\n")
      received = Array(text[end.upperBound...].utf8)
      var headers: [String: String] = [:]
      for line in head.dropFirst() {
        let pair = line.split(separator: ":", maxSplits: 1)
        if pair.count == 2 { headers[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces) }
      }
      let target = head[0].split(separator: " ").dropFirst().first.map(String.init) ?? ""
      for step in answer(TestServer.Request(target: target, headers: headers)) {
        switch step {
        case .say(let bytes): context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        case .hang: return
        case .close: context.close(promise: nil)
        }
      }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
