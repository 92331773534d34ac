import Deciding

/// The trained trees that tell whether a word is the name of a model, and whose.
enum NameDecisions {
  /// A word that is a model with less probability than this is none: of ten that are held for models nine are.
  static let least: Float = 0.5
  /// A maker that owns the model with less probability than this is none.
  static let leastOwner: Float = 0.2

  /// A word that is a maker with less probability than this is none.
  static let leastMaker: Float = 0.65
  /// The same for a word that the rules hold for one and that is called a maker, as in "Lanwei, a start-up".
  static let leastRuledMaker: Float = 0.3

  private static let decisions = Decisions(packed: PackedWeights.all)

  /// How likely each word is a model.
  static func probabilities(_ words: [WordName]) -> [Float] {
    words.isEmpty ? [] : decisions.yes("name", all: words.map(\.features))
  }

  /// The likeliest maker of a word's model.
  static func owner(_ word: WordName) -> String? {
    if word.owners.count <= 1 { return word.owners.first?.maker }
    let likely = decisions.yes("name.owner", all: word.owners.map(\.features))
    var best = 0
    for i in likely.indices where likely[i] > likely[best] { best = i }
    return likely[best] >= leastOwner ? word.owners[best].maker : nil
  }

  /// Whether a name goes on with the word behind a joint.
  static func goesOn(_ joint: NameJoint) -> Bool { decisions.yes("name.longer", joint.features) >= 0.5 }

  /// How likely each word is a maker, of those that are likely enough; 0 of the others.
  static func makers(_ words: [MakerWord]) -> [Float] {
    guard !words.isEmpty else { return [] }
    return zip(words, decisions.yes("name.maker", all: words.map(\.features))).map { word, likely in
      likely >= (word.isRuled ? leastRuledMaker : leastMaker) ? likely : 0
    }
  }
}
