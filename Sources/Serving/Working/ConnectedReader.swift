import Synchronization

/// Whoever is at the other end of a connection, and whether they still wait for an answer.
final class ConnectedReader: Sendable {
  /// The reader whose request is answered; `nil` where there is no connection.
  @TaskLocal static var current: ConnectedReader?

  /// Some close their side once they have asked and wait all the same, so that it counts after a while only.
  static let patience = Duration.seconds(1)

  private let left = Mutex<ContinuousClock.Instant?>(nil)

  /// Notes that nothing more comes from there.
  func leave() { left.withLock { if $0 == nil { $0 = ContinuousClock.now } } }

  /// Whether nobody waits there.
  var isGone: Bool { left.withLock { $0 }.map { ContinuousClock.now - $0 >= Self.patience } ?? false }
}
