import Deciding
import Facts
import Finding
import Lexicon

/// What the decisions say of each figure of an article alone.
///
/// Asked a second time they know of it: figures of one list share kind, period, market and measure, and each has a subject
/// of its own. Method: stacking, with predictions that do not come from the rows a model was trained on (Wolpert 1992;
/// Cohen and Carvalho 2005 for sequences).
struct FirstLook: Sendable {
  /// One figure as it looks alone.
  struct View: Sendable {
    var anchor: Anchor
    var paragraph: Int
    /// How likely each kind is, in the order of ``DecisionClasses/countKinds``.
    var kinds: [Float]
    /// The likeliest kind; `nil` for no fact.
    var kind: FactKind?
    /// How likely that kind is.
    var weight: Float = 0
    var subjects: [EntityKey: Float] = [:]
    var subject: EntityKey?
    var periods: [(period: Period?, share: Float)] = []
    var period: Period?
    var markets: [String?: Float] = [:]
    /// How likely each measure or outlet is, in the order of ``OptionCandidates``.
    var options: [Float] = []

    /// How likely a period that means the same is.
    func share(of period: Period?) -> Float {
      periods.reduce(0) { $0 + (Period.agree($1.period, period) ? $1.share : 0) }
    }
  }

  /// The figures, in the order of ``ValueCandidates``.
  let views: [View]
  /// What was listed for the first figures; of a long text only so many are kept.
  private let lists: [Lists?]
  private let periodShares: PeriodShares
  /// The figures of each sentence that has any.
  private let bySentence: [Int: Range<Int>]

  /// So many figures before and behind one are asked about it: an article of the press has fewer, and of a book each figure
  /// costs no more.
  static let reach = 100

  init(_ builder: FactBuilder, _ candidates: [ValueCandidate]) {
    var views: [View] = []
    var lists: [Lists?] = []
    for candidate in candidates {
      let (view, list) = FirstLook.view(candidate, builder)
      views.append(view)
      if lists.count < FirstLook.mostLists { lists.append(list) }
    }
    self.views = views
    self.lists = lists
    periodShares = PeriodShares(views)
    var bySentence: [Int: Range<Int>] = [:]
    for (n, candidate) in candidates.enumerated() {
      let sentence = candidate.anchor.sentence
      bySentence[sentence] = (bySentence[sentence]?.lowerBound ?? n)..<(n + 1)
    }
    self.bySentence = bySentence
  }

  /// The figures that may say something of one.
  private func near(_ n: Int) -> Range<Int> { FirstLook.window(n, of: views.count) }

  /// The places within ``reach`` of one.
  static func window(_ n: Int, of count: Int, reach: Int = reach) -> Range<Int> {
    max(0, n - reach)..<min(count, n + reach + 1)
  }

  /// The figures of a sentence.
  func figures(in sentence: Int) -> Range<Int> { bySentence[sentence] ?? 0..<0 }

  /// The figures of one's own sentence that may say something of it.
  private func beside(_ n: Int) -> Range<Int> {
    figures(in: views[n].anchor.sentence).clamped(to: near(n))
  }

  /// What a figure of a kind was asked about: the second look asks about the same.
  struct Lists: Sendable {
    let kind: FactKind
    let status: Status
    let subjects: [SubjectCandidate]
    let periods: [PeriodCandidate]
  }

  /// The lists of so many figures take some megabytes.
  private static let mostLists = 400

  /// Whom a figure may belong to and when, if that was listed for the kind.
  func lists(_ n: Int, of kind: FactKind) -> Lists? {
    lists.indices.contains(n) && lists[n]?.kind == kind ? lists[n] : nil
  }

