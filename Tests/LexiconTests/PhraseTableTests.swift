import LexiconTables
import Testing

/// Question words by what they do, found in tokens.
struct PhraseTableTests {
  private let table = PhraseTable(files: [
    "# words of a test\nwhen: since when | when\nprice: coûte | billig*\nprice.start: à partir de",
    "filler: when\nsay.hello: Hello: {}",
  ])

  private func found(_ text: String) -> [String] {
    let tokens = QuestionTokens.of(FoldedText(text))
    var out: [String] = []
    for start in tokens.indices {
      table.forEachMatch(tokens, at: start) { end, roles in
        out.append("\(start)-\(end) " + roles.map { table.roles[$0] }.sorted().joined(separator: ","))
      }
    }
    return out
  }

  @Test func phrasesOfSeveralWordsAndOfSeveralRoles() {
    #expect(found("Since when?") == ["0-2 when", "1-2 filler,when"])
  }

  @Test func accentsMayBeLeftOut() {
    #expect(found("combien COUTE") == ["1-2 price"])
    #expect(found("a partir de") == ["0-3 price.start"])
    #expect(found("à partir d") == [])
  }

  @Test func beginningsOfWords() {
    #expect(found("das billigste Auto") == ["1-2 price"])
    #expect(found("bill") == [])
  }

  @Test func sayingsKeepTheirColons() {
    #expect(table.sayings == ["hello": "Hello: {}"])
  }

  @Test func packingLosesNothing() {
    let packed = table.packed
    // The table is read from where a literal lies: for as long as the program runs.
    #expect(packed.allSatisfy { (0x25..<0x7A).contains($0) })
    #expect(packed.count.isMultiple(of: 5))
  }
}
