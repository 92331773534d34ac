import Facts
import Finding
import Lexicon

/// The measures and outlets that a figure can be of, each seen from its own cue: one model answers for all of them.
enum OptionCandidates {
  /// The cue of each measure, in the order of `Measure.allCases`.
  static let measures: [Cue] = [
    .measureSales, .measureDeliveries, .measureRegistrations, .measureProduction, .measureOrders,
    .measureExports,
  ]
  /// The cue of each outlet, in the order of `Outlet.allCases`.
  static let outlets: [Cue] = [.outletStore, .outletDealer, .outletService, .outletAny]

  /// The cues of the options that a kind has; `nil` where it has none.
  static func cues(of kind: FactKind) -> [Cue]? {
    switch kind {
    case .sales, .salesTarget: measures
    case .storeCount: outlets
    default: nil
    }
  }

  /// The model that chooses among the options of a kind.
  static func model(of kind: FactKind) -> String { kind == .storeCount ? "outlet" : "measure" }

  static let names: [String] =
    [
      "option0", "option1", "option2", "option3", "option4", "option5", "own<", "own>", "ownSentenceBefore",
      "ownParagraph", "ownTitle", "rival<", "rival>", "rivalBefore", "rivalTitle", "ownRank", "anyHere",
      "plant", "orders", "isTarget", "capacity<", "capacity>", "wholemarket<",
    ]

  /// The features of each option, from the features of the value.
  static func features(_ cues: [Cue], _ kind: FactKind, _ vector: [Float]) -> [[Float]] {
    func near(_ cue: Cue, _ side: AnchorFeatures.Side) -> Float {
      AnchorFeatures.distance(cue, side, in: vector)
    }
    func inherited(_ cue: Cue, _ origin: AnchorFeatures.Origin) -> Float {
      AnchorFeatures.inherited(cue, origin, in: vector)
    }
    let nearest = cues.map { AnchorFeatures.distance($0, in: vector) }
    return cues.indices.map { i in
      let cue = cues[i]
      let rivals = cues.filter { $0 != cue }
      return (0..<6).map { $0 == i ? 1 : 0 } + [
        near(cue, .before), near(cue, .after), inherited(cue, .sentenceBefore), inherited(cue, .paragraph),
        inherited(cue, .title),
        rivals.map { near($0, .before) }.min() ?? Scene.far,
        rivals.map { near($0, .after) }.min() ?? Scene.far,
        rivals.map { inherited($0, .sentenceBefore) }.max() ?? 0,
        rivals.map { inherited($0, .title) }.max() ?? 0,
        Float(nearest.count { $0 < nearest[i] }), nearest.min() ?? Scene.far,
        AnchorFeatures.distance(.plant, in: vector), AnchorFeatures.distance(.measureOrders, in: vector),
        kind == .salesTarget ? 1 : 0, near(.capacity, .before), near(.capacity, .after),
        near(.wholemarket, .before),
      ]
    }
  }
}
