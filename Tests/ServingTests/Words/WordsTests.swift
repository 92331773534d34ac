import EVFacts
import Testing

@testable import Serving

/// What pages say in each language.
@Suite struct WordsTests {
  @Test func noTextIsMissingInAnyLanguage() { #expect(PhraseTable.faults == []) }

  /// A value that a text has a place for in one language has one in all.
  @Test func placesAreTheSameInAllLanguages() {
    func places(_ text: String) -> Set<Substring> {
      Set(
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
          $0.prefix { $0 != "}" }
        })
    }
    for phrase in Phrase.allCases {
      let expected = places(PhraseTable.texts[.english]?[phrase.rawValue] ?? "")
      for language in PhraseTable.languages {
        #expect(
          places(PhraseTable.texts[language]?[phrase.rawValue] ?? "") == expected, "\(phrase) in \(language)")
      }
    }
  }

  @Test(arguments: PhraseTable.languages)
  func everyMarketKindAndStatusHasAName(language: LanguageCode) {
    let words = Words.of(language)
    for code in MarketWords.codes { #expect(words.market(code) != code || code == "EU", "\(code)") }
    for kind in FactKind.allCases { #expect(!words.kinds(kind).contains("_")) }
    #expect(Set(Status.allCases.map(words.status)).count == Status.allCases.count)
    for body in BodyType.allCases where body != .suv && body != .mpv {
      #expect(!words.attribute(body.rawValue, of: .bodyType).isEmpty)
    }
  }

  @Test(arguments: [
    (LanguageCode.german, 1_234_567.5, "1.234.567,5"), (.english, 1_234_567.5, "1,234,567.5"),
    (.french, 1_234_567.5, "1\u{202F}234\u{202F}567,5"), (.italian, 1_234_567.5, "1.234.567,5"),
    (.spanish, 1_234_567.5, "1.234.567,5"), (.chinese, 1_234_567.5, "1,234,567.5"), (.english, 0, "0"),
    (.english, 999, "999"), (.english, 1_000, "1,000"), (.german, 1_000, "1000"),
    (.english, -12_000, "−12,000"),
  ])
  func numbersAreGrouped(language: LanguageCode, number: Double, expected: String) {
    #expect(Words.of(language).number(number) == expected)
  }

  @Test(arguments: [
    (LanguageCode.german, "2025-06-26", "26. Juni 2025"), (.english, "2025-06-26", "26 June 2025"),
    (.french, "2025-06-26", "26 juin 2025"), (.italian, "2025-06-26", "26 giugno 2025"),
    (.spanish, "2025-06-26", "26 de junio de 2025"), (.chinese, "2025-06-26", "2025年6月26日"),
    (.german, "MID:2025", "Mitte 2025"), (.english, "../2027", "by 2027"),
    (.german, "2025-Q3", "3. Quartal 2025"),
    (.english, "2024-01/2024-09", "January 2024 to September 2024"), (.chinese, "2025", "2025年"),
    (.english, "END:2025-06", "late June 2025"),
  ])
  func datesAreWrittenOut(language: LanguageCode, period: String, expected: String) throws {
    #expect(Words.of(language).period(try #require(Period(period))) == expected)
  }

  @Test(arguments: [
    (LanguageCode.english, 0, "0 facts"), (.english, 1, "1 fact"), (.english, 2, "2 facts"),
    (.french, 0, "0 fait"),
    (.french, 2, "2 faits"), (.german, 1, "1 Fakt"), (.german, 0, "0 Fakten"), (.chinese, 1, "1 条事实"),
  ])
  func countsTakeTheirPlural(language: LanguageCode, count: Int, expected: String) {
    #expect(Words.of(language).counted(.factOne, .factMany, count) == expected)
  }

  @Test(arguments: [
    ("de-CH,de;q=0.9,en;q=0.8", LanguageCode.german), ("zh-TW", .chinese),
    ("pt-BR,es;q=0.5,en;q=0.4", .spanish),
    ("en;q=0.2, it;q=0.9", .italian), ("fr;q=0, en", .english), ("*", nil), ("", nil), (";;,=q,q=;", nil),
    ("xx-yy", nil), ("other", nil),
  ])
  func theBrowsersWishIsRead(header: String, expected: LanguageCode?) {
    #expect(ReaderLanguage.preferred(header) == expected)
  }

  @Test func valuesCarryTheirUnitAndQualifier() {
    var fact = Fact(
      kind: .price, manufacturer: "BYD", value: 39_990, qualifier: .atLeast, unit: "EUR", evidence: "e")
    #expect(Words.of(.german).value(of: fact) == "ab 39.990\u{A0}EUR")
    fact.kind = .sales
    fact.unit = "vehicles"
    fact.valueMax = 50_000
    fact.qualifier = .between
    #expect(Words.of(.english).value(of: fact) == "39,990 to 50,000\u{A0}vehicles")
  }
}
