import Facts

/// What is looked for: words that must all occur, read from whatever a person typed.
///
/// Only folded letters and digits of the input reach FTS5, each term in quotes, so that no input is an operator.
struct SearchQuery {
  /// A word, or several that must stand side by side ("ID.3", 小米汽车).
  struct Term {
    var units: [SearchUnit]

    /// Whether a longer word will do too: "Elektroauto" finds "Elektroautos".
    ///
    /// Short words are taken as they are.
    var isPrefix: Bool {
      guard let last = units.last else { return false }
      return !last.isHan && last.word.unicodeScalars.count >= 4
    }
  }

  /// The terms, all of which must occur.
  let terms: [Term]

  /// Reads what a person typed; more than 32 words are cut off.
  init(_ words: String) {
    terms = words.split(whereSeparator: \.isWhitespace).prefix(32)
      .map { Term(units: SearchUnits.units(of: String($0))) }.filter { !$0.units.isEmpty }
  }

  /// The query in FTS5's language, `nil` where nothing is looked for.
  var match: String? {
    guard !terms.isEmpty else { return nil }
    return terms.map(Self.match).joined(separator: " AND ")
  }

  private static func match(_ term: Term) -> String {
    let units = term.units
    var words: [String] = []
    var takesBeginning = term.isPrefix
    for (index, unit) in units.enumerated() {
      let next = index + 1 < units.count ? units[index + 1] : nil
      if let next, SearchUnits.follows(next, unit) {
        words.append(unit.word + next.word)
      } else if next == nil, unit.isHan {
        // The last character is in the pair before it; one alone is the beginning of a pair or the last of a run.
        let isAlone = index == 0 || !SearchUnits.follows(unit, units[index - 1])
        guard isAlone else { continue }
        words.append(unit.word)
        takesBeginning = true
      } else {
        words.append(unit.word)
      }
    }
    return "\"" + words.joined(separator: " ") + "\"" + (takesBeginning ? " *" : "")
  }

  /// Where the terms stand in a text.
  func places(in units: [SearchUnit]) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    for start in units.indices {
      for term in terms where matches(term, units, at: start) {
        spans.append(SourceSpan(units[start].span.start, units[start + term.units.count - 1].span.end))
      }
    }
    return SearchQuery.merged(spans)
  }

  private func matches(_ term: Term, _ units: [SearchUnit], at start: Int) -> Bool {
    guard start + term.units.count <= units.count else { return false }
    for (offset, wanted) in term.units.enumerated() {
      let found = units[start + offset].word
      let isLast = offset == term.units.count - 1
      guard found == wanted.word || (isLast && term.isPrefix && found.hasPrefix(wanted.word)) else {
        return false
      }
    }
    return true
  }

  private static func merged(_ spans: [SourceSpan]) -> [SourceSpan] {
    var merged: [SourceSpan] = []
    for span in spans.sorted() {
      if let last = merged.last, span.start <= last.end {
        merged[merged.count - 1].end = max(last.end, span.end)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
