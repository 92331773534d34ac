import Facts
import Finding

/// What the fact before said: figures in a row mostly share their market until another is named.
struct LinkContext: Sendable {
  var subject: EntityKey
  var market: String?
  var kind: FactKind
  var sentence: Int

  static let names = ["previous", "previousSentences", "previousKind", "previousOther"]

  /// Whether a candidate is what the fact before had, how far that fact is, whether it is of the kind.
  static func features(
    _ context: LinkContext?, _ anchor: Anchor, _ kind: FactKind, equal: (LinkContext) -> Bool,
    alike: (LinkContext) -> Bool
  ) -> [Float] {
    guard let context else { return [-1, 20, -1, -1] }
    return [
      equal(context) ? 1 : 0, Float(min(20, anchor.sentence - context.sentence)),
      context.kind == kind ? 1 : 0, alike(context) ? 1 : 0,
    ]
  }
}
