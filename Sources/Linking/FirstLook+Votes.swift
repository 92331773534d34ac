import Facts
import Finding

/// What the other figures say of a candidate, beside the candidate's own features.
extension FirstLook {
  /// How a candidate did alone: its share, by how much it leads or trails, its rank.
  private static func addStanding(_ share: Float, _ all: some Sequence<Float>, to f: inout [Float]) {
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
    f.add(share, share - best, min(rank, 9))
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
    ["share", "lead", "shareRank"] + Circle.voters.map { "subject.\($0)" }
    + ["claimed<", "claimed>", "makerPrevious", "conflict", "sharesHere"]

  /// What speaks for each of several subjects beside its own features.
  func subjectFeatures(_ n: Int, _ subjects: [Int], _ kind: FactKind, _ entities: Entities) -> [[Float]] {
    let circle = Circle(n, self)
    let votes = Votes(circle, subjects, of: entities.keys.count) { views[$0].subjects }
    let isLike = circle.figures.map { columns.kinds[$0] == kind }
    let own = views[n].subjects
    let previous = circle.previous.map { columns.subjects[circle.figures[$0]] } ?? -1
    return subjects.indices.map { s in
      let subject = subjects[s]
      var f: [Float] = []
      f.reserveCapacity(FirstLook.subjectNames.count)
      FirstLook.addStanding(own[subject], own.items.lazy.map(\.share), to: &f)
      circle.addVotes(to: &f, like: { isLike[$0] }) { votes.vote($0, s) }
      // A subject that another figure of the kind has in the same sentence is mostly not this one's too.
      var claimed: (before: Float, after: Float) = (0, 0)
      var conflict: Float = 0
      var here: Float = 0
      for (at, i) in circle.figures.enumerated() where isLike[at] {
        let p = votes.vote(at, s) * circle.weights[at]
        if circle.isBeside(at) {
          if i < n { claimed.before = max(claimed.before, p) } else { claimed.after = max(claimed.after, p) }
          here += 1
        }
        if columns.subjects[i] == subject, columns.periods[i] == columns.periods[n] { conflict += p }
      }
      let maker: Float = previous < 0 ? -1 : entities.makers[previous] == entities.makers[subject] ? 1 : 0
      f.add(claimed.before, claimed.after, maker, min(conflict, 9), here)
      return f
    }
  }

  static let periodNames =
    ["share", "lead", "shareRank"] + Circle.voters.map { "period.\($0)" }
    + Circle.voters.map { "alike.\($0)" } + ["conflict", "sameSubject"]

  /// What speaks for each of several periods beside its own features; `subject` is the figure's, by number, -1 for none.
  func periodFeatures(_ n: Int, _ periods: [Period?], _ kind: FactKind, _ subject: Int) -> [[Float]] {
    let circle = Circle(n, self)
    let isLike = circle.figures.map { columns.kinds[$0] == kind }
    let isSame = circle.figures.map { columns.kinds[$0] == kind && columns.subjects[$0] == subject }
    let own = periodShares.own(n, views)
    return periods.map { period in
      let column = periodShares.column(of: period)
      let shares = circle.figures.map { periodShares.share($0, column, period, views) }
      var f: [Float] = []
      f.reserveCapacity(FirstLook.periodNames.count)
      FirstLook.addStanding(periodShares.share(n, column, period, views), own, to: &f)
      circle.addVotes(to: &f, like: { _ in true }) { shares[$0] }
      circle.addVotes(to: &f, like: { isLike[$0] }) { shares[$0] }
      var conflict: Float = 0
      var same: Float = -1
      for at in shares.indices where isSame[at] {
        conflict = max(conflict, shares[at] * circle.weights[at])
        if circle.isBeside(at) { same = max(same, shares[at]) }
      }
      f.add(conflict, same)
      return f
    }
  }

  static let marketNames =
    ["share", "lead", "shareRank"] + Circle.voters.map { "market.\($0)" }
    + Circle.voters.map { "alike.\($0)" } + ["sameSubject"]

  /// What speaks for each of several markets, by number, beside its own features.
  func marketFeatures(_ n: Int, _ markets: [Int], _ kind: FactKind, _ subject: Int) -> [[Float]] {
    let circle = Circle(n, self)
    let votes = Votes(circle, markets, of: self.markets) { views[$0].markets }
    let isLike = circle.figures.map { columns.kinds[$0] == kind }
    let own = views[n].markets
    return markets.indices.map { m in
      var f: [Float] = []
      f.reserveCapacity(FirstLook.marketNames.count)
      FirstLook.addStanding(own[markets[m]], own.items.lazy.map(\.share), to: &f)
      circle.addVotes(to: &f, like: { _ in true }) { votes.vote($0, m) }
      circle.addVotes(to: &f, like: { isLike[$0] }) { votes.vote($0, m) }
      var same: Float = -1
      for (at, i) in circle.figures.enumerated() where columns.subjects[i] == subject {
        same = max(same, votes.vote(at, m))
      }
      f.append(same)
      return f
    }
  }

  static let optionNames =
    ["share", "lead", "shareRank"] + Circle.voters.map { "option.\($0)" } + ["sameSubject"]

  /// What speaks for each of so many measures or outlets of a number beside its own features.
  func optionFeatures(_ n: Int, _ options: Int, _ kind: FactKind, _ subject: Int) -> [[Float]] {
    let circle = Circle(n, self)
    let isOutlet = kind == .storeCount
    let isLike = circle.figures.map {
      let kind = columns.kinds[$0]
      return isOutlet ? kind == .storeCount : kind == .sales || kind == .salesTarget
    }
    func share(_ n: Int, _ option: Int) -> Float {
      option < views[n].options.count ? views[n].options[option] : 0
    }
    return (0..<options).map { option in
      var f: [Float] = []
      f.reserveCapacity(FirstLook.optionNames.count)
      FirstLook.addStanding(share(n, option), views[n].options, to: &f)
      circle.addVotes(to: &f, like: { isLike[$0] }) { share(circle.figures[$0], option) }
      var same: Float = -1
      for (at, i) in circle.figures.enumerated() where isLike[at] && columns.subjects[i] == subject {
        same = max(same, share(i, option))
      }
      f.append(same)
      return f
    }
  }
}
