import Facts
import Finding
import Lexicon
import Testing

/// Numbers as the press writes them, in six languages.
@Suite struct NumberTests {
  private func numbers(_ text: String, _ language: LanguageCode) -> [MentionRecord] {
    Mentions(text, language: language, lexicon: .standard).records(published: nil)
      .filter { ["number", "amount", "distance"].contains($0.type) }
  }

  @Test(arguments: [
    ("130 000 Einheiten", LanguageCode.german, 130_000.0), ("130.000 Einheiten", .german, 130_000),
    ("130'000 Fahrzeuge", .german, 130_000), ("1,2 Mio. Autos", .german, 1_200_000),
    ("dreizehntausend Autos", .german, 13_000), ("130,000 cars", .english, 130_000),
    ("130k cars", .english, 130_000), ("1.5 lakh units", .english, 150_000),
    ("4.3 million vehicles", .english, 4_300_000), ("17\u{202F}030 voitures", .french, 17_030),
    ("quarante mille voitures", .french, 40_000), ("130 mila auto", .italian, 130_000),
    ("50’000 veicoli", .italian, 50_000), ("130 mil coches", .spanish, 130_000),
    ("18,378 autos y 1.6 millones", .spanish, 18_378), ("交付13万辆", .chinese, 130_000),
    ("销量1.3亿辆", .chinese, 130_000_000), ("可扩充至4万5000辆", .chinese, 45_000),
  ])
  func readsTheNumber(text: String, language: LanguageCode, value: Double) throws {
    let first = try #require(numbers(text, language).first)
    #expect(first.value == value)
    #expect(first.span.text(in: text) == first.text)
  }

  @Test(arguments: [("a 350-mile range", "mi", 350.0), ("a 560-km range", "km", 560)])
  func distancesMayBeJoinedToTheirUnit(text: String, unit: String, value: Double) throws {
    let first = try #require(numbers(text, .english).first)
    #expect(first.type == "distance")
    #expect(first.unit == unit)
    #expect(first.value == value)
  }

  @Test(arguments: [
    ("between 100,000 and 120,000 cars", LanguageCode.english, 100_000.0, 120_000.0),
    ("250 bis 300 Händler", .german, 250, 300), ("3-4 million cars", .english, 3_000_000, 4_000_000),
    ("介于10万至12万辆", .chinese, 100_000, 120_000),
  ])
  func joinsRanges(text: String, language: LanguageCode, low: Double, high: Double) throws {
    let first = try #require(numbers(text, language).first)
    #expect(first.value == low)
    #expect(first.valueMax == high)
  }

  @Test(arguments: [
    ("sus 140 puntos de venta", LanguageCode.spanish), ("vise 200 points de vente", .french),
    ("ha già 930 punti vendita", .italian), ("counts 1,240 points of sale", .english),
    ("全台有41座服務廠", .chinese), ("保養廠19座", .chinese),
  ])
  func countsShopsWhoseWordBeginsLikeAUnit(text: String, language: LanguageCode) {
    #expect(Mentions(text, language: language, lexicon: .standard).numbers.map(\.sort) == [.plain])
  }

  @Test(arguments: [
    ("gagne 3 points de part de marché", LanguageCode.french), ("una versión de 7 plazas", .spanish),
    ("7座SUV", .chinese),
  ])
  func pointsAndSeatsCountNoShops(text: String, language: LanguageCode) {
    #expect(Mentions(text, language: language, lexicon: .standard).numbers.map(\.sort) == [.other])
  }

  @Test(arguments: [
    ("ab 35.990 Euro", LanguageCode.german, "EUR"), ("$35,000", .english, "$"),
    ("Rs 16.49 lakh", .english, "INR"),
    ("34 000 €", .french, "EUR"), ("售价21.59万元", .chinese, "CNY"), ("71'900 Franken", .german, "CHF"),
  ])
  func readsMoney(text: String, language: LanguageCode, currency: String) throws {
    let first = try #require(numbers(text, language).first)
    #expect(first.type == "amount")
    #expect(first.unit == currency)
  }

  @Test(arguments: [
    "The SU7 is here.", "An ID.4 and an EV6.", "An F-150 and a Model 3.", "It began at 10:30.",
  ])
  func leavesCodesAlone(text: String) {
    #expect(numbers(text, .english).isEmpty)
  }
}
