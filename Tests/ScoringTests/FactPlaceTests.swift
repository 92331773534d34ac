import Facts
import Scoring
import Testing

/// Facts must stand where they say.
@Suite struct FactPlaceTests {
  private func faults(_ found: Fact, _ gold: Fact? = nil, text: String = Sample.text) -> [Mistake.Sort] {
    var annotated = Sample.article()
    annotated.article.text = text
    var extracted = annotated
    annotated.facts = gold.map { [$0] } ?? []
    extracted.facts = [found]
    var score = Score()
    let sorts = score.add(annotated, extracted).map(\.sort).filter { $0 != .wrong }
    #expect(score.elsewhere == sorts.count { $0 == .misplaced(.elsewhere) })
    #expect(score.ungrounded + score.elsewhere == sorts.count)
    return sorts
  }

  @Test func aSentenceOfTheTextIsAPlace() {
    #expect(faults(Sample.target()) == [])
    #expect(faults(Sample.target(), Sample.target(evidence: "aims for 100,000 cars. It")) == [])
  }

  @Test(arguments: ["", "cars", "Cars.", "Nobody  knows."])
  func whatIsNotInTheTextIsNone(evidence: String) {
    #expect(faults(Sample.target(evidence: evidence)) == (evidence == "cars" ? [] : [.misplaced(.notInText)]))
  }

  @Test func charactersAreCountedAndNotBytes() {
    #expect(faults(Sample.target(evidence: "小米汽"), text: "小米汽车。") == [.misplaced(.notInText)])
    #expect(faults(Sample.target(evidence: "小米汽车"), text: "小米汽车。") == [])
    let long = String(repeating: "长", count: 901)
    #expect(faults(Sample.target(evidence: long), text: long) == [.misplaced(.tooLong)])
    #expect(faults(Sample.target(evidence: String(long.dropLast())), text: long) == [])
  }

  @Test func anotherSentenceThanTheAnnotatedOneIsElsewhere() {
    let found = Sample.target(evidence: "It may sell 100,000 cars.")
    #expect(faults(found, Sample.target()) == [.misplaced(.elsewhere)])
    // Any of the places of a short piece may be meant.
    #expect(faults(Sample.target(evidence: "100,000 cars."), found) == [])
  }

  @Test(arguments: [
    (0, 6, true), (0, 0, false), (6, 3, false), (0, 900, false), (0, 1, false), (-1, 3, false),
  ])
  func spansMustBeOfTheText(start: Int, end: Int, isRight: Bool) {
    var fact = Sample.target(evidence: "小米汽车")
    fact.span = SourceSpan(start, end)
    #expect(faults(fact, text: "小米汽车。") == (isRight ? [] : [.misplaced(.noSpan)]))
  }
}
