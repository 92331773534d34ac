/// A capital word, or a few in a row, that may be a maker whom no catalogue knows, with all places where the article writes it.
package struct MakerWord: Sendable {
  /// The name as the article writes it first, without "Motors" and the like.
  package var name: String
  /// The tokens of each place, in order.
  package var places: [Range<Int>]
  /// Whether the rules hold it for a maker and a word for makers stands beside it.
  package var isRuled: Bool
  /// What speaks for a maker, in the order of `MakerWord.featureNames`.
  package var features: [Float]

  /// What is seen of one place: each is told by its share of the places and by whether any has it.
  enum Clue: Int, CaseIterable {
    case makerWord, verb, joined, founded, origin, place, cited, code, suffix, capital, heads, determined,
      digit
  }

  /// The names of a word's features.
  package static let featureNames: [String] =
    WordName.featureNames + Clue.allCases.map { "maker.share.\($0)" }
    + Clue.allCases.map { "maker.any.\($0)" }
    + ["maker.rule", "maker.title", "maker.orphans", "maker.models", "maker.suffixes", "maker.times"]
}