  private static func view(_ candidate: ValueCandidate, _ builder: FactBuilder) -> (View, Lists?) {
    let scene = builder.scene
    let sort = scene.mentions.numbers[candidate.number].sort
    var view = View(
      anchor: candidate.anchor, paragraph: scene.mentions.sentences[candidate.anchor.sentence].paragraph,
      kinds: builder.kinds(candidate, sort), kind: nil)
    guard let best = view.kinds.indices.max(by: { view.kinds[$0] < view.kinds[$1] }),
      let kind = DecisionClasses.countKinds[best]
    else { return (view, nil) }
    view.kind = kind
    view.weight = view.kinds[best]
    let subjects = builder.subjects(candidate, kind)
    let p = shares(builder.decisions.yes("subject", all: subjects.map(\.features)))
    for (subject, share) in zip(subjects, p) { view.subjects[subject.key, default: 0] += share }
    view.subject = p.indices.max { p[$0] < p[$1] }.map { subjects[$0].key }
    let status = builder.status("status.value", candidate.features + DecisionClasses.kind(kind))
    let periods = PeriodCandidates(scene: scene).list(
      candidate.anchor, kind: kind, status: status, anchorVector: candidate.features)
    let q = shares(builder.decisions.yes("when", all: periods.map(\.features)))
    view.periods = zip(periods, q).map { ($0.period, $1) }
    view.period = q.indices.max { q[$0] < q[$1] }.flatMap { periods[$0].period }
    let markets = MarketCandidates(scene: scene).list(
      candidate.anchor, kind: kind, subject: view.subject ?? EntityKey(maker: "", model: nil),
      unit: builder.unit(kind, sort), anchorVector: candidate.features)
    let r = shares(builder.decisions.yes("market", all: markets.map(\.features)))
    for (market, share) in zip(markets, r) { view.markets[market.code, default: 0] += share }
    if let cues = OptionCandidates.cues(of: kind) {
      view.options = shares(
        builder.decisions.yes(
          OptionCandidates.model(of: kind), all: OptionCandidates.features(cues, kind, candidate.features)))
    }
    return (view, Lists(kind: kind, status: status, subjects: subjects, periods: periods))
  }

  /// Probabilities of rivals made to add up to one.
  static func shares(_ probabilities: [Float]) -> [Float] {
    let sum = probabilities.reduce(0, +)
    return sum > 0 ? probabilities.map { $0 / sum } : probabilities
  }
}

/// What the other figures say of a candidate: who votes, and what the votes come to.
extension FirstLook {
  static let voters = ["previous", "next", "sentence", "sentenceBefore", "paragraph", "article"]

  /// The mean of what the voters of each sort say, -1 where there are none; `like` chooses who may vote in the circles
  /// behind the neighbours.
  private func votes(_ n: Int, like: (View) -> Bool, _ vote: (Int) -> Float) -> [Float] {
    let (sentence, paragraph) = (views[n].anchor.sentence, views[n].paragraph)
    var sums: [Float] = [0, 0, 0, 0, 0, 0]
    var counts: [Float] = [0, 0, 0, 0, 0, 0]
    func note(_ voter: Int, _ i: Int, _ value: Float) {
      sums[voter] += value * views[i].weight
      counts[voter] += views[i].weight
    }
    if let previous = previous(n) { note(0, previous, vote(previous)) }
    if let next = ((n + 1)..<near(n).upperBound).first(where: { views[$0].kind != nil }) {
      note(1, next, vote(next))
    }
    for i in near(n) where i != n && views[i].kind != nil && like(views[i]) {
      let value = vote(i)
      if views[i].anchor.sentence == sentence { note(2, i, value) }
      if views[i].anchor.sentence == sentence - 1 { note(3, i, value) }
      if views[i].paragraph == paragraph { note(4, i, value) }
      note(5, i, value)
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / $1 : -1 }
  }

  /// The last figure before one that looks like a fact's.
  private func previous(_ n: Int) -> Int? {
    (near(n).lowerBound..<n).last { views[$0].kind != nil }
  }

  /// How a candidate did alone: its share, by how much it leads or trails, its rank.
  private static func standing(_ share: Float, _ all: some Sequence<Float>) -> [Float] {
    var best: Float = 0
    var rank: Float = 0
    var isSelf = true
    for other in all {
      if isSelf, other == share {
        isSelf = false
        continue
      }
      best = max(best, other)
      if other > share { rank += 1 }
    }
    return [share, share - best, min(rank, 9)]
  }

  static let kindNames =
    DecisionClasses.countKinds.indices.map { "alone.\($0)" }
    + ["previous", "next", "run", "sentence"].flatMap { who in
      DecisionClasses.countKinds.indices.map { "\(who).\($0)" }
    }

  /// The kinds of a figure alone, of its neighbours, and of those in its list and its sentence.
  func kindFeatures(_ n: Int, _ scene: Scene, _ numbers: [ValueCandidate]) -> [Float] {
    let width = DecisionClasses.countKinds.count
    let none = Array(repeating: Float(-1), count: width)
    let run = scene.numberRuns[numbers[n].number].tokens
    var out = views[n].kinds
    out += n > 0 ? views[n - 1].kinds : none
    out += n + 1 < views.count ? views[n + 1].kinds : none
    for isRun in [true, false] {
      var sum = Array(repeating: Float(0), count: width)
      var count: Float = 0
      for i in beside(n) where i != n {
        if isRun, scene.numberRuns[numbers[i].number].tokens != run { continue }
        for k in 0..<width { sum[k] += views[i].kinds[k] }
        count += 1
      }
      out += count > 0 ? sum.map { $0 / count } : none
    }
    return out
  }

