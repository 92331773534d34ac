import Facts
import Finding
import Lexicon
import Testing

/// Makers that no catalogue knows, by all that the article says of them.
struct MakerWordTests {
  private func makers(_ text: String, _ language: LanguageCode) -> Set<String> {
    Set(
      Mentions(text, language: language, lexicon: .standard, isArticle: true).names
        .filter { $0.sort == .maker && !$0.isKnown }.map(\.maker))
  }

  @Test(arguments: [
    (
      LanguageCode.english,
      "Tarvello, a start-up based in Leeds, will launch its first electric car in May. Tarvello wants to sell 3,000 cars a year. "
        + "The carmaker has 12 dealers. Tarvello delivered 420 cars in 2025.", "Tarvello"
    ),
    (
      .german,
      "Der Elektroautobauer Tarvello aus Bremen bringt im Mai sein erstes Auto. Tarvello will 3.000 Autos im Jahr verkaufen. "
        + "Bisher hat Tarvello 420 Autos ausgeliefert.", "Tarvello"
    ),
    (
      .french,
      "Le constructeur Tarvello, jeune pousse de Nantes, lancera sa première voiture électrique en mai. Tarvello vise 3 000 ventes par an. "
        + "En 2025, Tarvello a livré 420 voitures.", "Tarvello"
    ),
    (
      .spanish,
      "El fabricante Tarvello, una empresa de Vigo, lanzará su primer coche eléctrico en mayo. Tarvello quiere vender 3.000 unidades al año. "
        + "En 2025 Tarvello entregó 420 coches.", "Tarvello"
    ),
    (
      .italian,
      "Il costruttore Tarvello, azienda di Modena, lancerà a maggio la sua prima auto elettrica. Tarvello vuole vendere 3.000 auto l'anno. "
        + "Nel 2025 Tarvello ha consegnato 420 auto.", "Tarvello"
    ),
  ])
  func aWordThatIsSpokenOfAsAMakerIsOne(_ language: LanguageCode, _ text: String, _ maker: String) {
    #expect(makers(text, language).contains(maker))
  }

  @Test(arguments: [
    (
      LanguageCode.english,
      "Kia sold 12,000 EV3 in May, Dataforce reports. Maria Hartwell, who runs the branch in Bramley, is content. Hartwell came from Bosch."
    ),
    (
      .german,
      "Kia verkaufte im Mai 12.000 EV3, meldet Dataforce. Petra Lindner leitet die Niederlassung in Eschborn. Lindner kam von Bosch."
    ),
    (
      .french,
      "Kia a vendu 12 000 EV3 en mai, selon Dataforce. Claire Dumont dirige la filiale de Rueil. Dumont vient de chez Bosch."
    ),
    (
      .spanish,
      "Kia vendió 12.000 EV3 en mayo, según Dataforce. Lucía Ferrer dirige la filial de Alcobendas. Ferrer viene de Bosch."
    ),
    (
      .italian,
      "Kia ha venduto 12.000 EV3 a maggio, secondo Dataforce. Laura Bassani guida la filiale di Assago. Bassani viene da Bosch."
    ),
  ])
  func personsPlacesAndCountersAreNone(_ language: LanguageCode, _ text: String) {
    #expect(makers(text, language).isEmpty)
  }
}
