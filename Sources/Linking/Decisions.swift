import Deciding
import Facts
import Lexicon

/// The trained models, by what they decide.
struct Decisions: Sendable {
  private let models: [String: TreeModel]

  /// The models of the binary.
  static let standard = Decisions(models: TreeModel.unpacked(PackedWeights.all))

  init(models: [String: TreeModel]) { self.models = models }

  /// Reads models in the form of `Weights/decisions.txt`.
  init(weights: String) { self.init(models: TreeText(weights).trained) }

  /// How likely each class is; empty where no such model was trained.
  func probabilities(_ name: String, _ features: [Float]) -> [Float] {
    models[name]?.probabilities(features) ?? []
  }

  /// How likely the answer is yes.
  func yes(_ name: String, _ features: [Float]) -> Float { models[name]?.probabilities(features).first ?? 0 }

  /// How likely the answer is yes for each of several candidates.
  func yes(_ name: String, all candidates: [[Float]]) -> [Float] {
    guard let model = models[name] else { return Array(repeating: 0, count: candidates.count) }
    return model.probabilities(all: candidates).map { $0[0] }
  }

  /// The likeliest class and its probability.
  func best(_ name: String, _ features: [Float]) -> (Int, Float) {
    let p = probabilities(name, features)
    var best = 0
    for i in p.indices where p[i] > p[best] { best = i }
    return (best, p.isEmpty ? 0 : p[best])
  }
}

/// The classes of the models, in the order of their training.
enum DecisionClasses {
  static let countKinds: [FactKind?] = [nil, .sales, .salesTarget, .storeCount, .capacity, .price, .range]
  static let measures = Measure.allCases
  static let outlets = Outlet.allCases
  static let priceSorts = ["start", "list", "presale"]
  static let qualifiers: [Qualifier] = [.exact, .about, .moreThan, .lessThan, .atLeast, .atMost]
  static let statuses = Status.allCases
  static let milestones = Milestone.allCases

  /// The kind, one value each, as features.
  static func kind(_ kind: FactKind) -> [Float] { FactKind.allCases.map { $0 == kind ? 1 : 0 } }
}
