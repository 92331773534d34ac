import Facts
import Finding
import Lexicon
import Testing

/// Dates and periods, against a fixed day of publication.
@Suite struct DateTests {
  private static let published = Day("2025-07-10")

  @Test(arguments: [
    ("in the second quarter of 2025", LanguageCode.english, "2025-Q2"),
    ("by the end of 2026", .english, "../2026"),
    ("not before 2028", .english, "2028/.."), ("from January to September 2025", .english, "2025-01/2025-09"),
    ("last March", .english, "2025-03"), ("in the first nine months", .english, "2025-01/2025-09"),
    ("on 27 July 2025", .english, "2025-07-27"), ("im vergangenen März", .german, "2025-03"),
    ("bis Ende 2026", .german, "../2026"), ("von 2028 an", .german, "2028/.."),
    ("Mitte 2025", .german, "MID:2025"),
    ("im nächsten Jahr", .german, "2026"), ("seit Herbst 2023", .german, "2023-FA/.."),
    ("d’ici à la fin de l’année", .french, "../2025"), ("mi-2025", .french, "MID:2025"),
    ("au deuxième trimestre 2025", .french, "2025-Q2"), ("l'an dernier", .french, "2024"),
    ("entro il 2030", .italian, "../2030"), ("nel primo semestre", .italian, "2025-H1"),
    ("lo scorso marzo", .italian, "2025-03"), ("a finales de marzo", .spanish, "END:2025-03"),
    ("el próximo año", .spanish, "2026"), ("entre enero y abril de 2025", .spanish, "2025-01/2025-04"),
    ("去年第四季度", .chinese, "2024-Q4"), ("今年上半年", .chinese, "2025-H1"), ("6月底", .chinese, "END:2025-06"),
    ("2025年6月26日", .chinese, "2025-06-26"), ("到2027年底", .chinese, "../2027"),
    ("1至9月", .chinese, "2025-01/2025-09"),
  ])
  func readsThePeriod(text: String, language: LanguageCode, value: String) {
    let found = Mentions(text, language: language, lexicon: .standard).records(published: DateTests.published)
      .filter { $0.type == "date" }
    #expect(found.map { $0.when?.description } == [value])
  }

  @Test func relativeDatesNeedADayOfPublication() {
    let found = Mentions("im vergangenen März", language: .german, lexicon: .standard).records(published: nil)
    #expect(found.first { $0.type == "date" }?.when == nil)
  }
}
