/// How many facts were found, missed and invented.
public struct Tally: Sendable, Hashable {
  /// Found and right at the core.
  public var right = 0
  /// Found and not in the annotation.
  public var wrong = 0
  /// In the annotation and not found.
  public var missed = 0
  /// Right in all details too.
  public var strict = 0

  /// Nothing counted yet.
  public init() {}

  /// How many are annotated.
  public var gold: Int { right + missed }
  /// How many were found.
  public var found: Int { right + wrong }
  /// The share of found facts that are right; 1 where none was found.
  public var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  /// The share of annotated facts that were found; 1 where there are none.
  public var recall: Double { gold == 0 ? 1 : Double(right) / Double(gold) }
  /// The harmonic mean of precision and recall.
  public var f1: Double { Tally.f1(right, wrong, missed) }
  /// The same where a fact counts as right only with all its details.
  public var strictF1: Double {
    let lost = right - strict
    return Tally.f1(strict, wrong + lost, missed + lost)
  }

  private static func f1(_ right: Int, _ wrong: Int, _ missed: Int) -> Double {
    right + wrong + missed == 0 ? 1 : 2 * Double(right) / Double(2 * right + wrong + missed)
  }
}
