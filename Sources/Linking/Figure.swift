import Deciding
import Facts
import Finding

/// Candidates with their probabilities, and the one that is chosen.
struct Ballot: Sendable {
  private(set) var probabilities: [Float]
  private let features: FeatureRows
  var index = 0
  private var isForced = false

  /// Without candidates.
  init() {
    features = FeatureRows([])
    probabilities = []
  }

  init(_ features: FeatureRows, _ model: String, _ decisions: Decisions) {
    self.features = features
    probabilities = decisions.yes(model, all: features)
    index = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
  }

  /// Whether the form of the sentence decides, and no other candidate may be chosen.
  var isOpen: Bool { !isForced && probabilities.count > 1 }

  /// Chooses what the form of the sentence decides.
  mutating func force(_ index: Int) {
    self.index = index
    isForced = true
  }

  /// The choice with its lead over the best of the others, which is negative where it is not the likeliest.
  var choice: Choice {
    guard probabilities.indices.contains(index) else { return Choice() }
    var others: Float = 0
    for (i, p) in probabilities.enumerated() where i != index { others = max(others, p) }
    let choice = Choice(
      index: index, probability: probabilities[index], margin: probabilities[index] - others,
      features: Array(features[index]))
    return isForced ? choice.forced(to: index) : choice
  }
}

/// A number on its way to a fact: what it may be of, whose, and when.
struct Figure: Sendable {
  /// Its place among the article's value candidates.
  var number: Int
  var kind: FactKind
  var kindP: Float
  var unit: String
  var status: Status
  var value: Double
  var subjects: Ballot
  var keys: [EntityKey]
  /// The numbers of the makers and models.
  var entities: [Int]
  var periods: Ballot
  var dates: [Period?]

  var subject: EntityKey { keys[subjects.index] }
  var entity: Int { entities[subjects.index] }
  var period: Period? { dates.indices.contains(periods.index) ? dates[periods.index] : nil }
}
