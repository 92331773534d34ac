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

  /// The facts of figures: each is looked at alone first, then again beside the others, and no two may say the same of one
  /// subject with different values.
  func valueFacts(_ candidates: [ValueCandidate], _ look: FirstLook) -> [ScoredFact] {
    var figures = candidates.indices.compactMap { figure($0, candidates, look) }
    Conflicts.settle(&figures, look)
    return figures.map { fact(of: $0, candidates[$0.number], look) }
  }

  /// Whose a figure is and when, by probability; `nil` where it is no fact's.
  private func figure(_ n: Int, _ candidates: [ValueCandidate], _ look: FirstLook) -> Figure? {
    let candidate = candidates[n]
    let number = scene.mentions.numbers[candidate.number]
    guard let (kind, kindP) = kind(n, candidate, number.sort, look, candidates),
      let unit = unit(kind, number.sort) ?? elidedUnit(kind, candidate.anchor)
    else { return nil }
    let lists = look.lists(n, of: kind)
    let subjects = lists?.subjects ?? subjects(candidate, kind)
    guard !subjects.isEmpty else { return nil }
    let status = lists?.status ?? status("status.value", candidate.features + DecisionClasses.kind(kind))
    let dates =
      lists?.periods
      ?? periods.list(candidate.anchor, kind: kind, status: status, anchorVector: candidate.features)
    var figure = Figure(
      number: n, kind: kind, kindP: kindP, unit: unit, status: status, value: number.value,
      subjects: Ballot(
        FeatureRows(
          subjects.map(\.features), look.subjectFeatures(n, subjects.map(\.entity), kind, scene.entities)),
        "subject.again", decisions),
      keys: subjects.map(\.key), entities: subjects.map(\.entity),
      periods: Ballot(FeatureRows([]), "when.again", decisions), dates: dates.map(\.period))
    if let aligned = SubjectCandidates(scene: scene).aligned(candidate.anchor, subjects) {
      figure.subjects.force(aligned)
    }
    figure.periods = Ballot(
      FeatureRows(
        dates.map(\.features), look.periodFeatures(n, dates.map(\.period), kind, figure.entity)), "when.again",
      decisions)
    if let aligned = periods.aligned(candidate.anchor, dates) { figure.periods.force(aligned) }
    return figure
  }

  private func fact(of figure: Figure, _ candidate: ValueCandidate, _ look: FirstLook) -> ScoredFact {
    let number = scene.mentions.numbers[candidate.number]
    let subject = figure.subject
    var fact = Fact(
      kind: figure.kind, manufacturer: subject.maker.isEmpty ? nil : subject.maker, model: subject.model,
      value: number.value, valueMax: number.valueMax, qualifier: qualifier(candidate, number, figure.kind),
      unit: figure.unit, status: figure.status,
      attribute: attribute(figure.kind, figure.number, candidate, figure.entity, look), evidence: "", trail: [])
    fact.when = figure.period
    FactBuilder.closeTarget(&fact)
    let market = setMarket(&fact, candidate.anchor, candidate.features, subject) {
      look.marketFeatures(figure.number, $0, figure.kind, figure.entity)
    }
    place(&fact, candidate.anchor, number.start, number.end)
    fact.source = source(candidate.anchor)
    let (whose, when) = (figure.subjects.choice, figure.periods.choice)
    fact.trail += [
      "kind \(figure.kind.rawValue) \(percent(figure.kindP))", "subject \(percent(whose.probability))",
      "when \(percent(when.probability))",
    ]
    return ScoredFact(
      fact: fact, kind: figure.kindP, subject: whose, when: when, market: market,
      isElided: number.sort == .plain && (figure.kind == .price || figure.kind == .range))
  }

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

  private func kind(
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

  /// Prices and ranges belong to models, outlets to makers.
  static func allows(_ kind: FactKind, _ key: EntityKey) -> Bool {
    switch kind {
    case .price, .range, .launch, .bodyType: key.model != nil
    case .storeCount, .marketEntry: key.model == nil
    default: true
    }
  }

  private func attribute(
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

  private func qualifier(_ candidate: ValueCandidate, _ number: NumberMention, _ kind: FactKind) -> Qualifier
  {
    if number.valueMax != nil { return .between }
    return DecisionClasses.qualifiers[
      decisions.best("qualifier", candidate.features + DecisionClasses.kind(kind)).0]
  }

  // MARK: Events

  func launchFacts(_ look: FirstLook) -> [ScoredFact] {
    events(EventCandidates(scene: scene).launches(), "launch", look) { event, fact in
      let when = setPeriod(&fact, event.anchor, event.anchorFeatures)
      return (when, setMarket(&fact, event.anchor, event.anchorFeatures, event.subject.key))
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

  func status(_ model: String, _ features: [Float]) -> Status {
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
  private static func closeTarget(_ fact: inout Fact) {
    guard fact.kind == .salesTarget, let period = fact.when, period.first == nil, let last = period.last,
      last.month == 12, period.description.utf8.count > "../2025".utf8.count
    else { return }
    fact.when = Period.year(last.year)
  }

  private func setMarket(
    _ fact: inout Fact, _ anchor: Anchor, _ vector: [Float], _ subject: EntityKey,
    more: (([Int]) -> [[Float]])? = nil
  ) -> Choice {
    let list = MarketCandidates(scene: scene).list(
      anchor, kind: fact.kind, subject: subject, unit: fact.unit, anchorVector: vector)
    let features =
      more.map { FeatureRows(list.map(\.features), $0(list.map(\.number))) } ?? FeatureRows(list.map(\.features))
    guard let choice = choose(features, more == nil ? "market" : "market.again") else { return Choice() }
    fact.market = list[choice.index].code
    return choice
  }

  private func percent(_ p: Float) -> String { "\(Int((p * 100).rounded()))%" }
}
