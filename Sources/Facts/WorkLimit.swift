import Synchronization

/// How long some work may take, and whether anyone still waits for what comes of it.
///
/// Who gives the work sets ``current`` around it. Statements of SQLite are broken off by it, and loops that may be long ask
/// ``check()`` now and then; it takes some ten nanoseconds where there is no limit.
public final class WorkLimit: Sendable {
  /// The limit of the work under way, `nil` for none.
  @TaskLocal public static var current: WorkLimit?

  /// Why work ended before its time.
  public enum Stop: Error, Hashable, Sendable {
    /// It took longer than these seconds.
    case tooSlow(seconds: Double)
    /// Nobody waits for it any more.
    case unwanted
  }

  /// How long the work may take, in seconds.
  public let seconds: Double
  private let isWanted: @Sendable () -> Bool
  private let end: Mutex<ContinuousClock.Instant>
  private let isGivenUp = Atomic(false)

  /// A limit from now on.
  ///
  /// - Parameters:
  ///   - seconds: how long the work may take.
  ///   - isWanted: whether anyone still waits; asked often, and from any thread.
  public init(seconds: Double, isWanted: @escaping @Sendable () -> Bool = { true }) {
    self.seconds = seconds
    self.isWanted = isWanted
    end = Mutex(ContinuousClock.now + .seconds(seconds))
  }

  /// Lets the time begin anew, for work that shows that it gets on.
  public func renew() { end.withLock { $0 = ContinuousClock.now + .seconds(seconds) } }

  /// Says that nobody waits for it any more.
  public func giveUp() { isGivenUp.store(true, ordering: .relaxed) }

  /// Why the work is to end; `nil` while it may go on.
  public var stop: Stop? {
    if ContinuousClock.now >= end.withLock({ $0 }) { return .tooSlow(seconds: seconds) }
    return isGivenUp.load(ordering: .relaxed) || !isWanted() ? .unwanted : nil
  }

  /// Whether the work under way is to end.
  public static var isOver: Bool { current.map { $0.stop != nil } ?? false }

  /// Throws ``Stop`` where the work under way is to end.
  public static func check() throws(Stop) { if let stop = current?.stop { throw stop } }

  /// Runs work under the limit that there is, and where there is none, under one of some seconds.
  public static func within<T>(seconds: Double, _ body: () throws -> T) rethrows -> T {
    guard current == nil else { return try body() }
    return try $current.withValue(WorkLimit(seconds: seconds)) { try body() }
  }
}
