import Facts
import Finding
import Lexicon
import Testing

/// How far names of models go: words behind what is known belong to them or not.
struct NameEndTests {
  private func models(_ text: String, _ language: LanguageCode) -> Set<String> {
    Set(Mentions(text, language: language, lexicon: .standard, isArticle: true).names.compactMap(\.model))
  }

  @Test(arguments: [
    (
      LanguageCode.german,
      "Der neue Dacia Bigster Volt kostet 32.900 Euro. Im Mai kommt der Bigster Volt in den Handel.",
      "Bigster Volt"
    ),
    (
      .english,
      "The VW ID.3 Harvest, an electric hatchback, goes on sale in May. The ID.3 Harvest costs 34,900 pounds.",
      "ID.3 Harvest"
    ),
    (
      .french,
      "La Renault 5 Riviera sera lancée en mai à 29 900 euros. La Renault 5 Riviera est une citadine électrique.",
      "5 Riviera"
    ),
    (
      .spanish,
      "El Kia EV4 Cabrio llegará en mayo por 39.900 euros. El Kia EV4 Cabrio es un descapotable eléctrico.",
      "EV4 Cabrio"
    ),
    (
      .italian,
      "La Fiat Grande Panda Trulli arriva a maggio a 26.900 euro. La Grande Panda Trulli è un'elettrica.",
      "Grande Panda Trulli"
    ),
    (.german, "Der Kia EV9 GT-Line kostet 82.380 Euro und fährt 510 Kilometer weit.", "EV9 GT-Line"),
  ])
  func wordsBehindAModelBelongToItsName(_ language: LanguageCode, _ text: String, _ model: String) {
    #expect(models(text, language).contains(model))
  }

  @Test(arguments: [
    (
      LanguageCode.german,
      "Rangliste der Elektroautos, November\n\n1. Tesla Model Y 611\n2. Skoda Elroq 402\n3. BMW iX3 318\n4. Kia EV3 231"
    ),
    (
      .french,
      "Immatriculations de voitures électriques en mai\n\nTesla Model Y 611\nSkoda Elroq 402\nBMW iX3 318\nKia EV3 231"
    ),
    (
      .spanish,
      "Matriculaciones de coches eléctricos en mayo\n\nTesla Model Y 611\nSkoda Elroq 402\nBMW iX3 318\nKia EV3 231"
    ),
    (
      .italian,
      "Elettriche immatricolate a maggio\n\nTesla Model Y 611\nSkoda Elroq 402\nBMW iX3 318\nKia EV3 231"
    ),
  ])
  func countsInListsAreNoPartOfNames(_ language: LanguageCode, _ text: String) {
    #expect(models(text, language) == ["Model Y", "Elroq", "iX3", "EV3"])
  }

  @Test(arguments: [
    (
      LanguageCode.german, "Der Skoda Elroq. Bestellbar ist er ab Juni. Der BMW iX3. Preise folgen.",
      ["Elroq", "iX3"]
    ),
    (.german, "Den Nissan Leaf CHF 38'990 gibt es ab Mai.", ["Leaf"]),
    (.english, "The Xiaomi YU7 SUV is due in mid-2025.", ["YU7"]),
    (.english, "Tesla sold 12,000 Model Y. Deliveries of the Model 3 fell.", ["Model Y", "Model 3"]),
  ])
  func sentencesAndCurrenciesEndNames(_ language: LanguageCode, _ text: String, _ expected: [String]) {
    #expect(models(text, language) == Set(expected))
  }

  @Test func aCodeWithAHyphenIsOneName() {
    let text = "Opel zeigt den X-70. Der Opel X-70 ist ein Elektro-SUV und kostet 39.900 Euro."
    #expect(models(text, .german) == ["X-70"])
  }

  @Test func aLetterBeforeAHyphenIsPartOfTheName() {
    #expect(
      models("Hongqi bringt den E-HS5 im Mai auf den Markt, ein Elektro-SUV für 49.900 Euro.", .german)
        .contains("E-HS5"))
  }
}
