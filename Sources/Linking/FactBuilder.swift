import Facts
import Finding
import Lexicon

/// Puts the decisions about one candidate together into a fact.
struct FactBuilder {
  let scene: Scene
  let decisions: Decisions

  // MARK: Figures

  func valueFacts() -> [ScoredFact] {
    let subjects = SubjectCandidates(scene: scene)
    var context: LinkContext?
    return ValueCandidates(scene: scene).list().compactMap { candidate in
      let number = scene.mentions.numbers[candidate.number]
      guard let (kind, kindP) = kind(candidate, number.sort) else { return nil }
      let unit = unit(kind, number.sort) ?? elidedUnit(kind, candidate.anchor)
      guard unit != nil else { return nil }
      let list = subjects.list(
        candidate.anchor, kind: kind, whole: kind == .sales || kind == .salesTarget,
        anchorVector: candidate.features
      )
      .filter { FactBuilder.allows(kind, $0.key) }
      guard var choice = choose(list.map(\.features), "subject") else { return nil }
      if let aligned = subjects.aligned(candidate.anchor, list) { choice = choice.forced(to: aligned) }
      let subject = list[choice.index]
      let status = status("status.value", candidate.features + DecisionClasses.kind(kind))
      var fact = Fact(
        kind: kind, manufacturer: subject.key.maker.isEmpty ? nil : subject.key.maker,
        model: subject.key.model, value: number.value,
        valueMax: number.valueMax, qualifier: qualifier(candidate, number, kind), unit: unit, status: status,
        attribute: attribute(kind, candidate), evidence: "", trail: [])
      let when = setPeriod(&fact, candidate.anchor, candidate.features)
      let market = setMarket(&fact, candidate.anchor, candidate.features, subject.key, context)
      if kindP >= 0.5 {
        context = LinkContext(
          subject: subject.key, market: fact.market, kind: kind,
          sentence: candidate.anchor.sentence)
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

  private func kind(_ candidate: ValueCandidate, _ sort: NumberMention.Sort) -> (FactKind, Float)? {
    switch sort {
    case .plain:
      let (best, p) = decisions.best("count.kind", candidate.features)
      return DecisionClasses.countKinds[best].map { ($0, p) }
    case .amount:
      let p = decisions.yes("amount.kind", candidate.features)
      return p >= 0.5 ? (.price, p) : nil
    case .distance:
      let p = decisions.yes("distance.kind", candidate.features)
      return p >= 0.5 ? (.range, p) : nil
    default: return nil
    }
  }

  /// Prices and ranges belong to models, outlets to makers.
  static func allows(_ kind: FactKind, _ key: EntityKey) -> Bool {
    switch kind {
    case .price, .range, .launch, .bodyType: key.model != nil
    case .storeCount, .marketEntry: key.model == nil
    default: true
    }
  }

  private func attribute(_ kind: FactKind, _ candidate: ValueCandidate) -> String? {
    switch kind {
    case .sales, .salesTarget:
      let options = OptionCandidates.features(OptionCandidates.measures, kind, candidate.features)
      return choose(options, "measure").map { DecisionClasses.measures[$0.index].rawValue }
    case .storeCount:
      let options = OptionCandidates.features(OptionCandidates.outlets, kind, candidate.features)
      return choose(options, "outlet").map { DecisionClasses.outlets[$0.index].rawValue }
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

  func launchFacts() -> [ScoredFact] {
    events(EventCandidates(scene: scene).launches(), "launch") { event, fact, context in
      let when = setPeriod(&fact, event.anchor, event.anchorFeatures)
      return (when, setMarket(&fact, event.anchor, event.anchorFeatures, event.subject.key, context))
    }
  }

  func entryFacts() -> [ScoredFact] {
    events(EventCandidates(scene: scene).entries(), "entry") { event, fact, _ in
      let when = setPeriod(&fact, event.anchor, event.anchorFeatures)
      fact.market = event.market
      return (when, Choice())
    }
  }

  func bodyFacts() -> [ScoredFact] {
    events(EventCandidates(scene: scene).bodies(), "body") { _, _, _ in (Choice(), Choice()) }
  }

  /// Events less likely than this are not looked at further.
  private static let floor: Float = 0.15

  private func events(
    _ candidates: [EventCandidate], _ model: String,
    _ fill: (EventCandidate, inout Fact, LinkContext?) -> (when: Choice, market: Choice)
  ) -> [ScoredFact] {
    var context: LinkContext?
    return candidates.compactMap { event in
      let p = decisions.yes(model, event.features)
      guard p >= FactBuilder.floor else { return nil }
      let status =
        event.kind == .bodyType
        ? Status.actual : status("status.event", event.anchorFeatures + DecisionClasses.kind(event.kind))
      var fact = Fact(
        kind: event.kind, manufacturer: event.subject.key.maker, model: event.subject.key.model,
        status: status, attribute: event.attribute,
        evidence: "")
      let (when, market) = fill(event, &fact, context)
      if p >= 0.5 {
        context = LinkContext(
          subject: event.subject.key, market: fact.market, kind: event.kind,
          sentence: event.anchor.sentence)
      }
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
      return ScoredFact(fact: fact, kind: p, subject: Choice(), when: when, market: market, isElided: false)
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
    best.margin = best.probability - second
    return best
  }

  private func status(_ model: String, _ features: [Float]) -> Status {
    DecisionClasses.statuses[decisions.best(model, features).0]
  }

  private func setPeriod(_ fact: inout Fact, _ anchor: Anchor, _ vector: [Float]) -> Choice {
    let periods = PeriodCandidates(scene: scene)
    let list = periods.list(anchor, kind: fact.kind, status: fact.status, anchorVector: vector)
    guard var choice = choose(list.map(\.features), "when") else { return Choice() }
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
    _ fact: inout Fact, _ anchor: Anchor, _ vector: [Float], _ subject: EntityKey, _ context: LinkContext?
  ) -> Choice {
    let list = MarketCandidates(scene: scene).list(
      anchor, kind: fact.kind, subject: subject, unit: fact.unit, anchorVector: vector, context: context)
    guard let choice = choose(list.map(\.features), "market") else { return Choice() }
    fact.market = list[choice.index].code
    return choice
  }

  private func percent(_ p: Float) -> String { "\(Int((p * 100).rounded()))%" }

}
