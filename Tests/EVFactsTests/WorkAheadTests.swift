import Foundation
import Testing

@testable import EVFacts

@Suite struct WorkAheadTests {
  @Test(arguments: [(1, 1), (2, 1), (3, 8), (8, 2)])
  func givesAllInOrder(jobs: Int, ahead: Int) {
    let work = WorkAhead(count: 300, jobs: jobs, ahead: ahead) { place in
      (0..<(place % 7) * 1000).reduce(place * 2) { total, _ in total }
    }
    var got: [Int] = []
    while let result = work.next() { got.append(result) }
    #expect(got == (0..<300).map { $0 * 2 })
    #expect(work.next() == nil)
  }

  @Test func nothingGivesNothing() {
    #expect(WorkAhead(count: 0, jobs: 2, ahead: 2) { $0 }.next() == nil)
  }

  @Test func doesNoMoreThanMayBeAhead() {
    let begun = Counter()
    let work = WorkAhead(count: 100, jobs: 4, ahead: 3) { begun.count($0) }
    for place in 0..<20 {
      #expect(work.next() == place)
      #expect(begun.value <= place + 1 + 3)
    }
    work.stop()
    #expect(work.next() == nil)
  }

  private final class Counter: @unchecked Sendable {
    // Safe to share: guarded by the lock.
    private let lock = NSLock()
    private var counted = 0

    func count(_ place: Int) -> Int {
      lock.withLock {
        counted += 1
        return place
      }
    }

    var value: Int { lock.withLock { counted } }
  }
}
