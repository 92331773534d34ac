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
    var geometry: [Int: PairGeometry] = [:]
    let rivals = scene.dates[anchor.sentence].map { scene.dateTokens[$0] }
    var order: [Int] = []
    let first = max(0, anchor.sentence - PeriodCandidates.reach)
    for sentence in first...anchor.sentence {
      if sentence < anchor.sentence, !scene.isBody(sentence) { continue }
      for (n, i) in scene.dates[sentence].enumerated() {
        var g = PairGeometry()
        g.add(
          scene, anchor, first: scene.dateTokens[i].lowerBound, end: scene.dateTokens[i].upperBound,
          rivals: rivals, order: n)
        geometry[i] = g
        order.append(i)
      }
    }
    // Of the sentences before only the last few dates matter, and those of the lead.
    let here = order.filter { scene.sentenceOf[scene.dateTokens[$0].lowerBound] == anchor.sentence }
    var before = Array(
      order.filter { scene.sentenceOf[scene.dateTokens[$0].lowerBound] < anchor.sentence }.suffix(5)
        .reversed())
    let lead = m.dates.indices.filter {
      scene.sentenceOf[scene.dateTokens[$0].lowerBound] < min(2, anchor.sentence) && !here.contains($0)
        && !before.contains($0)
    }
    before += lead
    let valueOrder = scene.order(of: anchor)
    func at(_ cue: Cue, _ side: AnchorFeatures.Side) -> Float {
      AnchorFeatures.distance(cue, side, in: anchorVector)
    }
    let shared: [Float] = [
      at(.now, .before), at(.now, .after), at(.target, .before), at(.refTotal, .before), at(.change, .before),
      at(.than, .before),
      at(.percent, .after), at(.peryear, .after), Float(before.count),
    ]
    let head =
      FactKind.allCases.map { Float($0 == kind ? 1 : 0) }
      + Status.allCases.map { Float($0 == status ? 1 : 0) }
    let valueRun = scene.run(of: anchor)
    func features(
      _ spec: DateSpec?, _ period: Period?, _ g: PairGeometry, inTitle: Bool, rank: Int, sentenceStart: Bool,
      closed: Bool = false, turned: Bool = false, toDate: Bool = false, sentence: Int = 99, run: Run? = nil,
      date: Int? = nil
    ) -> [Float] {
      var f = head + [spec == nil ? 1 : 0, inTitle ? 1 : 0] + g.vector
      func flag(_ b: Bool) -> Float { b ? 1 : 0 }
      let s = spec ?? DateSpec()
      f += [
        flag(spec != nil && s.month == nil && s.quarter == nil && s.half == nil && s.season == nil),
        flag(s.half != nil), flag(s.quarter != nil),
        flag(s.month != nil && s.day == nil), flag(s.day != nil), flag(s.season != nil),
        flag(!s.spanEnd.isEmpty || s.firstCount != nil), flag(s.part != nil),
        flag(s.bound == .by), flag(s.bound == .from), flag(s.bound == .since), flag(s.bound == .notBefore),
        flag(s.anaphor != nil), flag(s.hasYear),
        flag(s.relative != nil), flag(s.weekday != nil),
      ]
      let published = scene.article.published
      let isPast = published.flatMap { day in period?.last.map { $0 <= day } } ?? false
      let isFuture = published.flatMap { day in period?.first.map { $0 > day } } ?? false
      let thisYear = published.flatMap { day in period?.first.map { $0.year == day.year } } ?? false
      f += [
        flag(isPast), flag(isFuture), flag(thisYear), Float(here.count), valueOrder,
        flag(valueOrder == g.order), Float(rank),
      ]
      f += shared
      f += Scene.alignment(valueRun, run)
      f += [
        flag(sentenceStart), flag(period != nil), flag(period?.isOpen == true), flag(closed), flag(turned),
        flag(sentence < 2), flag(sentence < 2 && g.sentencesBack == 20), flag(toDate),
      ]
      return f + scene.periods.features(period, date)
    }
    var out: [PeriodCandidate] = []
    for (rank, i) in (here + before).enumerated() {
      let number = scene.sentenceOf[scene.dateTokens[i].lowerBound]
      let sentence = m.sentences[number]
      let start = scene.dateTokens[i].lowerBound - sentence.first <= 2
      for reading in readings(i, kind, direction) {
        out.append(
          PeriodCandidate(
            period: reading.period, date: i,
            features: features(
              reading.spec, reading.period, geometry[i] ?? PairGeometry(), inTitle: false, rank: rank,
              sentenceStart: start, closed: reading.closed, turned: reading.turned, toDate: reading.toDate,
              sentence: number, run: number == anchor.sentence ? scene.dateRuns[i] : nil, date: i)))
      }
    }
    for date in scene.title?.dates ?? [] {
      let period = date.spec.period(published: scene.article.published, direction: direction, context: nil)
      out.append(
        PeriodCandidate(
          period: period,
          features: features(date.spec, period, PairGeometry(), inTitle: true, rank: 9, sentenceStart: false))
      )
    }
    // What the article is about holds for figures far from its name, such as the lines of a list.
    for (period, date) in scene.periods.main
    where kind == .sales && !out.contains(where: { $0.period == period }) {
      out.append(
        PeriodCandidate(
          period: period,
          features: features(
            m.dates[date].spec, period, PairGeometry(), inTitle: false, rank: 8, sentenceStart: false,
            date: date)))
    }
    out.append(
      PeriodCandidate(
        period: nil,
        features: features(nil, nil, PairGeometry(), inTitle: false, rank: 10, sentenceStart: false)))
    return out
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
