import Facts
import Linking
import Testing

/// What figures in lists, in turns and beside words of selling become.
@Suite struct SentenceTests {
  private func facts(_ text: String, _ language: LanguageCode = .english) -> [Fact] {
    FactExtractor().extract(
      Article(id: "a", published: Day("2025-06-03"), language: language, text: text)
    ).facts
  }

  @Test func linesOfAListHaveThePeriodOfTheirHeading() throws {
    let found = facts(
      """
      These electric cars sold best in Norway in May 2025, according to the road authority:
      1. Tesla Model Y: 2,401
      2. Skoda Elroq: 1,204
      3. Volkswagen ID.4: 988
      """
    ).filter { $0.kind == .sales }
    #expect(found.map(\.value) == [2401, 1204, 988])
    #expect(found.map(\.model) == ["Model Y", "Elroq", "ID.4"])
    #expect(found.allSatisfy { $0.when?.description == "2025-05" })
  }

  @Test func namesAndFiguresThatTakeTurnsStayTogether() {
    let found = facts(
      "In May 2025 Li Auto delivered 40,856 cars, Xpeng 33,525, Leapmotor 45,067 and Zeekr 18,908.")
    let pairs = found.filter { $0.kind == .sales }.map { "\($0.manufacturer ?? "-") \(Int($0.value ?? 0))" }
    #expect(pairs == ["Li Auto 40856", "XPeng 33525", "Leapmotor 45067", "Zeekr 18908"])
  }

  @Test(arguments: [
    ("Deliveries of the Xiaomi SU7 exceeded 20,000 in November 2024.", LanguageCode.english),
    ("Im Mai 2025 wurden 5.010 Renault 5 verkauft.", .german), ("11月小米SU7的交付量超过2万辆。", .chinese),
  ])
  func aCountIsNoLaunch(text: String, language: LanguageCode) {
    let found = facts(text, language)
    #expect(!found.contains { $0.kind == .launch })
    #expect(found.contains { $0.kind == .sales })
  }

  @Test func aMakerNeverSeenIsOne() {
    let found = facts(
      "Lanwei, a Hefei-based start-up, delivered 11,870 vehicles in April 2025. Lanwei wants to sell 40,000 cars this year."
    )
    #expect(found.contains { $0.manufacturer == "Lanwei" && $0.value == 11870 })
    #expect(found.allSatisfy { $0.manufacturer == "Lanwei" })
  }

  @Test func noTwoPricesOfOneModel() {
    let found = facts("The BYD Dolphin Surf costs 22,990 euros, the Leapmotor T03 18,900 euros.")
      .filter { $0.kind == .price }
    #expect(
      Set(found.map { "\($0.model ?? "-") \(Int($0.value ?? 0))" }) == ["Dolphin Surf 22990", "T03 18900"])
  }
}
