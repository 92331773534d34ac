import Foundation

/// Results that several threads work out ahead of the one that asks for them, in order and no more than some ahead.
///
/// Unlike ``OrderedWork`` it leaves the thread to the one that asks: a transaction must stay on its own.
final class WorkAhead<Output: Sendable>: @unchecked Sendable {
  // Safe to share: all variables are guarded by `turn`.
  private let count: Int
  private let limit: Int
  private let work: @Sendable (Int) -> Output
  private let turn = NSCondition()
  private var begun = 0
  private var asked = 0
  private var ready: [Int: Output] = [:]
  private var isStopped = false

  /// Begins to work out `count` results on `jobs` threads, at most `ahead` more than were asked for.
  init(count: Int, jobs: Int, ahead: Int, work: @escaping @Sendable (Int) -> Output) {
    self.count = count
    self.work = work
    limit = max(1, ahead)
    for _ in 0..<min(max(1, jobs), count) {
      let thread = Thread { [self] in loop() }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// The next result, `nil` after the last.
  func next() -> Output? {
    turn.withLock {
      guard asked < count, !isStopped else { return nil }
      while ready[asked] == nil { turn.wait() }
      defer {
        asked += 1
        turn.broadcast()
      }
      return ready.removeValue(forKey: asked)
    }
  }

  /// Lets the threads end once they are done with what they work on.
  func stop() {
    turn.withLock {
      isStopped = true
      turn.broadcast()
    }
  }

  private func loop() {
    while let place = begin() {
      let output = work(place)
      turn.withLock {
        ready[place] = output
        turn.broadcast()
      }
    }
  }

  private func begin() -> Int? {
    turn.withLock {
      while !isStopped, begun < count, begun >= asked + limit { turn.wait() }
      guard !isStopped, begun < count else { return nil }
      defer { begun += 1 }
      return begun
    }
  }
}
