import Facts
import Finding
import Lexicon

/// Something that may have happened to a maker or model: a cue or a market, with whom it may concern.
struct EventCandidate {
  var kind: FactKind
  /// The milestone or body.
  var attribute: String?
  /// The market that is entered.
  var market: String?
  var anchor: Anchor
  /// What stands around the cue.
  var anchorFeatures: [Float]
  var subject: SubjectCandidate
  /// All that the model is asked with.
  var features: [Float]
  /// Whether the word names no milestone of its own: "comes", "follows", a bare date.
  var isWeak = false
}

/// Lists the launches, market entries and body types that the text may state.
struct EventCandidates {
  let scene: Scene

  static let milestones: [(Cue, Milestone)] = [
    (.unveil, .unveil), (.presale, .presale), (.launch, .launch), (.delivery, .delivery),
    (.production, .production), (.discontinue, .discontinue), (.weakMilestone, .launch),
  ]
  /// The milestones, in the order of their features.
  private static let ordered = milestones.dropLast().map(\.1)

  static let names: [String] =
    AnchorFeatures.names + SubjectCandidates.names + [
      "unveil", "presale", "launch", "delivery", "production", "discontinue", "cueOrder", "cuesHere",
      "entryCue", "form", "bodyOrder", "weak",
    ]

  /// The last of the features, in the order of their names.
  private static func details(
    milestone: Milestone? = nil, order: Float = 0, cues: Float = 0, entry: Float = 0, form: Float = 0,
    body: Float = 0, weak: Float = 0
  ) -> [Float] {
    ordered.map { $0 == milestone ? 1 : 0 } + [order, cues, entry, form, body, weak]
  }

  /// How many sentences back the subject of an event may be named.
  static let reach: Float = 3

  /// The launches, one candidate for each cue of a milestone and each model near it.
  func launches() -> [EventCandidate] { cuedLaunches() + bareLaunches() }

  private func cuedLaunches() -> [EventCandidate] {
    events(.launch) { cue in
      EventCandidates.milestones.first { $0.0 == cue }
    } details: { milestone, order, cues in
      (
        milestone.1.rawValue,
        EventCandidates.details(
          milestone: milestone.1, order: order, cues: cues, weak: milestone.0 == .weakMilestone ? 1 : 0)
      )
    }
  }

  /// The body types, one candidate for each word for a body and each model near it.
  func bodies() -> [EventCandidate] {
    events(.bodyType) {
      SubjectCandidates.body($0)
    } details: { body, order, cues in
      let place = Float(BodyType.allCases.firstIndex(of: body) ?? 0)
      return (body.rawValue, EventCandidates.details(order: order, cues: cues, body: place))
    }
  }

  /// The events that cues tell of: `meaning` says what a cue means, `details` gives its attribute and last features, from
  /// its number among its like in the sentence and the number of the sentence's cues.
  private func events<Meaning>(
    _ kind: FactKind, meaning: (Cue) -> Meaning?, details: (Meaning, Float, Float) -> (String, [Float])
  ) -> [EventCandidate] {
    var out: [EventCandidate] = []
    for (s, cues) in scene.cues.enumerated() where scene.isBody(s) {
      var order: Float = 0
      for i in cues {
        let cue = scene.mentions.cues[i]
        guard let meaning = meaning(cue.cue) else { continue }
        // "Comes", "follows" tell of a start only beside a date.
        if cue.cue == .weakMilestone, scene.dates[s].isEmpty { continue }
        let anchor = Anchor(token: cue.token, tokenEnd: cue.tokenEnd, sentence: s)
        let vector = AnchorFeatures.vector(scene, anchor)
        order += 1
        let (attribute, last) = details(meaning, order, Float(cues.count))
        for subject in subjects(anchor, kind, vector) where subject.key.model != nil {
          out.append(
            EventCandidate(
              kind: kind, attribute: attribute, market: nil, anchor: anchor, anchorFeatures: vector,
              subject: subject, features: vector + subject.features + last,
              isWeak: cue.cue == .weakMilestone))
        }
      }
    }
    return out
  }

