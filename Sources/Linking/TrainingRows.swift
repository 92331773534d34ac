import Facts
import Finding
import Lexicon

/// One question that a trained model answers, as a row of features with its right answer.
public struct TrainingRow: Sendable {
  /// The model's name.
  public var task: String
  /// The candidates that compete for one answer share a group.
  public var group: Int
  /// The right class.
  public var label: Int
  /// What speaks for each answer.
  public var features: [Float]
  /// What is asked of what, for people who look at errors.
  public var note: String = ""
}

/// Annotated articles to training rows: each candidate that Finding offers is compared with what the annotators said.
public struct TrainingRows {
  private let lexicon: Lexicon
  private var rows: [TrainingRow] = []
  private var group = 0
  /// What no candidate offered, for looking at: the article, what was wanted, and what there was.
  public private(set) var gaps: [String] = []

  /// Makes rows with the lexicon of the binary.
  public init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  /// The names of a model's features, for looking at what it has learnt.
  public static func featureNames(_ task: String) -> [String] {
    let kinds = FactKind.allCases.map { "kind.\($0.rawValue)" }
    switch task {
    case "count.kind", "amount.kind", "distance.kind": return ValueCandidates.names
    case "measure", "outlet": return OptionCandidates.names
    case "subject": return SubjectCandidates.names
    case "when": return PeriodCandidates.names
    case "market": return MarketCandidates.names
    case "launch", "entry", "body": return EventCandidates.names
    case "status.event": return AnchorFeatures.names + kinds
    default: return ValueCandidates.names + kinds
    }
  }

  /// All rows of one article; `missed` are the facts that no candidate could become.
  public mutating func rows(of annotated: AnnotatedArticle) -> (rows: [TrainingRow], missed: [Fact]) {
    rows = []
    let language = annotated.article.language ?? .english
    let scene = FactExtractor.scene(annotated.article, language, lexicon)
    let gold = annotated.facts.map { GoldFact($0, scene) }
    var found: Set<Int> = []
    values(scene, gold, &found)
    events(EventCandidates(scene: scene).launches(), "launch", scene, gold, &found)
    events(EventCandidates(scene: scene).entries(), "entry", scene, gold, &found)
    events(EventCandidates(scene: scene).bodies(), "body", scene, gold, &found)
    let missed = annotated.facts.indices.filter { !found.contains($0) && !annotated.facts[$0].optional }.map {
      annotated.facts[$0]
    }
    return (rows, missed)
  }

  private mutating func add(
    _ task: String, _ label: Int, _ features: [Float], _ note: @autoclosure () -> String = ""
  ) {
    rows.append(TrainingRow(task: task, group: group, label: label, features: features, note: note()))
  }

  // MARK: Figures

  private mutating func values(_ scene: Scene, _ gold: [GoldFact], _ found: inout Set<Int>) {
    var context: LinkContext?
    for candidate in ValueCandidates(scene: scene).list() {
      let number = scene.mentions.numbers[candidate.number]
      let sentence = scene.mentions.sentences[candidate.anchor.sentence]
      let range = sentence.bytes
      let same = gold.indices.filter { gold[$0].hasValue(number) }
      let here = same.filter { gold[$0].stands(in: range) }
      group += 1
      let task: String
      switch number.sort {
      case .plain: task = "count.kind"
      case .amount: task = "amount.kind"
      default: task = "distance.kind"
      }
      if here.isEmpty {
        // The same figure said again elsewhere teaches nothing.
        if same.isEmpty { add(task, 0, candidate.features) }
        continue
      }
      for i in here { found.insert(i) }
      if here.allSatisfy({ gold[$0].fact.optional }) { continue }
      let kinds = Set(here.filter { !gold[$0].fact.optional }.map { gold[$0].fact.kind })
      guard kinds.count == 1, let kind = kinds.first else { continue }
      add(
        task, task == "count.kind" ? DecisionClasses.countKinds.firstIndex(of: kind) ?? 0 : 1,
        candidate.features)
      let facts = here.map { gold[$0].fact }.filter { $0.kind == kind }
      guard let fact = facts.first(where: { !$0.optional }) else { continue }
      let f = candidate.features + DecisionClasses.kind(kind)
      add("status.value", DecisionClasses.statuses.firstIndex(of: fact.status) ?? 0, f)
      if let q = fact.qualifier, let i = DecisionClasses.qualifiers.firstIndex(of: q) {
        add("qualifier", i, f)
      }
      if let attribute = fact.attribute {
        switch kind {
        case .sales, .salesTarget:
          let right = Measure(rawValue: attribute).flatMap { DecisionClasses.measures.firstIndex(of: $0) }
          for (i, features) in OptionCandidates.features(OptionCandidates.measures, kind, candidate.features)
            .enumerated()
          { add("measure", i == right ? 1 : 0, features) }
        case .storeCount:
          let right = Outlet(rawValue: attribute).flatMap { DecisionClasses.outlets.firstIndex(of: $0) }
          for (i, features) in OptionCandidates.features(OptionCandidates.outlets, kind, candidate.features)
            .enumerated()
          { add("outlet", i == right ? 1 : 0, features) }
        case .price:
          if let i = DecisionClasses.priceSorts.firstIndex(of: attribute) { add("price.sort", i, f) }
        default: break
        }
      }
      let subjects = SubjectCandidates(scene: scene).list(
        candidate.anchor, kind: kind, whole: kind == .sales || kind == .salesTarget,
        anchorVector: candidate.features
      )
      .filter { FactBuilder.allows(kind, $0.key) }
      if !subjects.contains(where: { s in facts.contains { GoldFact.names($0, s.key) } }) {
        gaps.append(
          "subject \(scene.article.id) \(fact.manufacturer ?? "-") \(fact.model ?? "-") | \(subjects.map { "\($0.key.maker) \($0.key.model ?? "")" }) | \(fact.evidence)"
        )
      }
      group += 1
      for subject in subjects {
        add(
          "subject", facts.contains { GoldFact.names($0, subject.key) } ? 1 : 0, subject.features,
          "\(kind.rawValue) \(FactJSON.number(number.value)) \(subject.key.maker)/\(subject.key.model ?? "")|\(fact.evidence)"
        )
      }
      periodAndMarket(scene, candidate.anchor, candidate.features, fact, facts, context)
      // At work the fact before is only mostly right; so every third time the one before that stays.
      if group % 3 != 0 {
        context = TrainingRows.context(
          fact, candidate.anchor, subjects.first { GoldFact.names(fact, $0.key) }?.key)
      }
    }
  }

