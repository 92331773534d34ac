import Facts
import Finding

/// The names of what speaks for a subject, in the order of the features.
extension SubjectCandidates {
  static let names: [String] =
    FactKind.allCases.map { "kind.\($0.rawValue)" } + [
      "isMaker", "isModel", "isVariant", "isWhole", "isImplied", "isGroup", "isKnown", "isCombustion",
    ] + PairGeometry.names
    + [
      "makerRank", "modelRank", "inTitle", "salience", "salienceRank", "valueOrder", "orderEqual",
      "countEqual", "likeInSentence",
    ]
    + [
      "refMaker<", "refMaker>", "refModel<", "refModel>", "refIts<", "refFirst<", "refSecond<", "body<",
      "body>", "wholemarket<", "wholemarket>", "electric<", "electric>", "than<", "variantNear",
    ]
    + [
      "bodyMatches", "homeNear", "ownerInSentence", "modelOfItInSentence", "makersInSentence",
      "modelsInSentence", "firstOfSentence", "firstOfParagraph", "lineStart", "depth", "nearestName",
      "makerOfNearest", "newest", "sameMakerOnly", "baseRank", "baseInTitle", "baseSalience",
    ] + [
      "ownsRecent", "hyphenAfter", "runLength", "runIndex", "runFits", "valueRun", "valueRunIndex", "rival",
      "owner", "makerWord",
      "leadsToModel", "bodyFits", "firstBefore", "lastBefore", "orderBefore", "countBefore",
    ] + Alternation.names
}
