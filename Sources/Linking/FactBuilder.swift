import Deciding
import Facts
import Finding
import Lexicon

/// Puts the decisions about one candidate together into a fact.
struct FactBuilder {
  let scene: Scene
  let decisions: Decisions
  let periods: PeriodCandidates

  init(scene: Scene, decisions: Decisions) {
    self.scene = scene
    self.decisions = decisions
    periods = PeriodCandidates(scene: scene)
  }

  // MARK: Figures

  /// How likely each kind of ``DecisionClasses/countKinds`` is for a figure alone.
  func kinds(_ candidate: ValueCandidate, _ sort: NumberMention.Sort) -> [Float] {
    func binary(_ model: String, _ kind: FactKind) -> [Float] {
      let p = decisions.yes(model, candidate.features)
      return DecisionClasses.countKinds.map { $0 == kind ? p : $0 == nil ? 1 - p : 0 }
    }
    switch sort {
    case .plain: return decisions.probabilities("count.kind", candidate.features)
    case .amount: return binary("amount.kind", .price)
    case .distance: return binary("distance.kind", .range)
    default: return binary("", .price)
    }
  }

  func kind(
    _ n: Int, _ candidate: ValueCandidate, _ sort: NumberMention.Sort, _ look: FirstLook,
    _ candidates: [ValueCandidate]
  ) -> (FactKind, Float)? {
    guard sort == .plain else {
      return look.views[n].kind.map { ($0, look.views[n].weight) }
    }
    let features = candidate.features + look.kindFeatures(n, scene, candidates)
    let (best, p) = decisions.best("count.kind.again", features)
    return DecisionClasses.countKinds[best].map { ($0, p) }
  }

  /// Whom a figure of a kind may belong to.
  func subjects(_ candidate: ValueCandidate, _ kind: FactKind) -> [SubjectCandidate] {
    SubjectCandidates(scene: scene).list(
      candidate.anchor, kind: kind, whole: kind == .sales || kind == .salesTarget,
      anchorVector: candidate.features
    )
    .filter { FactBuilder.allows(kind, $0.key) }
  }

  /// When a figure of a kind may hold.
  func periods(_ candidate: ValueCandidate, _ kind: FactKind, _ status: Status) -> [PeriodCandidate] {
    periods.list(candidate.anchor, kind: kind, status: status, anchorVector: candidate.features)
  }

  /// Whether a figure of a kind has come to be.
  func status(_ candidate: ValueCandidate, _ kind: FactKind) -> Status {
    status("status.value", candidate.features + DecisionClasses.kind(kind))
  }

  /// Prices and ranges belong to models, outlets to makers.
  static func allows(_ kind: FactKind, _ key: EntityKey) -> Bool {
    switch kind {
    case .price, .range, .launch, .bodyType: key.model != nil
    case .storeCount, .marketEntry: key.model == nil
    default: true
    }
  }

  func attribute(
    _ kind: FactKind, _ n: Int, _ candidate: ValueCandidate, _ subject: Int, _ look: FirstLook
  ) -> String? {
    if let cues = OptionCandidates.cues(of: kind) {
      let options = FeatureRows(
        OptionCandidates.features(cues, kind, candidate.features),
        look.optionFeatures(n, cues.count, kind, subject))
      return choose(options, OptionCandidates.model(of: kind) + ".again").map {
        kind == .storeCount
          ? DecisionClasses.outlets[$0.index].rawValue : DecisionClasses.measures[$0.index].rawValue
      }
    }
    switch kind {
    case .price:
      let f = candidate.features + DecisionClasses.kind(kind)
      return DecisionClasses.priceSorts[decisions.best("price.sort", f).0]
    case .range: return cycle(candidate.anchor)
    default: return nil
    }
  }

  func qualifier(_ candidate: ValueCandidate, _ number: NumberMention, _ kind: FactKind) -> Qualifier {
    if number.valueMax != nil { return .between }
    return DecisionClasses.qualifiers[
      decisions.best("qualifier", candidate.features + DecisionClasses.kind(kind)).0]
  }

  // MARK: Events

  func launchFacts(_ look: FirstLook) -> [ScoredFact] {
    events(EventCandidates(scene: scene).launches(), "launch", look) { event, fact in
      let when = setPeriod(&fact, event.anchor, event.anchorFeatures)
      let market = market(
        .launch, fact.unit, event.anchor, event.anchorFeatures, event.subject.key, "market")
      fact.market = market.code
      return (when, market.choice)
    }
  }

  func entryFacts(_ look: FirstLook) -> [ScoredFact] {
    events(EventCandidates(scene: scene).entries(), "entry", look) { event, fact in
      let when = setPeriod(&fact, event.anchor, event.anchorFeatures)
      fact.market = event.market
      return (when, Choice())
    }
  }

  func bodyFacts(_ look: FirstLook) -> [ScoredFact] {
    events(EventCandidates(scene: scene).bodies(), "body", look) { _, _ in (Choice(), Choice()) }
  }

  /// Events less likely than this are not looked at further.
  private static let floor: Float = 0.15

