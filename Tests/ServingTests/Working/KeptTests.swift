import EVFacts
import Foundation
import Synchronization
import Testing

@testable import Serving

/// What is kept between requests.
@Suite struct KeptTests {
  @Test func aListIsMadeAnewWhenTheDatabaseChanged() async throws {
    let database = try ServedDatabase()
    let site = try Site(path: database.path)
    #expect(try site.counts().articles == 3)
    try database.add(
      ServedDatabase.article("fourth", "2024-07-01", [ServedDatabase.price(199_900, "199,900 yuan.")]))
    // For a moment it may be the one of before.
    while try site.counts().articles == 3 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(try site.counts().articles == 4)
  }

  /// Who comes while a list is made anew is shown the one of before, and does not wait for the other.
  @Test func theListOfBeforeIsShownMeanwhile() async throws {
    let version = Mutex<Int64>(1)
    let isFree = DispatchSemaphore(value: 0)
    let lists = KeptLists { version.withLock { $0 } }
    let make: @Sendable () -> Int64 = {
      let now = version.withLock { $0 }
      if now == 2 { isFree.wait() }
      return now
    }
    #expect(try lists.list("list", make) == 1)
    version.withLock { $0 = 2 }
    #expect(try lists.list("list", make) == 1)
    #expect(try lists.list("list", make) == 1)
    isFree.signal()
    while try lists.list("list", make) == 1 { await Task.yield() }
    #expect(try lists.list("list", make) == 2)
  }

  /// The first reader after a change finds it made, as nobody has to ask for it.
  @Test(.timeLimit(.minutes(2))) func aListIsMadeAnewUnasked() async throws {
    let version = Mutex<Int64>(1)
    let made = Mutex<[Int64]>([])
    let lists = KeptLists { version.withLock { $0 } }
    let make: @Sendable () -> Int64 = {
      let now = version.withLock { $0 }
      made.withLock { $0.append(now) }
      return now
    }
    _ = try lists.list("list", make)
    version.withLock { $0 = 2 }
    while made.withLock({ $0.last }) != 2 { try await Task.sleep(for: .milliseconds(20)) }
    #expect(made.withLock { $0 } == [1, 2])
  }

  @Test func aFailureIsToldToWhoeverWaits() throws {
    let lists = KeptLists { 1 }
    let isBroken = Atomic(true)
    let make: @Sendable () throws -> Int = {
      if isBroken.load(ordering: .relaxed) { throw StoringError.unknownFact(id: 7) }
      return 5
    }
    #expect(throws: StoringError.unknownFact(id: 7)) { try lists.list("list", make) }
    isBroken.store(false, ordering: .relaxed)
    #expect(try lists.list("list", make) == 5)
  }

  @Test func aValueIsWorkedOutOnceAVersion() throws {
    let memory = RememberedValues(most: 2)
    var made: [String] = []
    func value(_ name: String, _ version: Int64) throws -> Int? {
      try memory.value(name, version: version) {
        made.append("\(name)\(version)")
        return name == "none" ? nil : 1
      }
    }
    for name in ["a", "a", "none", "none"] { _ = try value(name, 1) }
    #expect(made == ["a1", "none1"])
    #expect(try value("none", 1) == nil)
    // The third takes the place of the first.
    for name in ["b", "none", "a"] { _ = try value(name, 1) }
    #expect(made == ["a1", "none1", "b1", "a1"])
    #expect(try value("a", 2) == 1)
    #expect(made.last == "a2")
  }

  @Test func whatFailsIsTriedAgain() throws {
    let memory = RememberedValues(most: 2)
    #expect(throws: StoringError.unknownFact(id: 1)) {
      _ = try memory.value("a", version: 1) { () -> Int in throw StoringError.unknownFact(id: 1) }
    }
    #expect(try memory.value("a", version: 1) { 3 } == 3)
  }
}
