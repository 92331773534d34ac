import EVFacts
import Foundation
import NIOPosix

/// Lists that all readers want and that take a while to count: made anew in the background when the database changed.
///
/// Nobody waits long for a list that there is already: who comes just after a change is shown what was before it.
final class KeptLists: @unchecked Sendable {
  /// How long one waits for a list that was made before a change.
  private static let patience = 0.1
  /// A list that takes long is made anew only when it is so many times as old as that: for whoever asks for it, and unasked.
  private static let rest = (asked: 5.0, unasked: 20.0)
  /// What takes less than this is made whenever it is wanted, in seconds.
  private static let quick = 0.1
  /// How often the watch looks whether the database changed.
  private static let pause = Duration.seconds(1)

  // The lock that guards the entries guards what is in them.
  private final class Entry: @unchecked Sendable {
    let make: @Sendable () throws -> any Sendable
    var made: (value: any Sendable, version: Int64, at: ContinuousClock.Instant)?
    var failure: (any Error)?
    var cost = 0.0
    var isUnderWay = false

    init(_ make: @escaping @Sendable () throws -> any Sendable) { self.make = make }

    /// Whether it was made too lately to be made again for a change.
    func rests(_ times: Double) -> Bool {
      guard let made, cost > KeptLists.quick else { return false }
      return ContinuousClock.now - made.at < .seconds(cost * times)
    }
  }

  // The condition's lock guards the entries.
  private let condition = NSCondition()
  private var entries: [String: Entry] = [:]
  private let version: @Sendable () -> Int64
  private let thread = NIOThreadPool(numberOfThreads: 1)
  private var watch: Task<Void, Never>?

  /// - Parameter version: tells the version of the database.
  init(version: @escaping @Sendable () -> Int64) {
    self.version = version
    thread.start()
    watch = Task { [weak self] in
      while !Task.isCancelled {
        try? await Task.sleep(for: Self.pause)
        self?.refresh()
      }
    }
  }

  deinit {
    watch?.cancel()
    thread.shutdownGracefully { _ in }
  }

  /// A list by its name, which no list of another sort has.
  func list<Value: Sendable>(_ name: String, _ make: @escaping @Sendable () throws -> Value) throws -> Value {
    let wanted = version()
    condition.lock()
    defer { condition.unlock() }
    let entry = entries[name] ?? Entry(make)
    entries[name] = entry
    let end = Date() + Self.patience
    while true {
      if let made = entry.made, let value = made.value as? Value {
        if made.version == wanted || entry.rests(Self.rest.asked) || Date() >= end { return value }
      } else if let failure = entry.failure {
        entry.failure = nil
        throw failure
      }
      begin(entry)
      try WorkLimit.check()
      _ = condition.wait(until: entry.made == nil ? Date() + Self.patience : end)
    }
  }

  /// Makes those anew that are older than the database.
  private func refresh() {
    let now = version()
    condition.withLock {
      for entry in entries.values where entry.made?.version != now && !entry.rests(Self.rest.unasked) {
        begin(entry)
      }
    }
  }

  /// Has an entry made in the background; the lock is held.
  private func begin(_ entry: Entry) {
    guard !entry.isUnderWay else { return }
    entry.isUnderWay = true
    thread.submit { [weak self] state in
      guard let self, case .active = state else { return }
      let (start, version) = (ContinuousClock.now, version())
      let result = Result { try entry.make() }
      condition.withLock {
        entry.isUnderWay = false
        switch result {
        case .success(let value):
          let time = (ContinuousClock.now - start).components
          entry.cost = Double(time.seconds) + Double(time.attoseconds) / 1e18
          entry.made = (value, version, ContinuousClock.now)
        case .failure(let error): entry.failure = error
        }
        condition.broadcast()
      }
    }
  }
}