  static let subjectNames =
    ["share", "lead", "shareRank"] + voters.map { "subject.\($0)" }
    + ["claimed<", "claimed>", "makerPrevious", "conflict", "sharesHere"]

  /// What speaks for a subject beside its own features.
  func subjectFeatures(_ n: Int, _ key: EntityKey, _ kind: FactKind) -> [Float] {
    let own = views[n]
    let share = own.subjects[key] ?? 0
    var out = FirstLook.standing(share, own.subjects.values)
    out += votes(n, like: { $0.kind == kind }) { views[$0].subjects[key] ?? 0 }
    // A subject that another figure of the kind has in the same sentence is mostly not this one's too.
    var claimed: [Float] = [0, 0]
    var conflict: Float = 0
    var here: Float = 0
    for i in near(n) where i != n && views[i].kind == kind {
      let p = views[i].subjects[key] ?? 0
      if views[i].anchor.sentence == own.anchor.sentence {
        claimed[i < n ? 0 : 1] = max(claimed[i < n ? 0 : 1], p * views[i].weight)
        here += 1
      }
      if views[i].subject == key, views[i].period == own.period { conflict += p * views[i].weight }
    }
    let maker = previous(n).flatMap { views[$0].subject }.map { $0.maker == key.maker ? Float(1) : 0 } ?? -1
    return out + claimed + [maker, min(conflict, 9), here]
  }

  static let periodNames =
    ["share", "lead", "shareRank"] + voters.map { "period.\($0)" } + voters.map { "alike.\($0)" }
    + ["conflict", "sameSubject"]

  /// What speaks for a period beside its own features; `subject` is the figure's.
  func periodFeatures(_ n: Int, _ period: Period?, _ kind: FactKind, _ subject: EntityKey?) -> [Float] {
    let own = views[n]
    let share = periodShares.share(n, of: period, views)
    var out = FirstLook.standing(share, own.periods.map { periodShares.share(n, of: $0.period, views) })
    let first = near(n).lowerBound
    let shares = periodShares.shares(near(n), of: period, views)
    out += votes(n, like: { _ in true }) { shares[$0 - first] }
    out += votes(n, like: { $0.kind == kind }) { shares[$0 - first] }
    var conflict: Float = 0
    var same: Float = -1
    for i in near(n) where i != n && views[i].kind == kind && views[i].subject == subject {
      conflict = max(conflict, shares[i - first] * views[i].weight)
      if views[i].anchor.sentence == own.anchor.sentence { same = max(same, shares[i - first]) }
    }
    return out + [conflict, same]
  }

  static let marketNames =
    ["share", "lead", "shareRank"] + voters.map { "market.\($0)" } + voters.map { "alike.\($0)" }
    + ["sameSubject"]

  /// What speaks for a market beside its own features.
  func marketFeatures(_ n: Int, _ market: String?, _ kind: FactKind, _ subject: EntityKey?) -> [Float] {
    let own = views[n]
    var out = FirstLook.standing(own.markets[market] ?? 0, own.markets.values)
    func vote(_ i: Int) -> Float { views[i].markets[market] ?? 0 }
    out += votes(n, like: { _ in true }, vote)
    out += votes(n, like: { $0.kind == kind }, vote)
    var same: Float = -1
    for i in near(n) where i != n && views[i].subject == subject && views[i].kind != nil {
      same = max(same, vote(i))
    }
    return out + [same]
  }

  static let optionNames = ["share", "lead", "shareRank"] + voters.map { "option.\($0)" } + ["sameSubject"]

  /// What speaks for the measure or outlet of a number beside its own features.
  func optionFeatures(_ n: Int, _ option: Int, _ kind: FactKind, _ subject: EntityKey?) -> [Float] {
    let own = views[n]
    func share(_ view: View) -> Float { option < view.options.count ? view.options[option] : 0 }
    let isOutlet = kind == .storeCount
    func isLike(_ view: View) -> Bool {
      isOutlet ? view.kind == .storeCount : view.kind == .sales || view.kind == .salesTarget
    }
    var out = FirstLook.standing(share(own), own.options)
    out += votes(n, like: isLike) { share(views[$0]) }
    var same: Float = -1
    for i in near(n) where i != n && isLike(views[i]) && views[i].subject == subject {
      same = max(same, share(views[i]))
    }
    return out + [same]
  }
}
