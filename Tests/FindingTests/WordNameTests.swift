import Facts
import Finding
import Lexicon
import Testing

/// Models of known makers that are words which no catalogue has, told by what stands around them.
struct WordNameTests {
  @Test(arguments: [
    (
      LanguageCode.english, "Kia",
      "Kia will call its next electric car the Solenta. The Solenta, a compact SUV, goes on sale in May 2027 at 28,900 pounds. "
        + "The maker wants to sell 40,000 units of the Solenta in its first year."
    ),
    (
      .german, "Opel",
      "Opel bringt den Brisant. Der Brisant, ein kompaktes SUV, kostet 24.900 Euro und kommt im März 2027 zu den Händlern. "
        + "Vom SUV Brisant will Opel im ersten Jahr 30.000 Stück verkaufen."
    ),
    (
      .french, "Renault",
      "Renault prépare une petite voiture électrique, la Novara. La Novara, une citadine, sera lancée en mai 2027 à 19 900 euros. "
        + "Le constructeur veut vendre 30 000 Novara la première année."
    ),
    (
      .spanish, "Cupra",
      "Cupra amplía su gama. El nuevo Tramunt, un SUV compacto, llegará a los concesionarios en mayo de 2027 por 29.900 euros. "
        + "El Tramunt tendrá una autonomía de 450 kilómetros."
    ),
    (
      .italian, "Fiat",
      "Fiat allarga la gamma. La nuova Stornella, una berlina compatta, arriverà nelle concessionarie a maggio 2027 a 21.900 euro. "
        + "La Stornella avrà un'autonomia di 380 chilometri."
    ),
  ])
  func aWordThatIsSpokenOfAsACarIsItsMakersModel(
    _ language: LanguageCode, _ maker: String, _ text: String
  ) {
    let mentions = Mentions(text, language: language, lexicon: .standard, isArticle: true)
    let models = Set(mentions.names.compactMap { $0.isKnown ? nil : $0.model })
    #expect(!models.isEmpty)
    #expect(mentions.names.filter { !$0.isKnown && $0.model != nil }.allSatisfy { $0.maker == maker })
  }

  @Test(arguments: [
    (
      LanguageCode.english,
      "Kia opened an office in Bramley. Maria Santos, who came from Bosch, runs it. \"We are proud,\" Santos said."
    ),
    (
      .german,
      "Opel baut in Eisenach ein Lager. Die Leitung hat Petra Lindner, der Betrieb beginnt im Herbst. Lindner lobt die Region."
    ),
    (
      .french,
      "Renault soutient le festival de Bergerac. Selon Claire Dumont, la ville en profite. Dumont préside le comité."
    ),
    (
      .spanish,
      "Cupra patrocina el torneo de Alboraya. Según Lucía Ferrer, la ciudad gana. Ferrer dirige el comité."
    ),
    (
      .italian,
      "Fiat sostiene la mostra di Pinerolo. Secondo Carla Bruni, la città ci guadagna. Bruni guida il comitato."
    ),
  ])
  func peopleAndPlacesAreNoModels(_ language: LanguageCode, _ text: String) {
    let mentions = Mentions(text, language: language, lexicon: .standard, isArticle: true)
    #expect(mentions.names.filter { $0.model != nil }.map(\.model) == [])
  }

  @Test func aQuestionNamesOnlyWhatIsKnown() {
    let mentions = Mentions("When does Kia launch the Solenta?", language: .english, lexicon: .standard)
    #expect(mentions.names.allSatisfy { $0.model == nil })
  }

  @Test func aNameThatIsWithheldFromTheCatalogueIsNotKnown() {
    var lexicon = Lexicon.standard
    lexicon.catalogue = lexicon.catalogue.withholding({ $0.name == "Model Y" })
    let mentions = Mentions("Tesla sold the Model Y.", language: .english, lexicon: lexicon)
    #expect(!mentions.names.contains { $0.model == "Model Y" && $0.isKnown })
  }
}
