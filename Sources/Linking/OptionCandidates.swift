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

  static let names: [String] =
    [
      "option0", "option1", "option2", "option3", "option4", "option5", "own<", "own>", "ownSentenceBefore",
      "ownParagraph", "ownTitle", "rival<", "rival>", "rivalBefore", "rivalTitle", "ownRank", "anyHere",
      "plant", "orders", "isTarget", "capacity<", "capacity>", "wholemarket<",
    ]

  /// The features of each option, from the features of the value.
  static func features(_ cues: [Cue], _ kind: FactKind, _ vector: [Float]) -> [[Float]] {
    let carriedBase = AnchorFeatures.near.count * 2
    func near(_ cue: Cue, _ side: Int) -> Float {
      AnchorFeatures.near.firstIndex(of: cue).map { vector[$0 * 2 + side] } ?? Scene.far
    }
    func carried(_ cue: Cue, _ side: Int) -> Float {
      AnchorFeatures.carried.firstIndex(of: cue).map { vector[carriedBase + $0 * 3 + side] } ?? 0
    }
    let nearest = cues.map { min(near($0, 0), near($0, 1)) }
    return cues.indices.map { i in
      let cue = cues[i]
      let rivals = cues.filter { $0 != cue }
      return (0..<6).map { $0 == i ? 1 : 0 } + [
        near(cue, 0), near(cue, 1), carried(cue, 0), carried(cue, 1), carried(cue, 2),
        rivals.map { near($0, 0) }.min() ?? Scene.far,
        rivals.map { near($0, 1) }.min() ?? Scene.far, rivals.map { carried($0, 0) }.max() ?? 0,
        rivals.map { carried($0, 2) }.max() ?? 0,
        Float(nearest.count { $0 < nearest[i] }), nearest.min() ?? Scene.far,
        min(near(.plant, 0), near(.plant, 1)), min(near(.measureOrders, 0), near(.measureOrders, 1)),
        kind == .salesTarget ? 1 : 0, near(.capacity, 0), near(.capacity, 1), near(.wholemarket, 0),
      ]
    }
  }
}
