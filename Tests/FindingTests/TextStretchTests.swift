import Finding
import Testing

/// Long texts are read in parts that cover them.
@Suite struct TextStretchTests {
  private func parts(_ text: String, _ limit: Int) -> [String] {
    TextStretch.of(text, limit: limit).map(\.text)
  }

  @Test func aShortTextIsOnePart() {
    #expect(parts("One.\n\nTwo.", 10) == ["One.\n\nTwo."])
    #expect(parts("", 10) == [""])
  }

  @Test func cutsAtTheBestPlace() {
    #expect(parts("aaa aaa.\nbbb bbb.\n\nccc ccc ccc", 20) == ["aaa aaa.\nbbb bbb.\n\n", "ccc ccc ccc"])
    #expect(parts("aaa aaa aaa.\nbbb ccc ddd", 20) == ["aaa aaa aaa.\n", "bbb ccc ddd"])
    #expect(parts("aaa aaa aaa. bbb ccc ddd", 20) == ["aaa aaa aaa. ", "bbb ccc ddd"])
    #expect(parts("aaaaaaaa bbbbbbbb cc", 18) == ["aaaaaaaa bbbbbbbb ", "cc"])
    #expect(parts("一二三四。五六七", 18) == ["一二三四。", "五六七"])
  }

  @Test(arguments: ["é", "汽", "\u{1F697}", "x"])
  func neverCutsACharacter(letter: String) {
    let text = String(repeating: letter, count: 500)
    for limit in 7...23 {
      let stretches = TextStretch.of(text, limit: limit)
      #expect(stretches.map(\.text).joined() == text)
      #expect(stretches.allSatisfy { $0.text.utf8.count <= limit })
      var start = 0
      for stretch in stretches {
        #expect(stretch.start == start)
        start += stretch.text.utf8.count
      }
    }
  }
}
