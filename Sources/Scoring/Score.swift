import Facts

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
  /// Facts whose evidence or span does not stand in the text.
  public private(set) var ungrounded = 0
  /// Facts whose evidence is another sentence than the annotated one.
  public private(set) var elsewhere = 0
  /// The number of articles.
  public private(set) var articles = 0

  /// An empty score.
  public init() {}

  /// Counts one article, what was annotated and what was found in it, and tells what is wrong.
  @discardableResult
  public mutating func add(_ gold: AnnotatedArticle, _ found: AnnotatedArticle) -> [Mistake] {
    articles += 1
    let match = FactMatch(gold)
    let language = gold.article.language ?? .other
    if found.article.language != language { wrongLanguages += 1 }
    let pairs = match.pairs(gold.facts, found.facts)
    let partners = Dictionary(uniqueKeysWithValues: pairs.map { ($0.found, gold.facts[$0.gold]) })
    var mistakes: [Mistake] = []
    for (j, fact) in found.facts.enumerated() {
      guard let fault = FactPlace.fault(of: fact, in: gold.article.text, gold: partners[j]) else { continue }
      if fault == .elsewhere { elsewhere += 1 } else { ungrounded += 1 }
      mistakes.append(Mistake(sort: .misplaced(fault), fact: fact))
    }
    for pair in pairs where !gold.facts[pair.gold].optional {
      countRight(gold.facts[pair.gold], found.facts[pair.found], match, language)
    }
    let hitGold = Set(pairs.map(\.gold))
    for (i, fact) in gold.facts.enumerated() where !hitGold.contains(i) && !fact.optional {
      count(fact.kind, language) { $0.missed += 1 }
      mistakes.append(Mistake(sort: .missed, fact: fact))
    }
    for (j, fact) in found.facts.enumerated() where partners[j] == nil {
      count(fact.kind, language) { $0.wrong += 1 }
      mistakes.append(Mistake(sort: .wrong, fact: fact))
    }
    countModels(Set(gold.models.map(match.key)), Set(found.models.map(match.key)))
    return mistakes
  }

  private mutating func countRight(
    _ gold: Fact, _ found: Fact, _ match: FactMatch, _ language: LanguageCode
  ) {
    let agree = match.details(gold, found)
    for (i, ok) in agree.enumerated() {
      details[i].all += 1
      details[i].right += ok ? 1 : 0
    }
    count(gold.kind, language) {
      $0.right += 1
      if agree.allSatisfy({ $0 }) { $0.strict += 1 }
    }
  }

  private mutating func countModels(_ wanted: Set<String>, _ named: Set<String>) {
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

/// A fact that was missed, invented or put in the wrong place.
public struct Mistake: Sendable, Hashable {
  /// What is wrong.
  public enum Sort: Sendable, Hashable {
    /// It is annotated and was not found.
    case missed
    /// It was found and is not annotated.
    case wrong
    /// It does not stand where it says.
    case misplaced(PlaceFault)
  }
  /// What is wrong.
  public let sort: Sort
  /// The annotated fact that was missed, or the found one.
  public let fact: Fact
}
