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
    let before = cues.map { AnchorFeatures.distance($0, .before, in: vector) }
    let after = cues.map { AnchorFeatures.distance($0, .after, in: vector) }
    let inSentenceBefore = cues.map { AnchorFeatures.inherited($0, .sentenceBefore, in: vector) }
    let inTitle = cues.map { AnchorFeatures.inherited($0, .title, in: vector) }
    let nearest = cues.indices.map { min(before[$0], after[$0]) }
    let any = nearest.min() ?? Scene.far
    return cues.indices.map { i in
      var f: [Float] = []
      f.reserveCapacity(names.count)
      for option in 0..<6 { f.add(flag: option == i) }
      f.add(
        before[i], after[i], inSentenceBefore[i], AnchorFeatures.inherited(cues[i], .paragraph, in: vector),
        inTitle[i])
      // The nearest of the others.
      var rivals: (before: Float, after: Float, sentence: Float, title: Float)?
      for k in cues.indices where k != i {
        let (b, a, s, t) = rivals ?? (.infinity, .infinity, -.infinity, -.infinity)
        rivals = (min(b, before[k]), min(a, after[k]), max(s, inSentenceBefore[k]), max(t, inTitle[k]))
      }
      let (b, a, s, t) = rivals ?? (Scene.far, Scene.far, 0, 0)
      f.add(
        b, a, s, t, Float(nearest.count { $0 < nearest[i] }), any,
        AnchorFeatures.distance(.plant, in: vector),
        AnchorFeatures.distance(.measureOrders, in: vector), kind == .salesTarget ? 1 : 0,
        AnchorFeatures.distance(.capacity, .before, in: vector),
        AnchorFeatures.distance(.capacity, .after, in: vector),
        AnchorFeatures.distance(.wholemarket, .before, in: vector))
      return f
    }
  }
}
