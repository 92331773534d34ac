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
  ])
  func findsTheModel(text: String, language: LanguageCode, name: String) {
    #expect(names(text, language).contains(name))
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
