import Facts
import Finding

/// What a date may mean, with the features that are the same wherever it is asked about.
struct ToldReading {
  let period: Period?
  /// How the date is said, and how its period lies to the day of publication.
  let said: [Float]
  let isClosed: Bool
  let isTurned: Bool
  let toDate: Bool
  /// What the article says of the period.
  let salience: [Float]

  init(_ scene: Scene, _ reading: PeriodCandidates.Reading, _ date: Int?) {
    period = reading.period
    said = ToldReading.said(scene, reading.spec, reading.period)
    isClosed = reading.closed
    isTurned = reading.turned
    toDate = reading.toDate
    salience = scene.periods.features(reading.period, date)
  }

  /// The features of no date.
  static func none(_ scene: Scene) -> [Float] { said(scene, nil, nil) }

  private static func said(_ scene: Scene, _ spec: DateSpec?, _ period: Period?) -> [Float] {
    func flag(_ b: Bool) -> Float { b ? 1 : 0 }
    let s = spec ?? DateSpec()
    let published = scene.article.published
    let isPast = published.flatMap { day in period?.last.map { $0 <= day } } ?? false
    let isFuture = published.flatMap { day in period?.first.map { $0 > day } } ?? false
    let thisYear = published.flatMap { day in period?.first.map { $0.year == day.year } } ?? false
    return [
      flag(spec != nil && s.month == nil && s.quarter == nil && s.half == nil && s.season == nil),
      flag(s.half != nil), flag(s.quarter != nil),
      flag(s.month != nil && s.day == nil), flag(s.day != nil), flag(s.season != nil),
      flag(!s.spanEnd.isEmpty || s.firstCount != nil), flag(s.part != nil),
      flag(s.bound == .by), flag(s.bound == .from), flag(s.bound == .since), flag(s.bound == .notBefore),
      flag(s.anaphor != nil), flag(s.hasYear),
      flag(s.relative != nil), flag(s.weekday != nil),
      flag(isPast), flag(isFuture), flag(thisYear),
    ]
  }
}

/// What was found of the dates of an article: every figure and event asks it anew.
final class KnownReadings {
  struct Key: Hashable {
    var date: Int
    var kind: FactKind
    var direction: DateSpec.Direction
  }

  var ofDates: [Key: [ToldReading]] = [:]
  var ofTitle: [DateSpec.Direction: [ToldReading]] = [:]
}
