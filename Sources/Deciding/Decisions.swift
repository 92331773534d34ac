/// Trained models, by what they decide.
package struct Decisions: Sendable {
  private let models: [String: TreeModel]

  /// Takes models as the build packed them.
  package init(packed: StaticString) { models = TreeModel.unpacked(packed) }

  /// Reads models in the form of the weights' files.
  package init(weights: String) { models = TreeText(weights).trained }

  /// How likely each class is; empty where no such model was trained.
  package func probabilities(_ name: String, _ features: [Float]) -> [Float] {
    models[name]?.probabilities(features) ?? []
  }

  /// How likely the answer is yes.
  package func yes(_ name: String, _ features: [Float]) -> Float {
    models[name]?.probabilities(features).first ?? 0
  }

  /// What candidates are rivals for, so that exactly one is right: their scores were trained against each other.
  package static let ranked: Set<String> = [
    "subject", "when", "market", "measure", "outlet", "subject.again", "when.again", "market.again",
    "measure.again",
    "outlet.again", "name.owner",
  ]

  /// How likely the answer is yes for each of several candidates; of rivals, each one's share of their odds, which add up to one.
  package func yes(_ name: String, all candidates: [[Float]]) -> [Float] {
    guard let model = models[name] else { return Array(repeating: 0, count: candidates.count) }
    let likely = model.probabilities(all: candidates).map { $0[0] }
    guard Decisions.ranked.contains(name) else { return likely }
    // The odds are e to the power of the score.
    let odds = likely.map { $0 / max(1 - $0, 1e-7) }
    let sum = odds.reduce(0, +)
    return odds.map { $0 / sum }
  }

  /// The likeliest class and its probability.
  package func best(_ name: String, _ features: [Float]) -> (Int, Float) {
    let p = probabilities(name, features)
    var best = 0
    for i in p.indices where p[i] > p[best] { best = i }
    return (best, p.isEmpty ? 0 : p[best])
  }
}
