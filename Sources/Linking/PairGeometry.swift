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
  /// Figures that lie nearer to it than the anchor.
  var closer: Float = 9
  /// Whether it stands in another line of the anchor's list.
  var isSibling: Float = 0
  private var nearest = Scene.far * 2

  /// Puts it down as features.
  func add(to f: inout [Float]) {
    f.add(
      before, after, clausesBefore, clausesAfter, rivalsBefore, rivalsAfter, valuesBefore, valuesAfter,
      sentencesBack, paragraphsBack, order, inBrackets, closer, isSibling)
  }

  static let names = [
    "before", "after", "clauses<", "clauses>", "rivals<", "rivals>", "values<", "values>", "sentencesBack",
    "paragraphsBack", "order", "inBrackets", "closer", "isSibling",
  ]

  /// Takes account of one mention in the anchor's sentence or before it.
  mutating func add(_ scene: Scene, _ anchor: Anchor, first: Int, end: Int, rivals: [Range<Int>], order: Int)
  {
    let sentence = scene.sentenceOf[first]
    if sentence == anchor.sentence {
      sentencesBack = 0
      paragraphsBack = 0
      let d = scene.distance(anchor, first, end)
      if abs(d) < nearest {
        nearest = abs(d)
        closer = Float(PairGeometry.figures(scene, nearer: abs(d), to: first, end, but: anchor))
      }
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
      let back = Float(scene.lists.back(from: anchor.sentence, to: sentence))
      if back < sentencesBack {
        sentencesBack = back
        isSibling = scene.lists.areSiblings(anchor.sentence, sentence) ? 1 : 0
        paragraphsBack = Float(
          min(
            8,
            scene.mentions.sentences[anchor.sentence].paragraph - scene.mentions.sentences[sentence].paragraph
          ))
        self.order = Float(order)
      }
    }
  }

  /// How many other figures of the sentence lie nearer to a mention than the anchor does.
  private static func figures(_ scene: Scene, nearer d: Float, to first: Int, _ end: Int, but anchor: Anchor)
    -> Int
  {
    scene.numbers[anchor.sentence].count { i in
      let tokens = scene.numberTokens[i]
      guard tokens.lowerBound != anchor.token else { return false }
      switch scene.mentions.numbers[i].sort {
      case .percent, .other: return false
      default: break
      }
      let other = Anchor(token: tokens.lowerBound, tokenEnd: tokens.upperBound, sentence: anchor.sentence)
      return abs(scene.distance(other, first, end)) < d
    }
  }
}
