import Facts
import Linking
import Testing

/// Whatever a text holds, each fact lies on whole characters of it, and its number reads as its value.
@Suite struct HostileTextTests {
  private static let base = """
    Xiaomi’s SU7 went on sale in Munich for £35,990 in Q3 2025; it goes 520 miles. BYD sold 41,300 electric cars in Germany \
    in May 2025, and the Seal starts at €44\u{202F}990. 小米SU7今年上半年交付13万辆。Il produttore vuole vendere 130 mila auto nel 2026.

    """

  /// Things put into the text at places that a walk through it chooses.
  static let insertions = [
    "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{0}", "\u{1F697}", "\u{301}", "\u{FFFD}",
    "999999999999999999999999999999",
    "0000", "9999", "((((((((((", "\n\n\n", "\u{AD}", "\"\"\"", "１２３", "一亿亿亿", "-", ",,,,", "€€€", "..2025..",
  ]

  @Test(arguments: insertions)
  func factsLieOnCharacters(insertion: String) {
    let scalars = Array(HostileTextTests.base.unicodeScalars)
    for step in [7, 11, 29] {
      var text = String.UnicodeScalarView()
      for (n, scalar) in scalars.enumerated() {
        if n % step == step - 1 { text.append(contentsOf: insertion.unicodeScalars) }
        text.append(scalar)
      }
      HostileTextTests.check(String(text))
    }
  }

  @Test func numbersThatNoMachineHolds() {
    for number in [
      "1" + String(repeating: "0", count: 400), "0." + String(repeating: "9", count: 400), "-0", "00",
    ] {
      HostileTextTests.check("BYD sold \(number) electric cars in 2025 for \(number) euros, up \(number)%.")
    }
    for year in ["0", "0000", "9999", "10000", "99999999999999999999"] {
      HostileTextTests.check("The electric BYD Seal went on sale in May \(year) and on 31 December \(year).")
    }
  }

  @Test func aMillionNumbersAndBrackets() {
    let numbers = String(repeating: "BYD 1 ", count: 40_000)
    let brackets = "BYD sold " + String(repeating: "(", count: 20_000) + "5,000 electric cars"
    for text in [numbers, brackets] { HostileTextTests.check(text) }
  }

  private static func check(_ text: String) {
    let found = FactExtractor().extract(Article(id: "a", published: Day("2025-07-01"), text: text))
    let bytes = Array(text.utf8)
    for fact in found.facts {
      #expect(text.contains(fact.evidence))
      guard let span = fact.span else {
        Issue.record("a fact without a place: \(fact)")
        continue
      }
      #expect(span.text(in: text) != nil)
      #expect(span.start >= 0 && span.end <= bytes.count && span.count > 0)
      if let value = fact.value { #expect(value.isFinite) }
      #expect((0...1).contains(fact.confidence ?? -1))
    }
  }
}
