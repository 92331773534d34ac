import Dispatch
import Foundation

/// Work that several threads do at once and that is handed over in the order in which it came.
///
/// Each thread takes the next input, works on it, and waits for its turn to hand over; so at most `jobs` inputs are in
/// memory, and a thread that waits for input holds up no result before it.
final class OrderedWork<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // Safe to share: `next` runs under `taking`, `finish` and all variables but `taken` under `turn`.
  private let next: () throws -> Input?
  private let work: @Sendable (Input) -> Output
  private let finish: (Output) throws -> Void
  private let taking = NSLock()
  private let turn = NSCondition()
  private var taken = 0
  private var finished = 0
  private var failure: (any Error)?

  /// Sets the three steps up: `next` and `finish` are never called twice at once.
  init(
    next: @escaping () throws -> Input?, work: @escaping @Sendable (Input) -> Output,
    finish: @escaping (Output) throws -> Void
  ) {
    self.next = next
    self.work = work
    self.finish = finish
  }

  /// Works until there is no input left, and throws the first error of `next` or `finish`.
  func run(jobs: Int) throws {
    if jobs <= 1 {
      while let input = try next() { try finish(work(input)) }
      return
    }
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while let (number, input) = take() {
        guard handOver(work(input), as: number) else { return }
      }
    }
    if let failure { throw failure }
  }

  private func take() -> (Int, Input)? {
    taking.withLock {
      guard !hasFailed else { return nil }
      do {
        guard let input = try next() else { return nil }
        defer { taken += 1 }
        return (taken, input)
      } catch {
        fail(error)
        return nil
      }
    }
  }

  private func handOver(_ output: Output, as number: Int) -> Bool {
    turn.withLock {
      while finished != number, failure == nil { turn.wait() }
      guard failure == nil else { return false }
      do {
        try finish(output)
      } catch {
        failure = error
      }
      finished += 1
      turn.broadcast()
      return failure == nil
    }
  }

  private var hasFailed: Bool { turn.withLock { failure != nil } }

  private func fail(_ error: any Error) {
    turn.withLock {
      failure = failure ?? error
      turn.broadcast()
    }
  }
}
