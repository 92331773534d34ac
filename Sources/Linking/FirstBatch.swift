import Deciding
import Facts
import Finding

/// Some figures as each looks alone.
///
/// One decision is made about all of them before the next: its trees, which are as large as what a processor keeps at hand, are
/// fetched once.
struct FirstBatch {
  /// What is seen of each figure.
  private(set) var views: [FirstLook.View]
  /// What was listed for each that looks like a fact.
  private(set) var lists: [FirstLook.Lists?]

  private let candidates: [ValueCandidate]
  private let builder: FactBuilder
  /// The figures that look like facts, with their kinds.
  private let figures: [(n: Int, kind: FactKind)]

  init(_ candidates: [ValueCandidate], _ builder: FactBuilder) {
    self.candidates = candidates
    self.builder = builder
    let mentions = builder.scene.mentions
    var views = candidates.map { candidate in
      FirstLook.View(
        anchor: candidate.anchor, paragraph: mentions.sentences[candidate.anchor.sentence].paragraph,
        kinds: builder.kinds(candidate, mentions.numbers[candidate.number].sort), kind: nil)
    }
    var figures: [(n: Int, kind: FactKind)] = []
    for n in views.indices {
      let kinds = views[n].kinds
      guard let best = kinds.indices.max(by: { kinds[$0] < kinds[$1] }),
        let kind = DecisionClasses.countKinds[best]
      else { continue }
      views[n].kind = kind
      views[n].weight = kinds[best]
      figures.append((n, kind))
    }
    self.views = views
    self.figures = figures
    lists = Array(repeating: nil, count: candidates.count)
    let subjects = figures.map { builder.subjects(candidates[$0.n], $0.kind) }
    tellSubjects(subjects)
    let statuses = figures.map { builder.status(candidates[$0.n], $0.kind) }
    let periods = zip(figures, statuses).map { builder.periods(candidates[$0.n], $0.kind, $1) }
    tellPeriods(periods)
    tellMarkets()
    tellOptions()
    for (i, figure) in figures.enumerated() {
      lists[figure.n] = FirstLook.Lists(
        kind: figure.kind, status: statuses[i], subjects: subjects[i], periods: periods[i])
    }
  }

  private mutating func tellSubjects(_ lists: [[SubjectCandidate]]) {
    for ((n, _), list) in zip(figures, lists) {
      let p = builder.decisions.yes("subject", all: FeatureRows(list.map(\.features)))
      views[n].subjects = Shares(zip(list.map(\.entity), p))
      views[n].subject = p.indices.max { p[$0] < p[$1] }.map { list[$0].entity }
    }
  }

  private mutating func tellPeriods(_ lists: [[PeriodCandidate]]) {
    for ((n, _), list) in zip(figures, lists) {
      let p = builder.decisions.yes("when", all: FeatureRows(list.map(\.features)))
      views[n].periods = zip(list, p).map { ($0.period, $1) }
      views[n].period = p.indices.max { p[$0] < p[$1] }.flatMap { list[$0].period }
    }
  }

  private mutating func tellMarkets() {
    let scene = builder.scene
    let lists = figures.map { n, kind in
      let subject = views[n].subject ?? scene.entities.whole
      return MarketCandidates(scene: scene).list(
        candidates[n].anchor, kind: kind, subject: scene.entities.keys[subject],
        unit: builder.unit(kind, scene.mentions.numbers[candidates[n].number].sort),
        anchorVector: candidates[n].features)
    }
    for ((n, _), list) in zip(figures, lists) {
      let p = builder.decisions.yes("market", all: FeatureRows(list.map(\.features)))
      views[n].markets = Shares(zip(list.map(\.number), p))
      views[n].market = FirstBatch.likeliest(views[n].markets, scene.places)
    }
  }

  private mutating func tellOptions() {
    for (n, kind) in figures {
      guard let cues = OptionCandidates.cues(of: kind) else { continue }
      let rows = FeatureRows(OptionCandidates.features(cues, kind, candidates[n].features))
      let p = builder.decisions.yes(OptionCandidates.model(of: kind), all: rows)
      views[n].options = p
      views[n].option = p.indices.max { p[$0] < p[$1] }
    }
  }

  /// The likeliest market, of several that are as likely the first by its code.
  private static func likeliest(_ shares: Shares, _ places: Markets) -> Int? {
    func code(_ number: Int) -> String { number < places.codes.count ? places.codes[number] : "" }
    return shares.items.max { ($0.share, code($1.number)) < ($1.share, code($0.number)) }?.number
  }
}
