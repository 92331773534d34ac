import Facts

/// A capital word, or a few in a row, that no catalogue knows, with all places where the article writes it and all that speaks for its being
/// a model's name.
package struct WordName: Sendable {
  /// A maker whose model it may be.
  package struct Owner: Sendable {
    /// The maker's canonical name.
    package var maker: String
    /// What speaks for it, in the order of `WordName.ownerFeatureNames`.
    package var features: [Float]
  }

  /// The name as the article writes it first.
  package var name: String
  /// The tokens of each place, in order.
  package var places: [Range<Int>]
  /// What speaks for a model's name, in the order of `WordName.featureNames`.
  package var features: [Float]
  /// Whose it may be.
  package var owners: [Owner]
}

/// What is seen of one place: each is told of a word by its share of the places and by whether any place has it.
enum PlaceClue: Int, CaseIterable {
  case article, determiner, owned, bodyBefore, kindBefore, describedBefore, behindMaker, appositionBehind
  case appositionBefore, naming, copula, priceNear, verbNear, milestoneHere, amountHere, rangeHere, countHere
  case modelHere, makerHere, listedWithModel, capitalBefore, capitalBehind, numberBehind, variantBehind
  case placing, placed, cited, opensSentence, opensLine, quoted, bracketed, commaBefore, commaBehind
  case endsPhrase, hyphenBehind, suffixBehind, makerWordBefore, comparedBefore, genitive, bodyBehind
  case listLine, possessorBefore, citeNear, dateHere, marketBehind, showingBefore, plantNear
}

extension WordName {
  /// What is seen of the word as a whole.
  static let wholeNames = [
    "places", "inTitle", "small", "bytes", "words", "mixed", "allCapitals", "number", "makers", "models",
    "unknownMakers", "titleMakers", "titleModel", "vowelEnd", "from", "evidence", "makerNear", "ascii",
    "cue", "numberWord", "date", "market", "blocked", "otherModel", "code",
    "de", "en", "fr", "it", "es", "zh",
  ]

  /// The names of a word's features.
  package static let featureNames: [String] =
    PlaceClue.allCases.map { "share.\($0)" } + PlaceClue.allCases.map { "any.\($0)" } + wholeNames

  /// The names of an owner's features.
  package static let ownerFeatureNames = [
    "rank", "share", "count", "inTitle", "titleFirst", "adjacent", "sameSentence", "lastBefore",
    "lastMakerBefore",
    "distance", "models", "isFirst", "isGroup", "isKnown", "family", "behindHere", "makers", "places",
  ]
}
