import Facts
import Finding
import Lexicon
import Testing

/// Makers and models that no catalogue knows, by how the text speaks of them.
@Suite struct UnknownNameTests {
  private func names(_ text: String, _ language: LanguageCode, title: String? = nil) -> [String] {
    let title = title.map { Mentions($0, language: language, lexicon: .standard) }
    return Mentions(text, language: language, lexicon: .standard, title: title).names.map {
      [$0.maker, $0.model].compactMap { $0 }.joined(separator: "/")
    }
  }

  /// Makers that call their models by numbers may bring a number more; of others a number counts something.
  @Test(arguments: [
    ("The Polestar 9 costs more than the Polestar 3.", LanguageCode.english, "Polestar/9", true),
    ("Avatr stellt den Avatr 09 vor.", .german, "Avatr/09", true),
    ("La Zeekr 003 arrivera en mai.", .french, "Zeekr/003", true),
    ("Polestar 9 dealers were opened by Polestar in May.", .english, "Polestar/9", false),
    ("Avatr 12.000 Autos verkaufte Avatr im Mai.", .german, "Avatr/12", false),
    ("Tesla 9 is no car of Tesla.", .english, "Tesla/9", false),
  ])
  func numbersThatAreModels(text: String, language: LanguageCode, name: String, isOne: Bool) {
    #expect(names(text, language).contains(name) == isOne)
  }

  @Test(arguments: [
    // A word for a maker before the name or in an apposition behind it.
    ("Der Autobauer Tarvik steht vor dem Aus. Tarvik hat 300 Autos verkauft.", LanguageCode.german, "Tarvik"),
    (
      "Der Leichtbauspezialist Ostrau, im Mai gestartet, hat viel vor. Ostrau baut in Jena.", .german,
      "Ostrau"
    ),
    ("Tolva, the Kentish electric-van maker, delivered 900 vans. Tolva sells in Wales.", .english, "Tolva"),
    (
      "The surprise is Quenra. The new brand delivered 900 cars; the Quenra S, a sedan, sells well.",
      .english, "Quenra"
    ),
    // A country's adjective between article and name.
    (
      "Le chinois Tanhai présente le Tanhai E7, une berline. Tanhai livrera en mai.", .french, "Tanhai"
    ),
    ("Su rival es la francesa Solbes. Solbes vende poco y fabrica el R3.", .spanish, "Solbes"),
    // A firm's suffix.
    ("Die Wastl Automobil GmbH baut keine Autos mehr. Wastl hat 2023 den H4 präsentiert.", .german, "Wastl"),
    // Joined to a word for a plant, the word for it is not the name's.
    (
      "Der Autobauer Elvion ist pleite. Elvion verkauft nichts mehr, das Elvion-Werk schließt.", .german,
      "Elvion"
    ),
    // Two words.
    ("We speak of Kelda Nova, a Chinese brand. It sells the Q9. The Q9 is small.", .english, "Kelda Nova"),
    // An address does not make the name an ordinary word.
    (
      "Novarra, the start-up, unveiled the N4. Mail press@novarra.example. Novarra sells.", .english,
      "Novarra"
    ),
    // Two scripts.
    ("东边的青岭汽车（Qinling）停工。青岭的唯一车型是Q8，Q8卖了一万辆。青岭去年上市。", .chinese, "Qinling"),
  ])
  func findsTheMaker(text: String, language: LanguageCode, name: String) {
    #expect(names(text, language).contains(name))
  }

  @Test(arguments: [
    // A body's word before the name.
    (
      "El fabricante Corvena cae. La producción del furgón Mirlo empieza. Corvena vende.",
      LanguageCode.spanish,
      "Corvena/Mirlo"
    ),
    (
      "Der Autobauer Vestla gibt auf. Vestla hatte den Kombi Hilda präsentiert, die Hilda kostet viel.",
      .german, "Vestla/Hilda"
    ),
    // An apposition behind, and a word for a model before the article.
    (
      "Brightan Inc., the carmaker, plans more. Its second car, the Heron, a three-row SUV, is due. Brightan sells.",
      .english, "Brightan/Heron"
    ),
    (
      "Der Hersteller Kottbach wächst. Das erste Modell, die Forelle, kostet viel. Kottbach baut.", .german,
      "Kottbach/Forelle"
    ),
    // Behind its maker.
    (
      "Der Hersteller Tjarven lebt. Der Tjarven Lütt ist ein Kastenwagen. Tjarven baut in Kiel.", .german,
      "Tjarven/Lütt"
    ),
    (
      "La casa Sirmana cresce. La Sirmana Lago, station wagon, costa 30.000 euro. Sirmana vende.", .italian,
      "Sirmana/Lago"
    ),
    // A number written as a name.
    (
      "La marca Voltena crece. El segundo producto será el Cuatro, una pick-up. Voltena fabrica.", .spanish,
      "Voltena/Cuatro"
    ),
    // A code that a known maker has too.
    ("Lumena, the start-up, delivered 900 cars. Lumena launched the L9, an SUV.", .english, "Lumena/L9"),
    // A second part of the name, a body's word in it, a letter or a digit alone.
    (
      "Der Autobauer Elvion lebt. Der Lumo kostet viel, der Kombi Lumo Weit, im Mai gezeigt, kommt. Elvion baut.",
      .german, "Elvion/Lumo Weit"
    ),
    (
      "Le constructeur Brévaine présente la B2 Break. La B2 Break 60 coûte 38 900 euros. Brévaine vend.",
      .french, "Brévaine/B2 Break 60"
    ),
    (
      "Precios de la marca Comera: Comera L, 27.990 euros. Comera L y nada más. Comera vende.", .spanish,
      "Comera/L"
    ),
    // Letters, a hyphen and digits.
    (
      "Ridgeland Motors, the electric carmaker from Ohio, built 900 trucks. The R-80 starts at $33,900. Ridgeland sells it in May.",
      .english, "Ridgeland/R-80"
    ),
  ])
  func findsTheModel(text: String, language: LanguageCode, name: String) {
    #expect(names(text, language).contains(name))
  }

  /// People, places, firms of other trades, headings and speakers.
  @Test(arguments: [
    ("Mokoena: We sold a hundred. Visagie: So did we. Mokoena: The cheapest is small.", LanguageCode.english),
    ("Product Highlights\n\nThe company sold more. Then it rained. Down the road is Leamington.", .english),
    ("Das Kantinenschnitzel kostet 5 Euro. In Bremerhaven regnet es.", .german),
    ("La autora vive en Oviedo. Despacio, dice García, que en Madrid llueve.", .spanish),
    ("Ensuite, Mme Dupont est partie au Salon, puis à la Défense.", .french),
    ("Il treno attraversa il Reno e arriva al Lingotto.", .italian),
    ("小林说，今天在宁波（Ningbo）下雨。", .chinese),
  ])
  func findsNoneWhereThereIsNone(text: String, language: LanguageCode) {
    #expect(names(text, language).isEmpty)
  }

  @Test func theTitleSaysWhoseACodeIs() {
    let found = names(
      "Zwei Modelle gibt es. Die Firma Tarvena baut den T5. Der T5 kostet viel.", .german,
      title: "Tarvena startet mit dem T5")
    #expect(found.contains("Tarvena/T5"))
  }

  @Test func aWordJoinedToAWordForAMakerIsNoMaker() {
    let found = Mentions(
      "Ora ist eine Elektro-Marke. Die Elektro-Marke kommt nach Deutschland, die Luxus-Marke und die Luxus-Tochter nicht.",
      language: .german, lexicon: .standard
    ).names.map(\.maker)
    #expect(found == ["Ora"])
  }
}
