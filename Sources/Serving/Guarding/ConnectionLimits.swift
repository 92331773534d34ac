import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes

/// How much, and how long, one connection may take.
struct ConnectionLimits: Sendable {
  /// The most bytes of one request, with its body.
  var requestBytes = 256 << 10
  /// How long a request may take to come in, from its head to its end.
  var requestTime = TimeAmount.seconds(30)
  /// How long a connection may do nothing: its first byte, and the head of its next request.
  var idleTime = TimeAmount.seconds(30)
  /// How long an answer may go without the other side taking any of it.
  var writingTime = TimeAmount.seconds(30)
  /// The most connections; others wait until one ends.
  var connections = 1_000

  /// HTTP/1.1 with these limits.
  var server: HTTPServerBuilder {
    HTTPServerBuilder { responder in LimitedHTTP1(limits: self, responder: responder) }
  }
}

/// HTTP/1.1 whose connections have limits that Hummingbird does not know: on the bytes of the request line, on the whole
/// time of a request, and on a reader who takes nothing.
struct LimitedHTTP1: ServerChildChannel {
  /// A connection, and who is at its other end.
  struct Value: ServerChildChannelValue {
    fileprivate var base: HTTP1Channel.Value
    fileprivate var reader: ConnectedReader

    var channel: any Channel { base.channel }
  }

  private let base: HTTP1Channel
  private let limits: ConnectionLimits

  init(limits: ConnectionLimits, responder: @escaping HTTPChannelHandler.Responder) {
    self.limits = limits
    base = HTTP1Channel(
      responder: responder,
      configuration: HTTP1Channel.Configuration(
        idleTimeout: limits.idleTime,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    let limits = limits
    let reader = ConnectedReader()
    return channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(
        ByteLimit(most: limits.requestBytes, reader: reader))
    }.flatMap { base.setup(channel: channel, logger: logger) }
      .flatMapThrowing { value in
        let pipeline = channel.pipeline.syncOperations
        // Behind the codec, before whoever hands the parts on.
        let state = try pipeline.handler(type: HTTPConnectionStateHandler.self)
        let bytes = try pipeline.handler(type: ByteLimit.self)
        try pipeline.addHandler(PartWatch(limits: limits, bytes: bytes), position: .before(state))
        return Value(base: value, reader: reader)
      }
  }

  func handle(value: Value, logger: Logger) async {
    await ConnectedReader.$current.withValue(value.reader) {
      await base.handle(value: value.base, logger: logger)
    }
  }
}
