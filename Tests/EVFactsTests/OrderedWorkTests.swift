import Testing

@testable import EVFacts

@Suite struct OrderedWorkTests {
  struct Stop: Error {}

  @Test(arguments: [1, 2, 3, 8])
  func handsOverInOrder(jobs: Int) throws {
    var next = 0
    var done: [Int] = []
    try OrderedWork<Int, Int>(
      next: {
        next += 1
        return next <= 500 ? next : nil
      },
      work: { input in (0..<(input % 7) * 1000).reduce(input * 2) { total, _ in total } },
      finish: { done.append($0) }
    ).run(jobs: jobs)
    #expect(done == (1...500).map { $0 * 2 })
  }

  @Test(arguments: [1, 4])
  func stopsAtAnErrorOfTheInput(jobs: Int) throws {
    var next = 0
    var done: [Int] = []
    let work = OrderedWork<Int, Int>(
      next: {
        next += 1
        if next > 10 { throw Stop() }
        return next
      }, work: { $0 }, finish: { done.append($0) })
    #expect(throws: Stop.self) { try work.run(jobs: jobs) }
    #expect(done == Array((1...10).prefix(done.count)))
  }

  @Test(arguments: [1, 4])
  func stopsAtAnErrorOfTheOutput(jobs: Int) throws {
    var taken = 0
    let work = OrderedWork<Int, Int>(
      next: {
        taken += 1
        return taken
      }, work: { $0 }, finish: { if $0 == 5 { throw Stop() } })
    #expect(throws: Stop.self) { try work.run(jobs: jobs) }
    #expect(taken < 20)
  }
}
