import Facts
import Lexicon

/// A word of the language that decides something.
public struct CueMention: Sendable {
  /// What it means.
  public var cue: Cue
  /// Its value, for classes that have one.
  public var value: String?
  /// The folded bytes.
  public var start: Int
  /// The byte past the last.
  public var end: Int
  /// The first token.
  public var token: Int
  /// The token past the last.
  public var tokenEnd: Int
}

/// Finds the cues of a text.
enum CueFinder {
  /// All cues in order; one that lies strictly within a longer one of its class, or of a class that denies, is dropped, save in
  /// the date and number grammar, where the parts are needed.
  static func find(_ text: FoldedText, _ tokens: [Token], _ tokenAt: [Int: Int], _ words: WordTable)
    -> [CueMention]
  {
    var found: [CueMention] = []
    for match in words.matches(in: text) {
      let form = words.forms[match.form]
      var start = match.start
      // A form with an open start can begin within a token ("E-Auto-Neuzulassungen").
      while tokenAt[start] == nil, start > 0, match.start - start < 40 { start -= 1 }
      guard let token = tokenAt[start] else { continue }
      var end = token
      while end < tokens.count, tokens[end].start < match.end { end += 1 }
      found.append(
        CueMention(
          cue: form.cue, value: form.value, start: match.start, end: match.end, token: token, tokenEnd: end))
    }
    found.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    var out: [CueMention] = []
    var open: [CueMention] = []
    for cue in found {
      open.removeAll { $0.end <= cue.start }
      let swallowed = open.contains { longer in
        longer.start <= cue.start && cue.end <= longer.end && longer.end - longer.start > cue.end - cue.start
          && (longer.cue == cue.cue && !isPart(cue.cue) || hides(longer.cue) && !isGrammar(cue.cue))
      }
      if swallowed { continue }
      open.append(cue)
      out.append(cue)
    }
    return out
  }

  /// Classes of longer forms that say that the words in them mean something else: "sales staff", "price cut", "no longer".
  private static func hides(_ cue: Cue) -> Bool {
    switch cue {
    case .notcar, .priceNot, .rangeNot, .boilerplate, .notmodel, .priceChange, .abbreviation, .refMaker,
      .refModel,
      .relative, .same, .yearBefore, .numberWord:
      true
    default: false
    }
  }

  /// Words of dates, which may stand within a longer form of their own class that is not meant: "la fin" in "depuis la fin mars".
  private static func isPart(_ cue: Cue) -> Bool {
    switch cue {
    case .glue, .by, .from, .since, .relative, .part, .next, .last, .same, .yearBefore, .yearAfter: true
    default: false
    }
  }

  /// Cues that numbers and dates are put together from; they stay even within longer forms.
  private static func isGrammar(_ cue: Cue) -> Bool {
    switch cue {
    case .month, .numberWord, .numberMultiplier, .abbreviation, .currency, .currencySymbol, .currencyDollar,
      .currencyYen, .unitKm, .unitMi, .percent,
      .weekday, .season, .part, .quarter, .half, .dateUnit, .relative, .last, .next, .this, .firstN, .ago,
      .ahead, .same, .yearBefore, .yearAfter, .by, .from, .since, .notBefore, .spanOpen,
      .spanJoin, .glue, .sedan, .suv, .hatchback, .wagon, .coupe, .mpv, .pickup, .van, .roadster, .vehicle:
      true
    default: false
    }
  }
}
