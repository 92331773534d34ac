import Facts
import Storing
import Testing

@Suite struct ConflictTests {
  private func conflicting(_ a: [Fact], _ b: [Fact]) throws -> Bool {
    // Found in whichever order they come, together or one after the other.
    let one = try FactStore.holding(
      Sample.article("a", "2025-01-01", a), Sample.article("b", "2025-02-01", b))
    let two = try FactStore.holding(Sample.article("b", "2025-02-01", b))
    _ = try two.add([Sample.article("a", "2025-01-01", a)], origin: .imported)
    let ids = [try one.view("conflicts").map(\.article.id), try two.view("conflicts").map(\.article.id)]
    #expect(ids[0] == ids[1])
    return !ids[0].isEmpty
  }

  @Test(
    arguments: [
      (130_000, 129_800, false), (130_000, 136_000, true), (4_300_000, 4_272_145, false),
      (4_300_000, 4_200_000, true),
      (700, 702, false), (700, 650, true), (216_000, 215_900, false), (216_000, 215_000, true), (0, 5, true),
    ] as [(Double, Double, Bool)])
  func valuesConflictWhereTheyDifferAfterRounding(a: Double, b: Double, conflict: Bool) throws {
    #expect(try conflicting([Sample.target(a)], [Sample.target(b)]) == conflict)
  }

  @Test(
    arguments: [
      (Qualifier.about, 5_000_000, 4_600_000, false), (.exact, 5_000_000, 4_600_000, true),
      (.moreThan, 130_000, 136_854, false), (.moreThan, 130_000, 129_900, false),
      (.moreThan, 130_000, 180_000, true),
      (.lessThan, 25_000, 24_990, false), (.atLeast, 30_000, 29_990, false),
      (.about, 5_000_000, 3_000_000, true),
    ] as [(Qualifier, Double, Double, Bool)])
  func hedgedValuesReachFurther(qualifier: Qualifier, a: Double, b: Double, conflict: Bool) throws {
    #expect(try conflicting([Sample.target(a, qualifier: qualifier)], [Sample.target(b)]) == conflict)
  }

  @Test func aValueWithinAStatedRangeAgrees() throws {
    let span = Sample.target(100_000, qualifier: .between, max: 120_000)
    #expect(try !conflicting([span], [Sample.target(111_000)]))
    #expect(try conflicting([span], [Sample.target(150_000)]))
  }

  @Test(
    arguments: [
      ("2025", "2025-07", false), ("MID:2025", "2025-07-15", false), ("2025-06", "2025-07", true),
      ("../2027", "2026", false), ("../2027", "2028", true), ("2026/..", "2025", true), (nil, "2025", false),
    ] as [(String?, String, Bool)])
  func datesConflictWhereTheyDoNotOverlap(a: String?, b: String, conflict: Bool) throws {
    #expect(try conflicting([Sample.launch(a)], [Sample.launch(b)]) == conflict)
  }

  @Test func bodyTypesConflictWhereTheyDiffer() throws {
    func body(_ type: String) -> Fact {
      Fact(kind: .bodyType, manufacturer: "BYD", model: "Seal", attribute: type, evidence: "A \(type).")
    }
    #expect(try conflicting([body("suv")], [body("sedan")]))
    #expect(try !conflicting([body("suv")], [body("suv")]))
  }

  @Test func claimsOfOneArticleNeverConflict() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2025-01-01", [Sample.range(620), Sample.range(830)]))
    #expect(try store.view("conflicts").isEmpty)
    #expect(try !conflicting([Sample.range(620), Sample.range(830)], [Sample.range(830)]))
    #expect(try conflicting([Sample.range(620), Sample.range(830)], [Sample.range(510)]))
  }

  @Test func copiesOfOneStoryNeverConflict() throws {
    let text = "It goes far. It goes 620.0 km. It goes 830.0 km."
    let store = try FactStore.holding(
      Sample.article("a", "2025-01-01", text: text, [Sample.range(620)]),
      Sample.article("b", "2025-01-02", text: text, [Sample.range(830)]))
    #expect(try store.view("conflicts").isEmpty)
  }

  @Test func slightlyEditedCopiesAreOneStory() throws {
    let words = (0..<200).map { "word\($0 * 7919 % 1009)" }
    let other = (0..<200).map { "word\($0 * 104_729 % 1013)" }
    let store = try FactStore.holding(
      Sample.article("a", "2025-01-01", text: words.joined(separator: " "), [Sample.range(620)]),
      Sample.article(
        "b", "2025-01-02", text: "Agency. " + words.dropLast(20).joined(separator: " "), [Sample.range(830)]))
    #expect(try store.view("conflicts").isEmpty)
    _ = try store.add(
      [Sample.article("c", text: other.joined(separator: " "), [Sample.range(510)])], origin: .imported)
    #expect(try store.view("conflicts").map(\.article.id) == ["a", "b", "c"])
  }

  @Test func cancelledClaimsDoNotConflict() throws {
    #expect(try !conflicting([Sample.target(100, .cancelled)], [Sample.target(500)]))
  }

  @Test func claimsOfOneConflictShareTheirBelief() throws {
    let store = try FactStore.holding(
      Sample.article("a", "2025-01-01", [Sample.target(100), Sample.range(500)]),
      Sample.article("b", "2025-01-02", [Sample.target(300), Sample.range(600)]))
    let beliefs = try store.table(SQLStatement("SELECT belief, count(*) FROM conflicts GROUP BY 1")).rows
    #expect(beliefs.map { $0[1] } == [.integer(2), .integer(2)])
  }
}
