import Testing

@testable import Deciding

/// Trees asked feature by feature say what a walk from their roots says.
@Suite struct TreeModelTests {
  /// Random trees, the same in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static func tree(_ leaves: Int, features: Int, classIndex: Int, _ dice: inout Dice) -> TreeText.Tree
  {
    var tree = TreeText.Tree(classIndex: classIndex)
    func grow(_ leaves: Int) -> Int {
      guard leaves > 1 else {
        tree.leaves.append(Float(Int.random(in: -900...900, using: &dice)) / 1000)
        return -tree.leaves.count
      }
      let at = tree.nodes.count
      let threshold = Float(Int.random(in: -4...4, using: &dice)) / 2
      tree.nodes.append(
        TreeText.Node(
          feature: Int.random(in: 0..<features, using: &dice), threshold: threshold, yes: 0, no: 0))
      let yes = Int.random(in: 1..<leaves, using: &dice)
      let left = grow(yes)
      let right = grow(leaves - yes)
      tree.nodes[at].yes = left
      tree.nodes[at].no = right
      return at
    }
    _ = grow(leaves)
    return tree
  }

  /// The sum of the leaves that walks from the roots come to, for each class.
  private static func walked(_ model: TreeText.Model, _ features: [Float]) -> [Float] {
    var scores = [Float](repeating: 0, count: model.classes)
    for tree in model.trees {
      var at = tree.nodes.isEmpty ? -1 : 0
      while at >= 0 {
        let node = tree.nodes[at]
        at = features[node.feature] <= node.threshold ? node.yes : node.no
      }
      scores[tree.classIndex] += tree.leaves[-at - 1]
    }
    return scores
  }

  @Test(arguments: [1, 4]) func asksAsAWalkDoes(classes: Int) throws {
    var dice = Dice(state: UInt64(classes))
    var model = TreeText.Model(name: "m", classes: classes)
    // So many that the questions of a feature fill several stretches.
    for n in 0..<80 {
      let leaves = n == 0 ? 1 : Int.random(in: 2...TreeModel.mostLeaves, using: &dice)
      model.trees.append(TreeModelTests.tree(leaves, features: 9, classIndex: n % classes, &dice))
    }
    let asked = TreeModel(model)
    // Most features are the same for all, as those of one figure's candidates are.
    let base = (0..<12).map { _ in Float(Int.random(in: -5...5, using: &dice)) / 2 }
    let candidates = (0..<50).map { n in
      var features = base
      if n > 0 { features[n % 12] = Float(Int.random(in: -6...6, using: &dice)) / 2 }
      if n % 3 == 0 { features[2] += 0.5 }
      if n == 7 { features[4] = .nan }
      return features
    }
    let together = classes == 1 ? asked.yes(FeatureRows(candidates)) : []
    for (n, features) in candidates.enumerated() {
      let scores = TreeModelTests.walked(model, features)
      let answer = asked.probabilities(features)
      if classes == 1 { #expect(answer == [together[n]]) }
      if classes == 1 {
        #expect((answer[0] > 0.5) == (scores[0] > 0))
      } else {
        let best = try #require(answer.indices.max { answer[$0] < answer[$1] })
        #expect(scores[best] == scores.max())
        #expect(abs(answer.reduce(0, +) - 1) < 1e-5)
      }
    }
  }

  @Test func anAnswerIsTheLogisticOfTheLeaves() {
    let text = "model a 1\ntree 0\n0 1.5000 -1 1\n2 0.0001 -2 -3\nleaves 1.0 -1.0 0.5\n"
    let model = TreeText(text).trained["a"]
    func answer(_ features: [Float]) -> Float { model?.probabilities(features).first ?? -1 }
    #expect(abs(answer([1.5, 0, 9]) - 0.731_058_6) < 1e-5)
    #expect(abs(answer([2, 0, 0]) - 0.268_941_4) < 1e-5)
    #expect(abs(answer([2, 0, 1]) - 0.622_459_3) < 1e-5)
  }

  @Test func rowsOfFeatures() {
    var rows = FeatureRows([[1, 2], [1, .nan]], [[3], [3]])
    rows.append([1, 2, 4])
    #expect(rows.count == 3)
    #expect(Array(rows[2]) == [1, 2, 4])
    #expect(rows.parted([0, 1, 2, 7]).common == [0])
    #expect(rows.parted([0, 1, 2]).varied == [[2, 1]])
    #expect(rows.parted([0, 1]).varied == [[1]])
    #expect(rows.firstChange(1, [[0], [2, 1]]) == 1)
    #expect(rows.firstChange(1, [[0], [2]]) == 2)
    #expect(FeatureRows([]).count == 0)
  }

  @Test func commentsAndSeveralModels() {
    let text = "model a 1\ntree 0\nleaves 0.0\nmodel b 3\ntree 2\nleaves 2.0\n# confidence 1 2 3\n"
    let models = TreeText(text).trained
    #expect(models["a"]?.probabilities([]) == [0.5])
    #expect(models["b"]?.probabilities([1, 2]).count == 3)
  }
}
