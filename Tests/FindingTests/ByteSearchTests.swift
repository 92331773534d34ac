import Testing

@testable import Finding

/// Words are found in a text by their bytes, as by the search of the standard library.
@Suite struct ByteSearchTests {
  private static func range(_ word: String, _ text: String) -> Range<Int>? {
    Array(text.utf8).firstRange(of: Array(word.utf8))
  }

  @Test func theFirstPlaceIsGiven() {
    #expect(ByteSearchTests.range("ev", "an ev, another ev") == 3..<5)
    #expect(ByteSearchTests.range("aab", "aaab") == 1..<4)
    #expect(ByteSearchTests.range("b", "aaab") == 3..<4)
    #expect(ByteSearchTests.range("aaab", "aaab") == 0..<4)
  }

  @Test func whatDoesNotStandThereIsNotFound() {
    #expect(ByteSearchTests.range("evs", "an ev") == nil)
    #expect(ByteSearchTests.range("evs", "ev") == nil)
    #expect(ByteSearchTests.range("e", "") == nil)
    #expect(ByteSearchTests.range("", "ev") == 0..<0)
    #expect(ByteSearchTests.range("", "") == 0..<0)
  }
}
