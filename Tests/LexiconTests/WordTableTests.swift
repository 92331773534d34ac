import Facts
import Lexicon
import Testing

/// Forms of language files, found in texts.
struct WordTableTests {
  private func found(_ lines: String, in text: String) -> [String] {
    var faults: [WordTable.Fault] = []
    let table = WordTable(files: [lines], faults: &faults)
    #expect(faults.isEmpty)
    let folded = FoldedText(text)
    return table.matches(in: folded).map { match in
      let form = table.forms[match.form]
      let word = String(decoding: folded.bytes[match.start..<match.end], as: UTF8.self)
      return "\(form.cue.rawValue)\(form.value.map { "=\($0)" } ?? ""):\(word)"
    }
  }

  @Test func matchesWholeWordsWithoutRegardToCase() {
    #expect(
      found("vehicle: car | cars", in: "Cars, a CAR; a cartel, oscar") == ["vehicle:cars", "vehicle:car"])
  }

  @Test func aBlankStandsForAnyWhiteSpace() {
    #expect(
      found("peryear: per year", in: "per\u{A0}year, per  year") == ["peryear:per year", "peryear:per  year"])
  }

  @Test func starsStandForTheRestOfAWord() {
    #expect(
      found("price: *preis", in: "der Einstiegspreis, Preise, preis") == [
        "price:einstiegspreis", "price:preis",
      ])
    #expect(found("price: preis*", in: "Preisliste und Kaufpreis") == ["price:preisliste"])
  }

  @Test func exactFormsKeepTheirCapitals() {
    #expect(found("electric: EV!", in: "an EV, an ev, Ev") == ["electric:ev"])
  }

  @Test func ideographsNeedNoBorders() {
    #expect(found("measure.deliveries: 交付", in: "已交付新车") == ["measure.deliveries:交付"])
  }

  @Test func valuesAreReadBehindTheLastEqualsSign() {
    #expect(found("currency: euro=EUR | euros=EUR", in: "30 euros") == ["currency=EUR:euros"])
  }

  @Test func splitVerbsLieAtTheirSecondPart() {
    let lines = "milestone.launch: kommt ... auf den Markt"
    #expect(found(lines, in: "er kommt 2026 auf den Markt") == ["milestone.launch:auf den markt"])
    #expect(found(lines, in: "er kommt 2026! Sie ist auf den Markt gut") == [])
  }

  @Test func unknownClassesAreFaults() {
    var faults: [WordTable.Fault] = []
    let table = WordTable(files: ["nonsense: car\nvehicle: car"], faults: &faults)
    #expect(faults.count == 1)
    #expect(table.forms.count == 1)
  }

  @Test(arguments: [LanguageCode.german, .english, .french, .italian, .spanish, .chinese])
  func languagesHaveNoFaults(_ language: LanguageCode) {
    #expect(Lexicon.faults(of: language).isEmpty)
    #expect(Lexicon.standard.words(of: language).forms.count > 500)
  }
}