  private func events(
    _ candidates: [EventCandidate], _ model: String, _ look: FirstLook,
    _ fill: (EventCandidate, inout Fact) -> (when: Choice, market: Choice)
  ) -> [ScoredFact] {
    let alone = EventLook(candidates, model, decisions)
    let again = decisions.yes(
      model + ".again",
      all: FeatureRows(candidates.map(\.features), candidates.indices.map { alone.features($0, look) }))
    return candidates.enumerated().compactMap { n, event in
      let p = again[n]
      guard p >= FactBuilder.floor, !isCounted(event, look) else { return nil }
      let status =
        event.kind == .bodyType
        ? Status.actual : status("status.event", event.anchorFeatures + DecisionClasses.kind(event.kind))
      var fact = Fact(
        kind: event.kind, manufacturer: event.subject.key.maker, model: event.subject.key.model,
        status: status, attribute: event.isWeak ? milestone(event.anchorFeatures) : event.attribute,
        evidence: "")
      let (when, market) = fill(event, &fact)
      let name = event.subject.mention.map { scene.mentions.names[$0] }
      let cueStart = scene.mentions.tokens[event.anchor.token].start
      let cueEnd = scene.mentions.tokens[event.anchor.tokenEnd - 1].end
      if let name, scene.sentenceOf[name.token] == event.anchor.sentence {
        place(&fact, event.anchor, name.start, name.end)
      } else {
        place(&fact, event.anchor, cueStart, cueEnd)
      }
      fact.source = source(event.anchor)
      fact.trail += ["\(event.kind.rawValue) \(percent(p))", "cue '\(text(cueStart, cueEnd))'"]
      return ScoredFact(
        fact: fact, kind: p, subject: Choice(features: event.subject.features), when: when, market: market,
        isElided: false)
    }
  }

  /// Whether the word counts what was done and does not tell of a start: "deliveries topped 20,000", 交付2万辆.
  private func isCounted(_ event: EventCandidate, _ look: FirstLook) -> Bool {
    guard event.kind == .launch else { return false }
    let anchor = event.anchor
    let measures = scene.cues[anchor.sentence].contains { i in
      let cue = scene.mentions.cues[i]
      guard cue.token < anchor.tokenEnd, cue.tokenEnd > anchor.token else { return false }
      switch cue.cue {
      case .measureSales, .measureDeliveries, .measureProduction, .measureOrders, .measureRegistrations:
        return true
      default: return false
      }
    }
    guard measures else { return false }
    return look.figures(in: anchor.sentence).contains { n in
      let view = look.views[n]
      guard view.weight >= 0.5,
        view.kind == .sales || view.kind == .salesTarget || view.kind == .capacity
      else { return false }
      return abs(scene.distance(anchor, view.anchor.token, view.anchor.tokenEnd)) <= FactBuilder.countReach
    }
  }

  /// A count so many words from a word, commas counted double, is a count of it.
  private static let countReach: Float = 5

  // MARK: Steps

  /// The likeliest of several candidates; `nil` where there is none.
  private func choose(_ features: FeatureRows, _ model: String) -> Choice? {
    features.count == 0 ? nil : Ballot(features, model, decisions).choice
  }

  /// The milestone that words around an anchor tell, where its own word names none.
  private func milestone(_ features: [Float]) -> String {
    DecisionClasses.milestones[decisions.best("milestone", features).0].rawValue
  }

  private func status(_ model: String, _ features: [Float]) -> Status {
    DecisionClasses.statuses[decisions.best(model, features).0]
  }

  private func setPeriod(_ fact: inout Fact, _ anchor: Anchor, _ vector: [Float]) -> Choice {
    let list = periods.list(anchor, kind: fact.kind, status: fact.status, anchorVector: vector)
    guard var choice = choose(FeatureRows(list.map(\.features)), "when") else { return Choice() }
    if let aligned = periods.aligned(anchor, list) { choice = choice.forced(to: aligned) }
    fact.when = list[choice.index].period
    return choice
  }

  /// A yearly target "by year-end" is the year's; "../" and a year is as the text says it.
  static func closeTarget(_ fact: inout Fact) {
    guard fact.kind == .salesTarget, let period = fact.when, period.first == nil, let last = period.last,
      last.month == 12, period.description.utf8.count > "../2025".utf8.count
    else { return }
    fact.when = Period.year(last.year)
  }

  /// Where a fact of a kind holds; `more` gives the features of the second look, from the markets' numbers.
  func market(
    _ kind: FactKind, _ unit: String?, _ anchor: Anchor, _ vector: [Float], _ subject: EntityKey,
    _ model: String,
    more: (([Int]) -> [[Float]])? = nil
  ) -> (code: String?, choice: Choice) {
    let list = MarketCandidates(scene: scene).list(
      anchor, kind: kind, subject: subject, unit: unit, anchorVector: vector)
    let features = list.map(\.features)
    let rows = more.map { FeatureRows(features, $0(list.map(\.number))) } ?? FeatureRows(features)
    guard let choice = choose(rows, model) else { return (nil, Choice()) }
    return (list[choice.index].code, choice)
  }

  func percent(_ p: Float) -> String { "\(Int((p * 100).rounded()))%" }
}
