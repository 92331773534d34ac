import Facts
import Finding
import Lexicon

/// When a fact can hold.
struct PeriodCandidate {
  /// `nil` for no date at all.
  var period: Period?
  /// The date of the text that it is read from.
  var date: Int?
  var features: [Float]
}

/// Lists the dates that an anchor can belong to, resolved against the day of publication, and the choice of none.
struct PeriodCandidates {
  let scene: Scene
  /// What the dates were found to mean.
  private let known = KnownReadings()

  init(scene: Scene) { self.scene = scene }

  static let reach = 12
  /// How many dates back "the same month" may refer.
  static let anaphorReach = 12

  static let names: [String] =
    FactKind.allCases.map { "kind.\($0.rawValue)" } + Status.allCases.map { "status.\($0.rawValue)" } + [
      "isNone", "inTitle",
    ] + PairGeometry.names
    + [
      "year", "half", "quarter", "month", "day", "season", "span", "part", "by", "from", "since", "notBefore",
      "anaphor", "hasYear", "relative", "weekday",
    ]
    + [
      "isPast", "isFuture", "isThisYear", "datesHere", "valueOrder", "orderEqual", "rank", "now<", "now>",
      "target<", "total<", "change<", "than<", "percent>", "peryear>", "datesBefore", "runLength", "runIndex",
      "runFits",
    ] + ["sentenceStart", "resolved", "open", "closed", "turned", "inLead", "leadOnly", "toDate"]
    + PeriodSalience.names

  /// The candidates; the last one is none.
  func list(
    _ anchor: Anchor, kind: FactKind, status: Status, anchorVector: [Float]
  ) -> [PeriodCandidate] {
    let m = scene.mentions
    let direction: DateSpec.Direction =
      status == .actual ? .past : status == .planned || status == .expected ? .future : .nearest
    let here = scene.dates[anchor.sentence]
    let before = datesBefore(anchor)
    let features = PeriodFeatures(scene, anchor, kind, status, anchorVector, before: before.count)
    let rivals = here.map { scene.dateTokens[$0] }
    var out: [PeriodCandidate] = []
    let dates = here.enumerated().map { (date: $1, order: Int?($0)) } + before
    for (rank, (i, order)) in dates.enumerated() {
      var g = PairGeometry()
      if let order {
        g.add(
          scene, anchor, first: scene.dateTokens[i].lowerBound, end: scene.dateTokens[i].upperBound,
          rivals: rivals, order: order)
      }
      for reading in told(i, kind, direction) {
        let row = features.of(reading, g, date: i, rank: rank)
        out.append(PeriodCandidate(period: reading.period, date: i, features: row))
      }
    }
    for reading in toldByTitle(direction) {
      out.append(
        PeriodCandidate(
          period: reading.period, features: features.of(reading, PairGeometry(), inTitle: true, rank: 9)))
    }
    // What the article is about holds for figures far from its name, such as the lines of a list.
    for (period, date) in scene.periods.main
    where kind == .sales && !out.contains(where: { $0.period == period }) {
      let reading = ToldReading(scene, Reading(period: period, spec: m.dates[date].spec), date)
      out.append(
        PeriodCandidate(period: period, features: features.of(reading, PairGeometry(), rank: 8)))
    }
    out.append(PeriodCandidate(period: nil, features: features.ofNone))
    return out
  }

  /// The dates before an anchor's sentence that matter, each with its number in its sentence: the last few, the latest first,
  /// and those of the lead, which have none where they lie farther back.
  private func datesBefore(_ anchor: Anchor) -> [(date: Int, order: Int?)] {
    var near: [(date: Int, order: Int?)] = []
    for sentence in max(0, anchor.sentence - PeriodCandidates.reach)..<anchor.sentence
    where scene.isBody(sentence) {
      for (n, i) in scene.dates[sentence].enumerated() { near.append((i, n)) }
    }
    var out = Array(near.suffix(5).reversed())
    for i in scene.mentions.dates.indices
    where scene.sentenceOf[scene.dateTokens[i].lowerBound] < min(2, anchor.sentence)
      && !out.contains(where: { $0.date == i })
    {
      out.append((i, near.first { $0.date == i }?.order))
    }
    return out
  }

  /// What a date may mean, worked out once for each kind and direction of time.
  private func told(_ i: Int, _ kind: FactKind, _ direction: DateSpec.Direction) -> [ToldReading] {
    let key = KnownReadings.Key(date: i, kind: kind, direction: direction)
    if let known = known.ofDates[key] { return known }
    let told = readings(i, kind, direction).map { ToldReading(scene, $0, i) }
    known.ofDates[key] = told
    return told
  }

  /// What the dates of the title mean.
  private func toldByTitle(_ direction: DateSpec.Direction) -> [ToldReading] {
    if let known = known.ofTitle[direction] { return known }
    let told = (scene.title?.dates ?? []).map { date in
      let period = date.spec.period(published: scene.article.published, direction: direction, context: nil)
      return ToldReading(scene, Reading(period: period, spec: date.spec), nil)
    }
    known.ofTitle[direction] = told
    return told
  }

  /// The candidate whose place in its list of dates is that of the value in its own: "2024 and 2023 were 1.78 and 1.80 million".
  func aligned(_ anchor: Anchor, _ list: [PeriodCandidate]) -> Int? {
    guard let run = scene.run(of: anchor), run.length > 1 else { return nil }
    let fitting = list.indices.filter { i in
      guard let date = list[i].date, list[i].period != nil else { return false }
      let other = scene.dateRuns[date]
      return scene.sentenceOf[scene.dateTokens[date].lowerBound] == anchor.sentence
        && scene.answers(other, to: run, anchor)
    }
    return fitting.first
  }
}
