import Asking
import EVFacts
import Facts
import Testing

/// What a refusal says.
@Suite struct RefusalTests {
  private func refusal(_ question: String) throws -> Refusal? {
    let today = try #require(OwnDatabase.today)
    guard case .refused(let refusal) = QuestionReader().read(question, today: today) else { return nil }
    return refusal
  }

  @Test func namesTheWordsThatWereNotPlaced() throws {
    let refusal = try #require(try refusal("what will the weather be"))
    #expect(refusal.unplaced == ["weather"])
    #expect(refusal.suggestions.count == 3)
  }

  @Test func knowsTheNearestName() throws {
    let refusal = try #require(try refusal("what does the Xaomi SU7 cost"))
    #expect(refusal.unplaced == ["Xaomi"])
    #expect(refusal.nearest == ["Xiaomi"])
  }

  @Test func speaksTheLanguageOfTheQuestion() throws {
    let refusal = try #require(try refusal("Wie viel Gewinn machte BYD 2024?"))
    #expect(refusal.language == .german)
    #expect(refusal.unplaced.contains("Gewinn"))
  }

  @Test(arguments: LanguageCode.allCases.filter { $0 != .other })
  func suggestedQuestionsWork(language: LanguageCode) throws {
    let today = try #require(OwnDatabase.today)
    let words = [
      "de": "Wetter", "en": "weather", "fr": "météo aujourd'hui il pleut", "it": "che tempo piove",
      "es": "el tiempo llueve", "zh": "天气",
    ]
    let refusal = try #require(try refusal(words[language.rawValue] ?? ""))
    for suggestion in refusal.suggestions {
      guard case .query = QuestionReader().read(suggestion, today: today) else {
        Issue.record("'\(suggestion)' does not work")
        continue
      }
    }
  }
}
