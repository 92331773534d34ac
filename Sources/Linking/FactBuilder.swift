import Facts
import Finding
import Lexicon

/// Puts the decisions about one candidate together into a fact.
struct FactBuilder {
  let scene: Scene
  let decisions: Decisions

  // MARK: Figures

  /// The facts of figures: each is looked at alone first, then again beside the others.
  func valueFacts(_ candidates: [ValueCandidate], _ look: FirstLook) -> [ScoredFact] {
    let geometry = SubjectCandidates(scene: scene)
    return candidates.enumerated().compactMap { n, candidate in
      let number = scene.mentions.numbers[candidate.number]
      guard let (kind, kindP) = kind(n, candidate, number.sort, look, candidates) else { return nil }
      let unit = unit(kind, number.sort) ?? elidedUnit(kind, candidate.anchor)
      guard unit != nil else { return nil }
      let list = subjects(candidate, kind)
      guard
        var choice = choose(
          list.map { $0.features + look.subjectFeatures(n, $0.key, kind) }, "subject.again")
      else { return nil }
      if let aligned = geometry.aligned(candidate.anchor, list) { choice = choice.forced(to: aligned) }
      let subject = list[choice.index].key
      let status = status("status.value", candidate.features + DecisionClasses.kind(kind))
      var fact = Fact(
        kind: kind, manufacturer: subject.maker.isEmpty ? nil : subject.maker, model: subject.model,
        value: number.value, valueMax: number.valueMax, qualifier: qualifier(candidate, number, kind),
        unit: unit, status: status, attribute: attribute(kind, n, candidate, subject, look), evidence: "",
        trail: [])
      let when = setPeriod(&fact, candidate.anchor, candidate.features) {
        look.periodFeatures(n, $0, kind, subject)
      }
      let market = setMarket(&fact, candidate.anchor, candidate.features, subject) {
        look.marketFeatures(n, $0, kind, subject)
      }
      place(&fact, candidate.anchor, number.start, number.end)
      fact.source = source(candidate.anchor)
      fact.trail += [
        "kind \(kind.rawValue) \(percent(kindP))", "subject \(percent(choice.probability))",
        "when \(percent(when.probability))",
      ]
      return ScoredFact(
        fact: fact, kind: kindP, subject: choice, when: when, market: market,
        isElided: number.sort == .plain && (kind == .price || kind == .range))
    }
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
    _ kind: FactKind, _ n: Int, _ candidate: ValueCandidate, _ subject: EntityKey, _ look: FirstLook
  ) -> String? {
    if let cues = OptionCandidates.cues(of: kind) {
      let options = OptionCandidates.features(cues, kind, candidate.features).enumerated().map {
        $1 + look.optionFeatures(n, $0, kind, subject)
      }
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
    return candidates.enumerated().compactMap { n, event in
      let p = decisions.yes(model + ".again", event.features + alone.features(n, look))
      guard p >= FactBuilder.floor else { return nil }
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
      return ScoredFact(fact: fact, kind: p, subject: Choice(features: event.subject.features), when: when, market: market, isElided: false)
    }
  }

  // MARK: Steps

  /// The likeliest of several candidates.
  private func choose(_ features: [[Float]], _ model: String) -> Choice? {
    var best = Choice()
    var second: Float = 0
    for (i, f) in features.enumerated() {
      let p = decisions.yes(model, f)
      if i == 0 || p > best.probability {
        if i > 0 { second = best.probability }
        best = Choice(index: i, probability: p)
      } else {
        second = max(second, p)
      }
    }
    guard !features.isEmpty else { return nil }
    best.features = features[best.index]
    best.margin = best.probability - second
    return best
  }

  /// The milestone that words around an anchor tell, where its own word names none.
  private func milestone(_ features: [Float]) -> String {
    DecisionClasses.milestones[decisions.best("milestone", features).0].rawValue
  }

  func status(_ model: String, _ features: [Float]) -> Status {
    DecisionClasses.statuses[decisions.best(model, features).0]
  }

  /// Chooses the period; `more` gives what the other figures say of one, where there is a second look.
  private func setPeriod(
    _ fact: inout Fact, _ anchor: Anchor, _ vector: [Float], more: ((Period?) -> [Float])? = nil
  ) -> Choice {
    let periods = PeriodCandidates(scene: scene)
    let list = periods.list(anchor, kind: fact.kind, status: fact.status, anchorVector: vector)
    let features = list.map { $0.features + (more?($0.period) ?? []) }
    guard var choice = choose(features, more == nil ? "when" : "when.again") else { return Choice() }
    if let aligned = periods.aligned(anchor, list) { choice = choice.forced(to: aligned) }
    fact.when = list[choice.index].period
    // "../" and a year is as the text says it; anything longer ends within its year.
    if fact.kind == .salesTarget, let period = fact.when, period.first == nil, let last = period.last,
      last.month == 12, period.description.utf8.count > "../2025".utf8.count
    {
      // A yearly target "by year-end" is the year's.
      fact.when = Period.year(last.year)
    }
    return choice
  }

  private func setMarket(
    _ fact: inout Fact, _ anchor: Anchor, _ vector: [Float], _ subject: EntityKey,
    more: ((String?) -> [Float])? = nil
  ) -> Choice {
    let list = MarketCandidates(scene: scene).list(
      anchor, kind: fact.kind, subject: subject, unit: fact.unit, anchorVector: vector)
    let features = list.map { $0.features + (more?($0.code) ?? []) }
    guard let choice = choose(features, more == nil ? "market" : "market.again") else { return Choice() }
    fact.market = list[choice.index].code
    return choice
  }

  private func percent(_ p: Float) -> String { "\(Int((p * 100).rounded()))%" }

}
