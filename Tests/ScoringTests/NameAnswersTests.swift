import Facts
import Scoring
import Testing

/// Which words an annotated article holds for models, and whose.
struct NameAnswersTests {
  private let answers = NameAnswers(
    AnnotatedArticle(
      article: Article(id: "a", language: .english, text: ""),
      models: [
        ModelName(manufacturer: "Kia", model: "Solenta"),
        ModelName(manufacturer: "Opel", model: "Brisant Sport Line"),
      ], facts: []))

  @Test(arguments: [
    ("Solenta", 1), ("SOLENTA", 1), ("Brisant Sport Line", 1), ("Bosch", 0), ("Brisant", nil), ("Sport", nil),
    ("Sport Line", nil),
  ])
  func aWordIsAModelOrNoneOrAPartOfOne(_ word: String, _ label: Int?) {
    #expect(answers.label(word) == label)
  }

  @Test func aModelIsItsMakers() {
    #expect(answers.owns("KIA", "Solenta"))
    #expect(!answers.owns("Opel", "Solenta"))
  }
}
