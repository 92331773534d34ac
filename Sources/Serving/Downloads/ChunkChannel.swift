import Foundation

/// Hands bytes from a thread to a task: from the writer of a file to whoever sends it.
///
/// The writer waits while the reader has some in hand.
final class ChunkChannel: @unchecked Sendable {
  // The condition's lock guards all that follows.
  private let condition = NSCondition()
  private var chunks: [[UInt8]] = []
  private var end: Result<Void, any Error>?
  private var isLeft = false
  private var reader: CheckedContinuation<[UInt8]?, any Error>?
  /// So many may be in hand.
  private static let most = 4

  /// The reader went away.
  struct Left: Error {}

  /// Hands bytes on; throws ``Left`` where nobody wants them.
  func write(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    condition.lock()
    while chunks.count >= Self.most, !isLeft { condition.wait() }
    guard !isLeft else {
      condition.unlock()
      throw Left()
    }
    let waiting = reader
    reader = nil
    if waiting == nil { chunks.append(bytes) }
    condition.unlock()
    waiting?.resume(returning: bytes)
  }

  /// Says that nothing more comes, or why.
  func finish(_ result: Result<Void, any Error>) {
    condition.lock()
    end = result
    let waiting = reader
    reader = nil
    condition.unlock()
    waiting?.resume(with: result.map { nil })
  }

  /// The next bytes, `nil` at the end.
  func next() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        condition.lock()
        if !chunks.isEmpty {
          let bytes = chunks.removeFirst()
          condition.signal()
          condition.unlock()
          continuation.resume(returning: bytes)
        } else if let end {
          condition.unlock()
          continuation.resume(with: end.map { nil })
        } else if isLeft {
          condition.unlock()
          continuation.resume(throwing: Left())
        } else {
          reader = continuation
          condition.unlock()
        }
      }
    } onCancel: {
      leave()
    }
  }

  /// Says that nobody reads on.
  func leave() {
    condition.lock()
    isLeft = true
    let waiting = reader
    reader = nil
    condition.broadcast()
    condition.unlock()
    waiting?.resume(throwing: Left())
  }
}
