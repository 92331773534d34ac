import Deciding

/// The trained trees that tell whether a word is the name of a model, and whose.
enum NameDecisions {
  /// A word that is a model with less probability than this is none: of ten that are held for models nine are.
  static let least: Float = 0.7
  /// A maker that owns the model with less probability than this is none.
  static let leastOwner: Float = 0.2

  private static let models = TreeModel.unpacked(PackedWeights.all)

  /// How likely each word is a model.
  static func probabilities(_ words: [WordName]) -> [Float] {
    guard let model = models["name"], !words.isEmpty else { return words.map { _ in 0 } }
    return model.probabilities(all: words.map(\.features)).map { $0[0] }
  }

  /// The likeliest maker of a word's model.
  static func owner(_ word: WordName) -> String? {
    guard let model = models["name.owner"], !word.owners.isEmpty else { return nil }
    if word.owners.count == 1 { return word.owners[0].maker }
    let likely = model.probabilities(all: word.owners.map(\.features)).map { $0[0] }
    var best = 0
    for i in likely.indices where likely[i] > likely[best] { best = i }
    return likely[best] >= leastOwner ? word.owners[best].maker : nil
  }
}
