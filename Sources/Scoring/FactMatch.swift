import Facts

/// Whether an extracted fact is the annotated one: at the core, and in the details.
///
/// The core is kind, manufacturer, model, value, unit and whether it is cancelled; for launches, sales and targets the date too, for
/// market entries the market, for body types the body.
public struct FactMatch: Sendable {
  /// Whether "Electric" and its like are left out of names; not where an article has both a model and its electric twin.
  let bare: Bool

  /// Makes a comparison for an article's names.
  public init(_ annotated: AnnotatedArticle) {
    let names = Set(
      annotated.models.map { [$0.manufacturer, $0.model] }
        + annotated.facts.map { [$0.manufacturer ?? "", $0.model ?? ""] })
    func distinct(_ bare: Bool) -> Int {
      Set(names.map { [NameMatch.brand($0[0]), NameMatch.model($0[0], $0[1], bare: bare)] }).count
    }
    bare = distinct(true) == distinct(false)
  }

  /// The name of a model as it is compared.
  public func key(_ name: ModelName) -> String {
    NameMatch.brand(name.manufacturer) + "|" + NameMatch.model(name.manufacturer, name.model, bare: bare)
  }

  /// Whether the two agree at the core.
  public func core(_ gold: Fact, _ found: Fact) -> Bool {
    subject(of: gold) == subject(of: found) && agreeBesidesSubject(gold, found)
  }

  /// Whom a fact is about, as it is compared.
  private func subject(of fact: Fact) -> String {
    key(ModelName(manufacturer: fact.manufacturer ?? "", model: fact.model ?? ""))
  }

  private func agreeBesidesSubject(_ gold: Fact, _ found: Fact) -> Bool {
    guard gold.kind == found.kind, (gold.status == .cancelled) == (found.status == .cancelled) else {
      return false
    }
    if gold.kind.isNumeric {
      guard FactMatch.close(gold.value, found.value), FactMatch.close(gold.valueMax, found.valueMax),
        gold.unit == found.unit
      else { return false }
    }
    switch gold.kind {
    case .launch, .sales, .salesTarget: return gold.when == nil || FactMatch.datesAgree(gold.when, found.when)
    case .marketEntry: return gold.market == found.market
    case .bodyType: return gold.attribute == found.attribute
    default: return true
    }
  }

  /// Which details agree: qualifier, when, market, status, attribute.
  ///
  /// What is `nil` in the annotation has to be `nil`.
  public func details(_ gold: Fact, _ found: Fact) -> [Bool] {
    [
      gold.qualifier == found.qualifier,
      gold.when == nil ? found.when == nil : FactMatch.datesAgree(gold.when, found.when),
      gold.market == found.market,
      gold.status == found.status, gold.attribute == found.attribute,
    ]
  }

  /// The names of the details.
  public static let detailNames = ["qualifier", "when", "market", "status", "attribute"]

  /// Pairs each found fact with at most one annotated one: those that count before optional ones, those that agree in more details first.
  public func pairs(_ gold: [Fact], _ found: [Fact]) -> [(gold: Int, found: Int)] {
    var candidates: [(optional: Int, details: Int, gold: Int, found: Int)] = []
    let subjects = found.map { subject(of: $0) }
    for (i, g) in gold.enumerated() {
      let wanted = subject(of: g)
      for (j, f) in found.enumerated() where subjects[j] == wanted && agreeBesidesSubject(g, f) {
        candidates.append((g.optional ? 1 : 0, -details(g, f).count { $0 }, i, j))
      }
    }
    candidates.sort {
      ($0.optional, $0.details, $0.gold, $0.found) < ($1.optional, $1.details, $1.gold, $1.found)
    }
    var left: Set<Int> = []
    var right: Set<Int> = []
    var out: [(gold: Int, found: Int)] = []
    for c in candidates where !left.contains(c.gold) && !right.contains(c.found) {
      left.insert(c.gold)
      right.insert(c.found)
      out.append((c.gold, c.found))
    }
    return out
  }

  static func close(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 0.001 * abs(a)
  }

  /// Whether two periods share at least half of the days that either spans; open ones are compared by the ends that both have.
  public static func datesAgree(_ a: Period?, _ b: Period?) -> Bool {
    guard let a, let b, isNormal(a), isNormal(b) else { return false }
    if a.first == nil || b.first == nil { return a.last == b.last }
    if a.last == nil || b.last == nil { return a.first == b.first }
    return a.sharesHalf(with: b)
  }

  /// Whether a period is written in the normal form, in which no span begins with a part of a period (`END:2024/..`).
  private static func isNormal(_ period: Period) -> Bool {
    let text = period.description.utf8
    return !text.contains(0x2F) || text.prefix { $0 != 0x2F }.allSatisfy { $0 != 0x3A }
  }
}
