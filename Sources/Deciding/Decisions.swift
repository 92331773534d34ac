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

  /// How likely the answer is yes for each of several candidates.
  package func yes(_ name: String, all candidates: FeatureRows) -> [Float] {
    guard let model = models[name] else { return Array(repeating: 0, count: candidates.count) }
    return model.yes(candidates)
  }

  /// How likely the answer is yes for each of several candidates, all with as many features.
  package func yes(_ name: String, all candidates: [[Float]]) -> [Float] {
    yes(name, all: FeatureRows(candidates))
  }

  /// The likeliest class and its probability.
  package func best(_ name: String, _ features: [Float]) -> (Int, Float) {
    let p = probabilities(name, features)
    var best = 0
    for i in p.indices where p[i] > p[best] { best = i }
    return (best, p.isEmpty ? 0 : p[best])
  }
}
