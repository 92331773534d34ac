import Facts
import Finding
import Lexicon
import Testing

/// The bytes that a mention's place cuts from the text are its words, whatever stands between them.
@Suite struct MentionPlaceTests {
  static let texts: [(String, LanguageCode)] = [
    ("Der „SU7“ kostet ab 35\u{A0}990\u{202F}€ – bis Ende März 2026 sollen’s 1,2 Mio. Škodas sein.", .german),
    ("Xiaomi’s SU7 went on sale in Munich for £35,990 in Q3 2025; it goes 520 miles.", .english),
    ("L’ë-C3 de Citroën coûte 23\u{202F}300 euros en France depuis le 1er février 2024.", .french),
    ("Nell’Unione europea BYD vuole vendere 130 mila auto nel primo semestre del 2025.", .italian),
    ("El año pasado se matricularon 18.378 coches del BYD Atto 3 en España.", .spanish),
    ("小米ＳＵ７售价２１.５９万元，今年上半年交付１３万辆，问界M9已在德国上市。", .chinese),
    ("\u{FEFF}小米\u{200B}SU7 e\u{301}t\u{E9} \u{1F697} Tes\u{AD}la Model\u{A0}Y: 12\u{200B}000 km", .french),
    ("Zeekr 001\r\n\r\nBYD\tSeal\u{2028}50\u{2019}000 Stück", .german),
  ]

  @Test(arguments: texts)
  func cutsTheWordsOutOfTheText(text: String, language: LanguageCode) throws {
    let records = Mentions(text, language: language, lexicon: .standard).records(published: Day("2025-07-10"))
    #expect(!records.isEmpty)
    let bytes = Array(text.utf8)
    for record in records {
      #expect(record.span.text(in: text) == record.text)
      #expect(Array(bytes[record.span.start..<record.span.end]) == Array(record.text.utf8))
      #expect(record.span.count > 0)
    }
    #expect(records.map(\.span) == records.map(\.span).sorted())
    #expect(Set(records).count == records.count)
  }

  @Test func saysWhatEachComesTo() throws {
    let text = "In Germany Xiaomi sold 1,200 SU7 sedans at €35,990 in March 2025; each goes 800 km."
    let records = Mentions(text, language: .english, lexicon: .standard).records(published: nil)
    func record(_ words: String) throws -> MentionRecord { try #require(records.first { $0.text == words }) }
    #expect(try record("Germany").market == "DE")
    #expect(try record("Xiaomi").manufacturer == "Xiaomi")
    let model = try record("SU7")
    #expect(model.type == "model" && model.manufacturer == "Xiaomi" && model.model == "SU7")
    #expect(try record("1,200").value == 1200)
    let price = try record("€35,990")
    #expect(price.type == "amount" && price.value == 35_990 && price.unit == "EUR")
    #expect(try record("in March 2025").when == Period("2025-03"))
    let range = try record("800 km")
    #expect(range.type == "distance" && range.unit == "km")
    #expect(
      range.json
        == "{\"type\": \"distance\", \"text\": \"800 km\", \"start\": 78, \"end\": 84, \"value\": 800, "
        + "\"unit\": \"km\"}")
  }
}
