import Facts

/// How many facts were found, missed and invented.
public struct Tally: Sendable {
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

  /// The share of found facts that are right; 1 where none was found.
  public var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
  /// The share of annotated facts that were found; 1 where there are none.
  public var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
  /// The harmonic mean of precision and recall.
  public var f1: Double {
    right + wrong + missed == 0 ? 1 : 2 * Double(right) / Double(2 * right + wrong + missed)
  }
  /// The same where a fact counts as right only with all its details.
  public var strictF1: Double {
    let lost = right - strict
    return strict + wrong + missed + lost == 0
      ? 1 : 2 * Double(strict) / Double(2 * strict + wrong + missed + 2 * lost)
  }
}

/// The score of extracted facts against annotated articles, in all, by kind and by language.
public struct Score: Sendable {
  /// All facts.
  public private(set) var all = Tally()
  /// The models named.
  public private(set) var models = Tally()
  /// By kind.
  public private(set) var kinds: [FactKind: Tally] = [:]
  /// By language.
  public private(set) var languages: [LanguageCode: Tally] = [:]
  /// Of the facts found, how many have each detail right, in the order of `FactMatch.detailNames`.
  public private(set) var details = Array(repeating: (right: 0, all: 0), count: FactMatch.detailNames.count)
  /// Articles whose language was not recognised.
  public private(set) var wrongLanguages = 0
  /// Facts whose evidence does not stand in the text.
  public private(set) var ungrounded = 0
  /// The number of articles.
  public private(set) var articles = 0

  /// An empty score.
  public init() {}

  /// Counts one article: what was annotated, and what was found in it.
  public mutating func add(_ gold: AnnotatedArticle, _ found: AnnotatedArticle) {
    articles += 1
    let match = FactMatch(gold)
    let language = gold.article.language ?? .other
    if found.article.language != language { wrongLanguages += 1 }
    let text = Array(gold.article.text.utf8)
    for fact in found.facts
    where fact.evidence.utf8.count < 4 || text.firstRange(of: Array(fact.evidence.utf8)) == nil {
      ungrounded += 1
    }
    let pairs = match.pairs(gold.facts, found.facts)
    for pair in pairs where !gold.facts[pair.gold].optional {
      let agree = match.details(gold.facts[pair.gold], found.facts[pair.found])
      for (i, ok) in agree.enumerated() {
        details[i].all += 1
        details[i].right += ok ? 1 : 0
      }
      count(gold.facts[pair.gold].kind, language) {
        $0.right += 1
        if agree.allSatisfy({ $0 }) { $0.strict += 1 }
      }
    }
    let hitGold = Set(pairs.map(\.gold))
    let hitFound = Set(pairs.map(\.found))
    for (i, fact) in gold.facts.enumerated() where !hitGold.contains(i) && !fact.optional {
      count(fact.kind, language) { $0.missed += 1 }
    }
    for (j, fact) in found.facts.enumerated() where !hitFound.contains(j) {
      count(fact.kind, language) { $0.wrong += 1 }
    }
    let wanted = Set(gold.models.map(match.key))
    let named = Set(found.models.map(match.key))
    models.right += wanted.intersection(named).count
    models.wrong += named.subtracting(wanted).count
    models.missed += wanted.subtracting(named).count
  }

  private mutating func count(_ kind: FactKind, _ language: LanguageCode, _ change: (inout Tally) -> Void) {
    change(&all)
    change(&kinds[kind, default: Tally()])
    change(&languages[language, default: Tally()])
  }
}
