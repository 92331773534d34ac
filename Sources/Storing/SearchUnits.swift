import Facts

/// A word of a text, or one Chinese character, without case and accents, and where it stands.
struct SearchUnit {
  var word: String
  var span: SourceSpan
  var isHan: Bool
}

/// Texts as words to index and to look for.
///
/// Chinese has no spaces between words, so a run of its characters is indexed as overlapping pairs and its last
/// character: a pair finds a word of two, pairs in sequence find longer ones, and the beginning of a pair one of one.
enum SearchUnits {
  /// The words of a text in order.
  static func units(of text: String) -> [SearchUnit] {
    var units: [SearchUnit] = []
    var word = ""
    var start = 0
    var position = 0
    func endWord() {
      if !word.isEmpty {
        units.append(SearchUnit(word: word, span: SourceSpan(start, position), isHan: false))
      }
      word = ""
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if isHan(scalar) {
        endWord()
        let span = SourceSpan(position, position + width)
        units.append(SearchUnit(word: String(scalar), span: span, isHan: true))
      } else if !isAccent(scalar) {
        let before = word.utf8.count
        LetterFolding.append(scalar, to: &word)
        if before == 0 { start = position }
        if word.utf8.count == before { endWord() }
      }
      position += width
    }
    endWord()
    return units
  }

  /// The words as the index holds them, separated by spaces.
  static func indexText(_ units: [SearchUnit]) -> String {
    var text = ""
    for (index, unit) in units.enumerated() {
      if !text.isEmpty { text += " " }
      text += unit.word
      if index + 1 < units.count, follows(units[index + 1], unit) { text += units[index + 1].word }
    }
    return text
  }

  /// Whether two Chinese characters stand side by side.
  static func follows(_ second: SearchUnit, _ first: SearchUnit) -> Bool {
    first.isHan && second.isHan && first.span.end == second.span.start
  }

  /// An accent that is written apart belongs to the letter before it.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
