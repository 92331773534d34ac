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
      if let aligned = subjects.aligned(candidate.anchor, list) {
        choice = Choice(index: aligned, probability: max(0.9, choice.probability), margin: 0.9)
      }
      let subject = list[choice.index]
      let status = status("status.value", candidate.features + DecisionClasses.kind(kind))
      var fact = Fact(
        kind: kind, manufacturer: subject.key.maker.isEmpty ? nil : subject.key.maker,
        model: subject.key.model, value: number.value,
        valueMax: number.valueMax, qualifier: qualifier(candidate, number, kind), unit: unit, status: status,
        attribute: attribute(kind, candidate), evidence: "", trail: [])
      let when = setPeriod(&fact, candidate.anchor, candidate.features, subject.key, context)
      let market = setMarket(&fact, candidate.anchor, candidate.features, subject.key, context)
      if kindP >= 0.5 {
        context = LinkContext(
          subject: subject.key, period: fact.when, market: fact.market, kind: kind,
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

  private func unit(_ kind: FactKind, _ sort: NumberMention.Sort) -> String? {
    switch (kind, sort) {
    case (.sales, _), (.salesTarget, _): "vehicles"
    case (.storeCount, _): "stores"
    case (.capacity, _): "vehicles/year"
    case (.price, .amount(let code)): currency(code)
    case (.range, .distance(let unit)): unit
    default: nil
    }
  }

  /// The unit of a bare number in a list of prices or ranges ("36,210 euros for the first, 41,000 for the other"): that of the nearest one.
  private func elidedUnit(_ kind: FactKind, _ anchor: Anchor) -> String? {
    for sentence in [anchor.sentence, anchor.sentence - 1] where sentence >= 0 {
      let nearest = scene.numbers[sentence].filter {
        switch (scene.mentions.numbers[$0].sort, kind) {
        case (.amount, .price), (.distance, .range): true
        default: false
        }
      }.min {
        abs(scene.numberTokens[$0].lowerBound - anchor.token)
          < abs(scene.numberTokens[$1].lowerBound - anchor.token)
      }
      if let nearest { return unit(kind, scene.mentions.numbers[nearest].sort) }
    }
    return nil
  }

  /// The currency that a sign means here: the dollar and the crown of the countries that the article names most.
  private func currency(_ code: String) -> String {
    func count(_ market: String) -> Int {
      scene.marketCounts[market, default: 0] + (scene.titleMarkets.contains(market) ? 3 : 0)
    }
    func most(_ choices: [(String, String)], otherwise: String, home: String) -> String {
      let best = choices.max { count($0.0) < count($1.0) }
      guard let best, count(best.0) > 0, count(best.0) > count(home) else { return otherwise }
      return best.1
    }
    switch code {
    case "$":
      return most(
        [
          ("AU", "AUD"), ("CA", "CAD"), ("NZ", "NZD"), ("SG", "SGD"), ("HK", "HKD"), ("TW", "TWD"),
          ("MX", "MXN"), ("CL", "CLP"), ("CO", "COP"), ("AR", "ARS"),
        ], otherwise: "USD", home: "US")
    case "¥": return most([("JP", "JPY")], otherwise: "CNY", home: "CN")
    case "SEK": return most([("NO", "NOK"), ("DK", "DKK")], otherwise: "SEK", home: "SE")
    case "CNY": return most([("TW", "TWD")], otherwise: "CNY", home: "CN")
    default: return code
    }
  }

  private func attribute(_ kind: FactKind, _ candidate: ValueCandidate) -> String? {
    let f = candidate.features + DecisionClasses.kind(kind)
    switch kind {
    case .sales, .salesTarget:
      let options = OptionCandidates.features(OptionCandidates.measures, kind, candidate.features)
      return choose(options, "measure").map { DecisionClasses.measures[$0.index].rawValue }
    case .storeCount:
      let options = OptionCandidates.features(OptionCandidates.outlets, kind, candidate.features)
      return choose(options, "outlet").map { DecisionClasses.outlets[$0.index].rawValue }
    case .price: return DecisionClasses.priceSorts[decisions.best("price.sort", f).0]
    case .range: return cycle(candidate.anchor)
    default: return nil
    }
  }

  /// The test cycle named nearest in the sentence.
  private func cycle(_ anchor: Anchor) -> String? {
    var best: (Float, String)?
    for i in scene.cues[anchor.sentence] {
      let cue = scene.mentions.cues[i]
      let name: String? =
        switch cue.cue {
        case .cycleWLTP: "WLTP"
        case .cycleCLTC: "CLTC"
        case .cycleEPA: "EPA"
        case .cycleNEDC: "NEDC"
        default: nil
        }
      guard let name else { continue }
      let d = abs(scene.distance(anchor, cue.token, cue.tokenEnd))
      if d < best?.0 ?? 30 { best = (d, name) }
    }
    return best?.1
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
      let when = setPeriod(&fact, event.anchor, event.anchorFeatures, event.subject.key, context)
      return (when, setMarket(&fact, event.anchor, event.anchorFeatures, event.subject.key, context))
    }
  }

  func entryFacts() -> [ScoredFact] {
    events(EventCandidates(scene: scene).entries(), "entry") { event, fact, context in
      let when = setPeriod(&fact, event.anchor, event.anchorFeatures, event.subject.key, context)
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
          subject: event.subject.key, period: fact.when, market: fact.market, kind: event.kind,
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

  private func setPeriod(
    _ fact: inout Fact, _ anchor: Anchor, _ vector: [Float], _ subject: EntityKey, _ context: LinkContext?
  ) -> Choice {
    let list = PeriodCandidates(scene: scene).list(
      anchor, kind: fact.kind, status: fact.status, anchorVector: vector, subject: subject)
    guard var choice = choose(list.map(\.features), "when") else { return Choice() }
    if let aligned = PeriodCandidates(scene: scene).aligned(anchor, list) {
      choice = Choice(index: aligned, probability: max(0.9, choice.probability), margin: 0.9)
    }
    let i = choice.index
    fact.when = list[i].period
    if fact.kind == .salesTarget, let last = list[i].period?.last, list[i].period?.first == nil,
      list[i].period?.description.hasPrefix("../") == true, last.month == 12,
      list[i].period?.description.utf8.count ?? 0 > 7
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

  private func place(_ fact: inout Fact, _ anchor: Anchor, _ start: Int, _ end: Int) {
    let sentence = scene.mentions.sentences[anchor.sentence]
    fact.span = scene.mentions.text.span(start, end)
    var from = sentence.bytes.lowerBound
    var to = sentence.bytes.upperBound
    // Evidence stays readable: of a sentence without end the part around the value.
    let limit = 840
    if to - from > limit {
      let tokens = scene.mentions.tokens
      var a = anchor.token
      var b = anchor.tokenEnd
      while a > sentence.first, end - tokens[a - 1].start < limit / 2 { a -= 1 }
      while b < sentence.end, tokens[b].end - tokens[a].start < limit { b += 1 }
      from = tokens[a].start
      to = tokens[b - 1].end
    }
    fact.evidence = text(from, to)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    let span = scene.mentions.text.span(start, end)
    return String(decoding: scene.mentions.text.original[span.start..<span.end], as: UTF8.self)
  }

  private func percent(_ p: Float) -> String { "\(Int((p * 100).rounded()))%" }

  /// Who is cited: the capital words behind "according to" and its like.
  private func source(_ anchor: Anchor) -> String? {
    let m = scene.mentions
    for i in scene.cues[anchor.sentence] where m.cues[i].cue == .cite {
      var t = m.cues[i].tokenEnd
      let end = m.sentences[anchor.sentence].end
      var skipped = 0
      while t < end, skipped < 3, !m.tokens[t].isCapital, m.tokens[t].sort == .word {
        t += 1
        skipped += 1
      }
      let first = t
      while t < end, m.tokens[t].isCapital || m.tokens[t].sort == .mixed, t - first < 5 { t += 1 }
      guard t > first else { continue }
      if m.names.contains(where: { $0.token >= first && $0.token < t }) { continue }
      return text(m.tokens[first].start, m.tokens[t - 1].end)
    }
    return nil
  }
}
