import Facts

/// The candidate that a model chose: its number, how likely it is, and by how much it leads.
struct Choice: Sendable {
  var index = 0
  var probability: Float = 1
  var margin: Float = 1
  /// What the model was asked with.
  var features: [Float] = []

  /// The choice of another candidate that the form of the sentence decides.
  func forced(to index: Int) -> Choice {
    Choice(index: index, probability: max(0.9, probability), margin: 0.9, features: features)
  }
}

/// A fact with how sure each of its decisions was, from which its confidence is told.
struct ScoredFact: Sendable {
  var fact: Fact
  /// How likely the kind is, or the event.
  var kind: Float
  var subject: Choice
  var when: Choice
  var market: Choice
  /// Whether the unit of the value stands at another number.
  var isElided: Bool

  static let names =
    FactKind.allCases.map { "kind.\($0.rawValue)" } + [
      "kind", "subject", "subjectMargin", "when", "whenMargin", "market", "elided", "hasWhen", "isCancelled",
      "isExpected", "isMaker", "sentence", "product",
    ] + SubjectCandidates.names.map { "subject.\($0)" } + PeriodCandidates.names.map { "when.\($0)" }

  /// What the confidence is told from.
  var features: [Float] {
    FactKind.allCases.map { $0 == fact.kind ? 1 : 0 } + [
      kind, subject.probability, subject.margin, when.probability, when.margin, market.probability,
      isElided ? 1 : 0, fact.when == nil ? 0 : 1,
      fact.status == .cancelled ? 1 : 0, fact.status == .expected ? 1 : 0, fact.model == nil ? 1 : 0,
      Float(min(400, fact.evidence.utf8.count)),
      kind * subject.probability * when.probability,
    ] + filled(subject.features, SubjectCandidates.names.count)
      + filled(when.features, PeriodCandidates.names.count)
  }

  /// As many features as there are names; -1 where the fact had no such choice.
  private func filled(_ features: [Float], _ count: Int) -> [Float] {
    Array(features.prefix(count)) + Array(repeating: -1, count: max(0, count - features.count))
  }
}