  /// Lines without a word for a milestone that name a model and a date ("Cupra Raval – summer 2026"), and sentences that drop
  /// a model ("there will be no Z100"): the date, or the word that drops, is the anchor.
  private func bareLaunches() -> [EventCandidate] {
    var out: [EventCandidate] = []
    let m = scene.mentions
    for s in scene.cues.indices where scene.isBody(s) {
      let cues = scene.cues[s].map { m.cues[$0] }
      guard !cues.contains(where: { cue in EventCandidates.milestones.contains { $0.0 == cue.cue } }),
        scene.names[s].contains(where: { m.names[$0].model != nil })
      else { continue }
      let sentence = m.sentences[s]
      var anchors: [Anchor] = cues.filter { $0.cue == .cancel || $0.cue == .postpone }.prefix(1).map {
        Anchor(token: $0.token, tokenEnd: $0.tokenEnd, sentence: s)
      }
      if sentence.end - sentence.first <= EventCandidates.shortLine || scene.lists.head[s] != nil,
        let date = scene.dates[s].first
      {
        let tokens = scene.dateTokens[date]
        anchors.append(Anchor(token: tokens.lowerBound, tokenEnd: tokens.upperBound, sentence: s))
      }
      for anchor in anchors {
        let vector = AnchorFeatures.vector(scene, anchor)
        for subject in subjects(anchor, .launch, vector) where subject.key.model != nil {
          out.append(
            EventCandidate(
              kind: .launch, attribute: Milestone.launch.rawValue, market: nil, anchor: anchor,
              anchorFeatures: vector, subject: subject,
              features: vector + subject.features
                + EventCandidates.details(cues: Float(cues.count), weak: 2),
              isWeak: true))
        }
      }
    }
    return out
  }

  /// A sentence of so many tokens may tell a launch without a verb.
  private static let shortLine = 40

  func entries() -> [EventCandidate] {
    var out: [EventCandidate] = []
    let m = scene.mentions
    for (s, markets) in scene.markets.enumerated() where scene.isBody(s) {
      let entry = scene.cues[s].contains { m.cues[$0].cue == .entry }
      var seen: Set<String> = []
      for i in markets {
        let market = m.markets[i]
        guard seen.insert(market.code).inserted else { continue }
        // The list of markets as a whole: what is said of one is said of all.
        let run = scene.marketRuns[i]
        let anchor = Anchor(token: run.tokens.lowerBound, tokenEnd: run.tokens.upperBound, sentence: s)
        let form: Float = market.place == .name ? 0 : market.place == .adjective ? 1 : 2
        out += entries(
          anchor, market.code,
          EventCandidates.details(cues: Float(markets.count), entry: entry ? 1 : 0, form: form))
      }
      // "It arrives here in autumn": the market that the text is in.
      if markets.isEmpty, entry, let code = marketBefore(s),
        let cue = scene.cues[s].first(where: { m.cues[$0].cue == .entry }).map({ m.cues[$0] })
      {
        out += entries(
          Anchor(token: cue.token, tokenEnd: cue.tokenEnd, sentence: s), code,
          EventCandidates.details(entry: 1, form: 3))
      }
    }
    return out
  }

  private func entries(_ anchor: Anchor, _ market: String, _ details: [Float]) -> [EventCandidate] {
    let vector = AnchorFeatures.vector(scene, anchor)
    return subjects(anchor, .marketEntry, vector).filter { $0.key.model == nil }.map { subject in
      EventCandidate(
        kind: .marketEntry, attribute: nil, market: market, anchor: anchor, anchorFeatures: vector,
        subject: subject,
        features: vector + subject.features + details)
    }
  }

  /// The market named last within three sentences, else the title's, else the one named most.
  private func marketBefore(_ sentence: Int) -> String? {
    for s in stride(from: sentence - 1, through: max(0, sentence - 3), by: -1) {
      if let last = scene.markets[s].last { return scene.mentions.markets[last].code }
    }
    return (scene.places.title.first ?? scene.places.ranked.first).map { scene.places.codes[$0] }
  }

  private static let back = FactKind.allCases.count + 8 + 8

  private func subjects(_ anchor: Anchor, _ kind: FactKind, _ vector: [Float]) -> [SubjectCandidate] {
    SubjectCandidates(scene: scene).list(anchor, kind: kind, whole: false, anchorVector: vector).filter {
      // sentencesBack lies behind the kinds and the flags.
      $0.features[EventCandidates.back] <= EventCandidates.reach
    }
  }
}
