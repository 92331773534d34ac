import Deciding
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
  /// Decisions of models that did not see the articles; with them the rows are those of the second look.
  private let decisions: Decisions?
  private var rows: [TrainingRow] = []
  private var group = 0
  /// What no candidate offered, for looking at: the article, what was wanted, and what there was.
  public private(set) var gaps: [String] = []

  /// Makes rows of the first look, with the lexicon of the binary.
  public init(lexicon: Lexicon = .standard) {
    self.lexicon = lexicon
    decisions = nil
  }

  /// Makes rows of the second look; `weights` decide the first, and come from other articles than those looked at.
  public init(again weights: String, lexicon: Lexicon = .standard) {
    self.lexicon = lexicon
    decisions = Decisions(weights: weights)
  }

  /// The names of a model's features, for looking at what it has learnt.
  public static func featureNames(_ task: String) -> [String] {
    let kinds = FactKind.allCases.map { "kind.\($0.rawValue)" }
    if let first = task.split(separator: ".again").first.map(String.init), first != task {
      let more: [String] =
        switch first {
        case "count.kind": FirstLook.kindNames
        case "subject": FirstLook.subjectNames
        case "when": FirstLook.periodNames
        case "market": FirstLook.marketNames
        case "measure", "outlet": FirstLook.optionNames
        default: EventLook.names
        }
      return featureNames(first) + more
    }
    switch task {
    case "count.kind", "amount.kind", "distance.kind": return ValueCandidates.names
    case "measure", "outlet": return OptionCandidates.names
    case "subject": return SubjectCandidates.names
    case "when": return PeriodCandidates.names
    case "market": return MarketCandidates.names
    case "launch", "entry", "body": return EventCandidates.names
    case "milestone": return AnchorFeatures.names
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
    let candidates = ValueCandidates(scene: scene).list()
    let look = decisions.map { FirstLook(FactBuilder(scene: scene, decisions: $0), candidates) }
    values(scene, candidates, gold, look, &found)
    events(EventCandidates(scene: scene).launches(), "launch", scene, gold, look, &found)
    events(EventCandidates(scene: scene).entries(), "entry", scene, gold, look, &found)
    events(EventCandidates(scene: scene).bodies(), "body", scene, gold, look, &found)
    let missed = annotated.facts.indices.filter { !found.contains($0) && !annotated.facts[$0].optional }.map {
      annotated.facts[$0]
    }
    return (rows, missed)
  }

  /// Adds a row of the first look, or with `more` features one of the second.
  private mutating func add(
    _ task: String, _ label: Int, _ features: [Float], more: @autoclosure () -> [Float]? = nil,
    _ note: @autoclosure () -> String = ""
  ) {
    guard decisions != nil else {
      rows.append(TrainingRow(task: task, group: group, label: label, features: features, note: note()))
      return
    }
    guard let more = more() else { return }
    rows.append(
      TrainingRow(task: task + ".again", group: group, label: label, features: features + more, note: note()))
  }

  /// The number of a subject that the article does not name; no figure has it.
  private static let unnamed = -2

  // MARK: Figures

  private mutating func values(
    _ scene: Scene, _ candidates: [ValueCandidate], _ gold: [GoldFact], _ look: FirstLook?,
    _ found: inout Set<Int>
  ) {
    for (n, candidate) in candidates.enumerated() {
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
        if same.isEmpty { addKind(task, 0, n, candidates, look, scene) }
        continue
      }
      for i in here { found.insert(i) }
      if here.allSatisfy({ gold[$0].fact.optional }) { continue }
      let kinds = Set(here.filter { !gold[$0].fact.optional }.map { gold[$0].fact.kind })
      guard kinds.count == 1, let kind = kinds.first else { continue }
      addKind(
        task, task == "count.kind" ? DecisionClasses.countKinds.firstIndex(of: kind) ?? 0 : 1, n, candidates,
        look, scene)
      let facts = here.map { gold[$0].fact }.filter { $0.kind == kind }
      guard let fact = facts.first(where: { !$0.optional }) else { continue }
      let f = candidate.features + DecisionClasses.kind(kind)
      add("status.value", DecisionClasses.statuses.firstIndex(of: fact.status) ?? 0, f)
      if let q = fact.qualifier, let i = DecisionClasses.qualifiers.firstIndex(of: q) {
        add("qualifier", i, f)
      }
      let entity =
        scene.entities.number(of: EntityKey(maker: fact.manufacturer ?? "", model: fact.model))
        ?? TrainingRows.unnamed
      if let attribute = fact.attribute {
        if let cues = OptionCandidates.cues(of: kind) {
          let right =
            kind == .storeCount
            ? Outlet(rawValue: attribute).flatMap { DecisionClasses.outlets.firstIndex(of: $0) }
            : Measure(rawValue: attribute).flatMap { DecisionClasses.measures.firstIndex(of: $0) }
          let more = look?.optionFeatures(n, cues.count, kind, entity)
          for (i, features) in OptionCandidates.features(cues, kind, candidate.features).enumerated() {
            add(
              OptionCandidates.model(of: kind), i == right ? 1 : 0, features,
              more: more?[i])
          }
        }
        switch kind {
        case .price:
          if let i = DecisionClasses.priceSorts.firstIndex(of: attribute) { add("price.sort", i, f) }
        default: break
        }
      }
      let subjects = FactBuilder(scene: scene, decisions: decisions ?? Decisions(weights: "")).subjects(
        candidate, kind)
      if !subjects.contains(where: { s in facts.contains { GoldFact.names($0, s.key) } }) {
        gaps.append(
          "subject \(scene.article.id) \(fact.manufacturer ?? "-") \(fact.model ?? "-") | \(subjects.map { "\($0.key.maker) \($0.key.model ?? "")" }) | \(fact.evidence)"
        )
      }
      group += 1
      let more = look?.subjectFeatures(n, subjects.map(\.entity), kind, scene.entities)
      for (s, subject) in subjects.enumerated() {
        add(
          "subject", facts.contains { GoldFact.names($0, subject.key) } ? 1 : 0, subject.features,
          more: more?[s],
          "\(kind.rawValue) \(FactJSON.number(number.value)) \(subject.key.maker)/\(subject.key.model ?? "")|\(fact.evidence)"
        )
      }
      periodAndMarket(scene, candidate.anchor, candidate.features, fact, facts, look.map { (n, $0) })
    }
  }

  private mutating func addKind(
    _ task: String, _ label: Int, _ n: Int, _ candidates: [ValueCandidate], _ look: FirstLook?, _ scene: Scene
  ) {
    add(
      task, label, candidates[n].features,
      more: task == "count.kind" ? look?.kindFeatures(n, scene, candidates) : nil)
  }

  /// `look` is the second look, with the number of the figure; events have none.
  private mutating func periodAndMarket(
    _ scene: Scene, _ anchor: Anchor, _ vector: [Float], _ fact: Fact, _ facts: [Fact],
    _ look: (n: Int, first: FirstLook)?
  ) {
    let key = EntityKey(maker: fact.manufacturer ?? "", model: fact.model)
    let periods = PeriodCandidates(scene: scene).list(
      anchor, kind: fact.kind, status: fact.status, anchorVector: vector)
    group += 1
    if !periods.contains(where: { p in facts.contains { Period.agree($0.when, p.period) } }) {
      gaps.append(
        "when \(scene.article.id) \(scene.article.published?.description ?? "") \(fact.when?.description ?? "none") \(fact.status.rawValue) | \(periods.map { $0.period?.description ?? "-" }) | \(fact.evidence)"
      )
    }
    let entity = scene.entities.number(of: key) ?? TrainingRows.unnamed
    let more = look.map { $0.first.periodFeatures($0.n, periods.map(\.period), fact.kind, entity) }
    for (p, period) in periods.enumerated() {
      let right = facts.contains { Period.agree($0.when, period.period) }
      // A date that could not be resolved is no answer.
      if period.period == nil, period.features[FactKind.allCases.count + Status.allCases.count] == 0 {
        continue
      }
      add(
        "when", right ? 1 : 0, period.features,
        more: more?[p],
        "\(fact.kind.rawValue) \(FactJSON.number(fact.value)) \(fact.attribute ?? "") \(fact.when?.description ?? "-") \(period.period?.description ?? "-")|\(fact.evidence)"
      )
    }
    guard fact.kind != .marketEntry else { return }
    group += 1
    let markets = MarketCandidates(scene: scene).list(
      anchor, kind: fact.kind, subject: key, unit: fact.unit, anchorVector: vector)
    let marketMore = look.map { $0.first.marketFeatures($0.n, markets.map(\.number), fact.kind, entity) }
    for (m, market) in markets.enumerated() {
      add(
        "market", facts.contains { $0.market == market.code } ? 1 : 0, market.features,
        more: marketMore?[m])
    }
  }

  // MARK: Events

  private mutating func events(
    _ events: [EventCandidate], _ task: String, _ scene: Scene, _ gold: [GoldFact], _ look: FirstLook?,
    _ found: inout Set<Int>
  ) {
    var lastAnchor = -1
    let alone = decisions.map { EventLook(events, task, $0) }
    for (n, event) in events.enumerated() {
      if event.anchor.token != lastAnchor {
        group += 1
        lastAnchor = event.anchor.token
      }
      let range = scene.mentions.sentences[event.anchor.sentence].bytes
      let same = gold.indices.filter {
        gold[$0].fact.kind == event.kind && GoldFact.names(gold[$0].fact, event.subject.key)
          && (event.kind == .marketEntry
            ? gold[$0].fact.market == event.market
            : gold[$0].fact.attribute == event.attribute || event.isWeak)
      }
      let here = same.filter { gold[$0].stands(in: range) }
      for i in here { found.insert(i) }
      if here.isEmpty, !same.isEmpty, event.kind != .launch { continue }
      if !here.isEmpty, here.allSatisfy({ gold[$0].fact.optional }) { continue }
      add(
        task, here.isEmpty ? 0 : 1, event.features,
        more: look.flatMap { look in alone.map { $0.features(n, look) } })
      guard let fact = here.map({ gold[$0].fact }).first(where: { !$0.optional }) else { continue }
      if event.kind == .bodyType { continue }
      if event.kind == .launch,
        let label = DecisionClasses.milestones.firstIndex(where: { $0.rawValue == fact.attribute })
      {
        add("milestone", label, event.anchorFeatures)
      }
      add(
        "status.event", DecisionClasses.statuses.firstIndex(of: fact.status) ?? 0,
        event.anchorFeatures + DecisionClasses.kind(event.kind))
      let facts = here.map { gold[$0].fact }
      periodAndMarket(scene, event.anchor, event.anchorFeatures, fact, facts, nil)
    }
  }
}
