import Facts
import Scoring
import Testing

/// What counts as found, missed and made up.
@Suite struct ScoreTests {
  private func score(_ gold: AnnotatedArticle, _ found: AnnotatedArticle) -> Score {
    var score = Score()
    score.add(gold, found)
    return score
  }

  private func counts(_ tally: Tally) -> [Int] { [tally.right, tally.wrong, tally.missed, tally.strict] }

  @Test func countsWhatIsRightWrongAndMissed() {
    let gold = Sample.article(Sample.target(), Sample.target(value: 5), Sample.launch("BYD", "Seal"))
    let found = Sample.article(Sample.target(), Sample.target(value: 6))
    let score = score(gold, found)
    #expect(counts(score.all) == [1, 1, 2, 1])
    #expect(score.all.precision == 0.5 && score.all.recall == 1.0 / 3 && score.all.f1 == 0.4)
    #expect(score.kinds[.launch].map(counts) == [0, 0, 1, 0])
    #expect(score.languages[.english].map(counts) == [1, 1, 2, 1])
  }

  @Test func optionalFactsCountNeitherFoundNorMissed() {
    let gold = Sample.article(Sample.target(optional: true))
    #expect(counts(score(gold, Sample.article()).all) == [0, 0, 0, 0])
    #expect(counts(score(gold, Sample.article(Sample.target())).all) == [0, 0, 0, 0])
    #expect(score(gold, Sample.article(Sample.target())).details[0].all == 0)
  }

  @Test func aFactIsPairedWithOneThatCountsBeforeAnOptionalOne() {
    let gold = Sample.article(Sample.target(optional: true), Sample.target(.actual))
    #expect(counts(score(gold, Sample.article(Sample.target())).all) == [1, 0, 0, 0])
  }

  @Test func duplicatesAreWrong() {
    let found = Sample.article(Sample.target(), Sample.target())
    #expect(counts(score(Sample.article(Sample.target()), found).all) == [1, 1, 0, 1])
  }

  @Test func detailsCountForTheStrictScoreAlone() {
    let score = score(Sample.article(Sample.target()), Sample.article(Sample.target(.expected, market: "CN")))
    #expect(counts(score.all) == [1, 0, 0, 0])
    #expect(score.all.f1 == 1 && score.all.strictF1 == 0)
    #expect(score.details.map(\.right) == [1, 1, 0, 0, 1])
    #expect(score.details.map(\.all) == [1, 1, 1, 1, 1])
  }

  @Test func nothingToFindAndNothingFoundIsRight() {
    let score = score(Sample.article(), Sample.article())
    #expect(score.all.precision == 1 && score.all.recall == 1 && score.all.f1 == 1 && score.all.strictF1 == 1)
  }

  @Test func comparesModelsAsNames() {
    let gold = [ModelName(manufacturer: "VW", model: "ID.3"), ModelName(manufacturer: "BYD", model: "Seal")]
    let found = [
      ModelName(manufacturer: "Volkswagen", model: "ID 3"),
      ModelName(manufacturer: "Volkswagen", model: "ID.3"),
      ModelName(manufacturer: "BYD", model: "Dolphin"),
    ]
    let score = score(Sample.article(models: gold), Sample.article(models: found))
    #expect(counts(score.models) == [1, 1, 1, 0])
  }

  @Test func countsArticlesOfAnotherLanguage() {
    #expect(score(Sample.article(), Sample.article(language: .german)).wrongLanguages == 1)
    #expect(score(Sample.article(), Sample.article()).wrongLanguages == 0)
  }

  @Test func tellsWhatIsWrong() {
    var score = Score()
    let mistakes = score.add(
      Sample.article(Sample.target(value: 5)), Sample.article(Sample.target(value: 6, evidence: "Not there."))
    )
    #expect(mistakes.map(\.sort) == [.misplaced(.notInText), .missed, .wrong])
    #expect(mistakes.map(\.fact.value) == [6, 5, 6])
  }
}
