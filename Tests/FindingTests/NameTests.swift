import Facts
import Finding
import Lexicon
import Testing

/// Makers and models, known and never seen.
@Suite struct NameTests {
  private func names(_ text: String, _ language: LanguageCode) -> [String] {
    Mentions(text, language: language, lexicon: .standard).names.map {
      [$0.maker, $0.model].compactMap { $0 }.joined(separator: "/")
    }
  }

  @Test(arguments: [
    ("Xiaomis SU7 kommt.", LanguageCode.german, "Xiaomi/SU7"),
    ("Tesla's Model Y sells.", .english, "Tesla/Model Y"),
    ("the Leapmotor B07 is new", .english, "Leapmotor/B07"), ("小米SU7上市", .chinese, "Xiaomi/SU7"),
    ("The VinFast VF 6 and VF 7 are SUVs.", .english, "VinFast/VF 7"),
    ("del BYD Seagull", .spanish, "BYD/Seagull"),
    // Digits alone, behind an article and the maker named last.
    ("Renault has the 5, the 4 and the Twingo.", .english, "Renault/5"),
    ("Vend Polestar trois modèles ? La 5, une berline, coûte cher.", .french, "Polestar/5"),
    ("Polestar 4 219,000", .english, "Polestar/4"),
    // A hash sign and a digit.
    ("SMART. La #5 arrive en mai.", .french, "Smart/#5"),
    // A name is no article: "El" before a code.
    ("El ET9 de NIO llega.", .spanish, "NIO/ET9"),
    // A code directly behind its maker is not another's.
    ("El Skyworth ET5 cuesta poco.", .spanish, "Skyworth/ET5"),
    // Numbers and lists of trims behind a name or alone.
    ("Hyundai's Ioniq 3 costs £25,995 as the Advance.", .english, "Hyundai/Ioniq 3 Advance"),
    ("Die BMW iX3 50 xDrive kommt.", .german, "BMW/iX3 50 xDrive"),
    ("XPeng shows the G6 at RMB 109,800 for the 510 Pro.", .english, "XPeng/G6 510 Pro"),
    (
      "BYD Dolphin Surf:\n\n- Active, 30 kWh: 19.490 euro\n- Boost, 43 kWh: 22.990 euro", .italian,
      "BYD/Dolphin Surf Boost"
    ),
    ("Hyundai Ioniq 3:\n\n- Amplia, 42 kWh: 30.400 euro", .italian, "Hyundai/Ioniq 3 Amplia"),
  ])
  func findsTheModel(text: String, language: LanguageCode, name: String) {
    #expect(names(text, language).contains(name))
  }

  /// A currency, a train's time, a rival's code in Italian "il 5 maggio".
  @Test(arguments: [
    ("BYD verlangt 209.800 Yuan dafür.", LanguageCode.german, "BYD/Yuan"),
    ("Renault arriva l'8 luglio, il 5 maggio era chiuso.", .italian, "Renault/5"),
    ("Die Mini-SUV kommen.", .german, "Mini/SUV"),
    ("The BYD Dolphin is R539,900.", .english, "BYD/Dolphin R539"),
    ("En mai, BYD en a vendu 5 214, MG 5 030.", .french, "MG/MG5"),
    ("Am weitesten fährt wohl der Kia PV5 Passenger 412; der Rest folgt.", .german, "Kia/PV5 Passenger 412"),
    ("BYD builds in King Abdullah City.", .english, "BYD/King"),
  ])
  func findsNoModel(text: String, language: LanguageCode, name: String) {
    #expect(!names(text, language).contains(name))
  }

  @Test(arguments: ["Rain is expected on Tuesday.", "The bank of the river froze."])
  func findsNoneWhereThereIsNone(text: String) {
    #expect(names(text, .english).isEmpty)
  }

  @Test(arguments: [
    "", "\u{200B}\u{202E}", String(repeating: "9", count: 10_000), String(repeating: "(", count: 5_000),
    "0000 und 9999",
    "99999999999999999999999999 Autos", "SU7 \u{FFFD}\u{FFFD} 13万", String(repeating: "a ", count: 20_000),
  ])
  func everySpanLiesInTheText(text: String) {
    for language in LanguageCode.allCases {
      for record in Mentions(text, language: language, lexicon: .standard).records(
        published: Day("2025-01-01"))
      {
        #expect(record.span.text(in: text) == record.text)
      }
    }
  }
}
