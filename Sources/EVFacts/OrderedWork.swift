import Dispatch
import Foundation

/// Work that several threads do at once and that is handed over in the order in which it came.
///
/// Each thread takes the next input and works on it. Whoever has the result whose turn it is hands it over, and those
/// after it that are ready; the others put theirs down and go on, at most some results a thread ahead. So the memory
/// is bounded, no thread waits while there is work, and one that waits for input holds up no result before it.
final class OrderedWork<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // Safe to share: `next` runs under `taking`; `finish` by one thread at a time, the one that set `isFinishing`; all
  // variables but `taken` are guarded by `turn`.
  private let next: () throws -> Input?
  private let work: @Sendable (Input) -> Output
  private let finish: (Output) throws -> Void
  private let taking = NSLock()
  private let turn = NSCondition()
  private var taken = 0
  private var finished = 0
  private var ready: [Int: Output] = [:]
  private var isFinishing = false
  private var failure: (any Error)?

  /// How many results a thread may be ahead of the one whose turn it is.
  private static var ahead: Int { 2 }

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
    let limit = jobs * Self.ahead
    let done = DispatchGroup()
    // Threads and not a queue: as many as were asked for, also where the work is to wait for the network.
    for _ in 1..<jobs {
      done.enter()
      let thread = Thread { [self] in
        loop(limit)
        done.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    loop(limit)
    done.wait()
    if let failure { throw failure }
  }

  private func loop(_ limit: Int) {
    while let (number, input) = take() {
      guard handOver(work(input), as: number, limit: limit) else { return }
    }
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

  /// Whether the work goes on.
  private func handOver(_ output: Output, as number: Int, limit: Int) -> Bool {
    turn.lock()
    defer { turn.unlock() }
    ready[number] = output
    while failure == nil, ready.count >= limit, isFinishing || ready[finished] == nil { turn.wait() }
    while failure == nil, !isFinishing, let output = ready.removeValue(forKey: finished) {
      isFinishing = true
      turn.unlock()
      let result = Result { try finish(output) }
      turn.lock()
      isFinishing = false
      finished += 1
      if case .failure(let error) = result { failure = failure ?? error }
      turn.broadcast()
    }
    return failure == nil
  }

  private var hasFailed: Bool { turn.withLock { failure != nil } }

  private func fail(_ error: any Error) {
    turn.withLock {
      failure = failure ?? error
      turn.broadcast()
    }
  }
}
