import EVFacts
import NIOPosix
import Synchronization

/// Threads for work that would keep connections waiting, and a watch over how long it takes.
///
/// Work whose time is over, or that nobody waits for, ends by its ``WorkLimit``. Whoever waits for it is told at once, even
/// where the work does not look at its limit for a while.
final class WorkThreads: Sendable {
  /// How often the watch looks.
  private static let pause = Duration.milliseconds(250)

  private struct Waiting {
    var limit: WorkLimit
    var giveUp: @Sendable (any Error) -> Void
  }

  private let threads: NIOThreadPool
  private let waiting = Mutex<(next: Int, entries: [Int: Waiting])>((0, [:]))
  private let watch = Mutex<Task<Void, Never>?>(nil)

  /// Starts the threads.
  init(count: Int) {
    threads = NIOThreadPool(numberOfThreads: count)
    threads.start()
    let watching = Task { [weak self] in
      while !Task.isCancelled {
        try? await Task.sleep(for: Self.pause)
        self?.giveUpOverdue()
      }
    }
    watch.withLock { $0 = watching }
  }

  deinit {
    watch.withLock { $0?.cancel() }
    threads.shutdownGracefully { _ in }
  }

  /// Runs work under a limit and gives what comes of it.
  func run<Value: Sendable>(_ limit: WorkLimit, _ work: @escaping @Sendable () throws -> Value) async throws
    -> Value
  {
    try await withCheckedThrowingContinuation { continuation in
      let answer = Answer(continuation)
      let number = waiting.withLock { waiting in
        waiting.next += 1
        waiting.entries[waiting.next] = Waiting(limit: limit) { answer.give(.failure($0)) }
        return waiting.next
      }
      threads.submit { [self] state in
        let result = Result {
          guard case .active = state else { throw CancellationError() }
          return try WorkLimit.$current.withValue(limit) {
            // It may have waited for a thread for all of its time.
            try WorkLimit.check()
            return try work()
          }
        }
        waiting.withLock { $0.entries[number] = nil }
        answer.give(result)
      }
    }
  }

  private func giveUpOverdue() {
    let overdue = waiting.withLock { waiting in
      let overdue = waiting.entries.compactMap { number, entry in
        entry.limit.stop.map { (number: number, entry: entry, stop: $0) }
      }
      for entry in overdue { waiting.entries[entry.number] = nil }
      return overdue
    }
    for (_, entry, stop) in overdue { entry.giveUp(stop) }
  }

  /// What one waits for, given once.
  private final class Answer<Value: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

    init(_ continuation: CheckedContinuation<Value, any Error>) { self.continuation = Mutex(continuation) }

    func give(_ result: Result<Value, any Error>) {
      let waiting = continuation.withLock { continuation in
        defer { continuation = nil }
        return continuation
      }
      waiting?.resume(with: result)
    }
  }
}
