import Facts
import Lexicon

/// The trained models, by what they decide.
struct Decisions: Sendable {
  private let models: [String: TreeModel]

  /// The models of the binary.
  static let standard: Decisions = {
    var models: [String: TreeModel] = [:]
    for file in EmbeddedFiles.all {
      let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
      models.merge(TreeModel.read(bytes)) { _, new in new }
    }
    return Decisions(models: models)
  }()

  init(models: [String: TreeModel]) { self.models = models }

  /// How likely each class is; empty where no such model was trained.
  func probabilities(_ name: String, _ features: [Float]) -> [Float] {
    models[name]?.probabilities(features) ?? []
  }

  /// How likely the answer is yes.
  func yes(_ name: String, _ features: [Float]) -> Float { models[name]?.probabilities(features).first ?? 0 }

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
