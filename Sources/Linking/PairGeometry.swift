import Facts
import Finding

/// How the mentions of one thing (a name, a date, a market) lie to an anchor.
struct PairGeometry {
  var before = Scene.far
  var after = Scene.far
  var clausesBefore: Float = 9
  var clausesAfter: Float = 9
  /// Other mentions of the same sort between it and the anchor.
  var rivalsBefore: Float = 9
  var rivalsAfter: Float = 9
  /// Numbers between it and the anchor.
  var valuesBefore: Float = 9
  var valuesAfter: Float = 9
  /// Sentences back to the nearest mention, 0 in the same, 20 where there is none.
  var sentencesBack: Float = 20
  var paragraphsBack: Float = 9
  /// Its number among its like in the sentence.
  var order: Float = -1
  var inBrackets: Float = 0

  /// As features.
  var vector: [Float] {
    [
      before, after, clausesBefore, clausesAfter, rivalsBefore, rivalsAfter, valuesBefore, valuesAfter,
      sentencesBack, paragraphsBack, order, inBrackets,
    ]
  }

  static let names = [
    "before", "after", "clauses<", "clauses>", "rivals<", "rivals>", "values<", "values>", "sentencesBack",
    "paragraphsBack", "order", "inBrackets",
  ]

  /// Takes account of one mention in the anchor's sentence or before it.
  mutating func add(_ scene: Scene, _ anchor: Anchor, first: Int, end: Int, rivals: [Range<Int>], order: Int)
  {
    let sentence = scene.sentenceOf[first]
    if sentence == anchor.sentence {
      sentencesBack = 0
      paragraphsBack = 0
      let d = scene.distance(anchor, first, end)
      if d <= 0, -d < before {
        before = -d
        clausesBefore = Float(scene.clause[anchor.token] - scene.clause[max(first, end - 1)])
        rivalsBefore = Float(rivals.count { $0.lowerBound >= end && $0.upperBound <= anchor.token })
        valuesBefore = Float(
          scene.numbers[sentence].count {
            scene.numberTokens[$0].lowerBound >= end && scene.numberTokens[$0].upperBound <= anchor.token
          })
        self.order = Float(order)
        inBrackets = Float(scene.depth[first])
      }
      if d >= 0, d < after {
        after = d
        clausesAfter = Float(scene.clause[first] - scene.clause[anchor.tokenEnd - 1])
        rivalsAfter = Float(rivals.count { $0.lowerBound >= anchor.tokenEnd && $0.upperBound <= first })
        valuesAfter = Float(
          scene.numbers[sentence].count {
            scene.numberTokens[$0].lowerBound >= anchor.tokenEnd && scene.numberTokens[$0].upperBound <= first
          })
        if self.order < 0 { self.order = Float(order) }
        if before == Scene.far { inBrackets = Float(scene.depth[first]) }
      }
    } else if sentence < anchor.sentence {
      let back = Float(anchor.sentence - sentence)
      if back < sentencesBack {
        sentencesBack = back
        paragraphsBack = Float(
          min(
            8,
            scene.mentions.sentences[anchor.sentence].paragraph - scene.mentions.sentences[sentence].paragraph
          ))
        self.order = Float(order)
      }
    }
  }
}
