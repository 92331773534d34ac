import EVFacts
import Foundation

/// Values that are worked out of the database once, and again only where it changed.
///
/// Who comes while one is worked out waits for it instead of doing it too. The first that were remembered go where there
/// are too many.
final class RememberedValues: @unchecked Sendable {
  // The condition's lock guards all that follows.
  private let condition = NSCondition()
  private var version: Int64 = 0
  private var values: [String: any Sendable] = [:]
  private var order: [String] = []
  private var underWay: Set<String> = []
  private let most: Int

  /// How often who waits looks whether the time is over.
  private static let pause = 0.05

  /// - Parameter most: so many are remembered.
  init(most: Int) { self.most = most }

  /// A value by its name, which no value of another sort has; `make` must not ask for the same name.
  ///
  /// - Parameter version: the version of the database; values of others are forgotten.
  func value<Value: Sendable>(_ name: String, version: Int64, _ make: () throws -> Value) throws -> Value {
    if let known: Value = try known(name, version) { return known }
    defer {
      condition.withLock {
        underWay.remove(name)
        condition.broadcast()
      }
    }
    let made = try make()
    condition.withLock {
      guard self.version == version, values[name] == nil else { return }
      values[name] = made
      order.append(name)
      if order.count > most { values[order.removeFirst()] = nil }
    }
    return made
  }

  /// What is remembered; `nil` where whoever asks is the one to work it out.
  private func known<Value>(_ name: String, _ version: Int64) throws -> Value? {
    condition.lock()
    defer { condition.unlock() }
    if self.version != version {
      self.version = version
      values = [:]
      order = []
    }
    while true {
      // Two steps, as nothing at all could be cast to an optional value.
      if self.version == version, let stored = values[name], let value = stored as? Value { return value }
      guard underWay.contains(name) else {
        underWay.insert(name)
        return nil
      }
      try WorkLimit.check()
      _ = condition.wait(until: Date() + Self.pause)
    }
  }
}