  /// What the next fact sees of this one.
  private static func context(_ fact: Fact, _ anchor: Anchor, _ key: EntityKey?) -> LinkContext {
    LinkContext(
      subject: key ?? EntityKey(maker: fact.manufacturer ?? "", model: fact.model), market: fact.market,
      kind: fact.kind, sentence: anchor.sentence)
  }

  private mutating func periodAndMarket(
    _ scene: Scene, _ anchor: Anchor, _ vector: [Float], _ fact: Fact, _ facts: [Fact],
    _ context: LinkContext?
  ) {
    let key = EntityKey(maker: fact.manufacturer ?? "", model: fact.model)
    let periods = PeriodCandidates(scene: scene).list(
      anchor, kind: fact.kind, status: fact.status, anchorVector: vector)
    group += 1
    if !periods.contains(where: { p in facts.contains { GoldFact.agrees($0.when, p.period) } }) {
      gaps.append(
        "when \(scene.article.id) \(scene.article.published?.description ?? "") \(fact.when?.description ?? "none") \(fact.status.rawValue) | \(periods.map { $0.period?.description ?? "-" }) | \(fact.evidence)"
      )
    }
    for period in periods {
      let right = facts.contains { GoldFact.agrees($0.when, period.period) }
      // A date that could not be resolved is no answer.
      if period.period == nil, period.features[FactKind.allCases.count + Status.allCases.count] == 0 {
        continue
      }
      add(
        "when", right ? 1 : 0, period.features,
        "\(fact.kind.rawValue) \(FactJSON.number(fact.value)) \(fact.attribute ?? "") \(fact.when?.description ?? "-") \(period.period?.description ?? "-")|\(fact.evidence)"
      )
    }
    guard fact.kind != .marketEntry else { return }
    group += 1
    for market in MarketCandidates(scene: scene).list(
      anchor, kind: fact.kind, subject: key, unit: fact.unit, anchorVector: vector, context: context)
    {
      add("market", facts.contains { $0.market == market.code } ? 1 : 0, market.features)
    }
  }

  // MARK: Events

  private mutating func events(
    _ events: [EventCandidate], _ task: String, _ scene: Scene, _ gold: [GoldFact], _ found: inout Set<Int>
  ) {
    var lastAnchor = -1
    var context: LinkContext?
    for event in events {
      if event.anchor.token != lastAnchor {
        group += 1
        lastAnchor = event.anchor.token
      }
      let range = scene.mentions.sentences[event.anchor.sentence].bytes
      let same = gold.indices.filter {
        gold[$0].fact.kind == event.kind && GoldFact.names(gold[$0].fact, event.subject.key)
          && (event.kind == .marketEntry
            ? gold[$0].fact.market == event.market : gold[$0].fact.attribute == event.attribute)
      }
      let here = same.filter { gold[$0].stands(in: range) }
      for i in here { found.insert(i) }
      if here.isEmpty, !same.isEmpty, event.kind != .launch { continue }
      if !here.isEmpty, here.allSatisfy({ gold[$0].fact.optional }) { continue }
      add(task, here.isEmpty ? 0 : 1, event.features)
      guard let fact = here.map({ gold[$0].fact }).first(where: { !$0.optional }) else { continue }
      if event.kind == .bodyType { continue }
      add(
        "status.event", DecisionClasses.statuses.firstIndex(of: fact.status) ?? 0,
        event.anchorFeatures + DecisionClasses.kind(event.kind))
      let facts = here.map { gold[$0].fact }
      periodAndMarket(scene, event.anchor, event.anchorFeatures, fact, facts, context)
      if group % 3 != 0 { context = TrainingRows.context(fact, event.anchor, event.subject.key) }
    }
  }
}
