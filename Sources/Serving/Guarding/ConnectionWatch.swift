import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Counts the bytes of a request as they come in, ends the connection where they are too many, and notes that its reader
/// is gone.
final class ByteLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// The bytes since the last request's end.
  var count = 0
  /// Whether a request's head has come and its answer is not finished.
  var isAnswering = false
  private let most: Int
  private let reader: ConnectedReader
  private var isOver = false

  init(most: Int, reader: ConnectedReader) {
    self.most = most
    self.reader = reader
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { reader.leave() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    reader.leave()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    count += unwrapInboundIn(data).readableBytes
    guard count > most else { return context.fireChannelRead(data) }
    isOver = true
    guard !isAnswering else { return context.close(promise: nil) }
    // No head came, so nobody else answers.
    let answer =
      "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(string: answer)), promise: nil)
    context.close(promise: nil)
  }
}

/// Ends a connection whose request takes too long to come in, or whose reader takes nothing of the answer.
final class PartWatch: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart

  private let limits: ConnectionLimits
  private let bytes: ByteLimit
  private var reading: Scheduled<Void>?
  private var writing: Scheduled<Void>?
  private var open = 0

  init(limits: ConnectionLimits, bytes: ByteLimit) {
    self.limits = limits
    self.bytes = bytes
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      open += 1
      bytes.isAnswering = true
      reading?.cancel()
      reading = close(context, in: limits.requestTime)
    case .body: break
    case .end:
      bytes.count = 0
      reading?.cancel()
      reading = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      open -= 1
      bytes.isAnswering = open > 0
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    writing?.cancel()
    writing = context.channel.isWritable ? nil : close(context, in: limits.writingTime)
    context.fireChannelWritabilityChanged()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  private func stop() {
    reading?.cancel()
    writing?.cancel()
    (reading, writing) = (nil, nil)
  }

  private func close(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }
}
