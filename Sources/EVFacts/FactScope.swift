import Facts

/// Which of the stored facts count.
public struct FactScope: Hashable, Sendable {
  /// Whether all that anyone claims counts, or only what is believed.
  public var allClaims: Bool
  /// How sure facts must be; those that a person or a file stated without saying how sure it is always count.
  public var minConfidence: Double

  /// What is believed, however sure it is, unless asked otherwise.
  public init(allClaims: Bool = false, minConfidence: Double = 0) {
    self.allClaims = allClaims
    self.minConfidence = minConfidence
  }

  /// Whether a fact is sure enough.
  public func admits(_ fact: Fact) -> Bool { fact.confidence.map { $0 >= minConfidence } ?? true }
}
