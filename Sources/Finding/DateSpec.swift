import Facts

/// A date as the text says it, before it is known which year it means.
public struct DateSpec: Sendable, Hashable {
  /// A unit of time.
  public enum Unit: String, Sendable, Hashable {
    case day = "D", week = "W", month = "M", quarter = "Q", half = "H", year = "Y"
  }
  /// How the date is bounded.
  public enum Bound: Sendable, Hashable { case none, by, from, since, notBefore }
  /// A period that is told by the one before it in the text.
  ///
  /// `after` and `before` take a month, season or weekday ("the following spring"), `shifted` some units ("two years later").
  public enum Anaphor: Sendable, Hashable { case same, yearBefore, yearAfter, after, before, shifted }

  /// The year, where it is written.
  public var year: Int?
  /// Years from the year of publication ("last year").
  public var yearOffset: Int?
  /// 1 to 12.
  public var month: Int?
  /// 1 to 31.
  public var day: Int?
  /// 1 to 4.
  public var quarter: Int?
  /// 1 or 2.
  public var half: Int?
  /// Weeks from the week of publication ("Wednesday next week"), beside a weekday.
  public var week: Int?
  /// Months from the month of publication ("the 9th of this month"), beside a day.
  public var monthOffset: Int?
  /// Whether the year before may be that before the date in the text, as "Vorjahr" says.
  public var isNextToContext = false
  /// Whether the year is a fiscal one.
  public var isFiscal = false
  /// `SP`, `SU`, `FA`, `WI`.
  public var season: String?
  /// 0 for Monday.
  public var weekday: Int?
  /// `START`, `MID`, `END`.
  public var part: String?
  /// -1 "last", 0 "this", 1 "next", beside a month, season or weekday.
  public var turn: Int?
  /// An offset from the day of publication.
  public var relative: (unit: Unit, offset: Int)? {
    get { relativeUnit.map { ($0, relativeOffset) } }
    set {
      relativeUnit = newValue?.unit
      relativeOffset = newValue?.offset ?? 0
    }
  }
  var relativeUnit: Unit?
  private(set) var relativeOffset = 0
  /// "the first nine months".
  public var firstCount: Int?
  /// The unit of `firstCount`.
  public var firstUnit: Unit?
  /// How it is bounded.
  public var bound: Bound = .none
  /// Whether the bound is "until", which with what happens once may mean the day itself ("not before buyers' spring").
  public var isUntil = false
  /// What it refers back to.
  public var anaphor: Anaphor?
  /// The unit that the word names: "the same month"; `nil` for "the same period".
  public var anaphorUnit: Unit?
  /// Whether it refers to several months ("the same three months"), never to a year.
  public var refersToMonths = false
  /// The end of a span, of which this is the beginning.
  public var spanEnd: [DateSpec] = []

  /// An empty date.
  public init() {}

  /// Whether nothing that makes a date is set.
  public var isEmpty: Bool {
    year == nil && yearOffset == nil && month == nil && quarter == nil && half == nil && season == nil
      && weekday == nil
      && relativeUnit == nil && firstCount == nil && anaphor == nil && monthOffset == nil
  }

  /// Whether no month, quarter, half or season is set.
  public var isQuiet: Bool { month == nil && quarter == nil && half == nil && season == nil }

  /// Whether "the same month" and its like can refer to the date: it is as long as the unit, or shorter for months and years.
  ///
  /// The day of the report is not what "a year earlier" is about.
  public func canStand(for other: DateSpec) -> Bool {
    let unit = other.anaphorUnit
    let anaphor = other.anaphor
    if other.refersToMonths, isQuiet, firstCount == nil, relativeUnit == nil || relativeUnit == .year {
      return false
    }
    let isMonth = month != nil || relativeUnit == .month
    let isDay = day != nil || weekday != nil || relativeUnit == .day
    switch unit {
    case nil where anaphor == .yearBefore || anaphor == .yearAfter || anaphor == .same:
      return !(weekday != nil || relativeUnit == .day || relativeUnit == .week || monthOffset != nil)
    case nil, .week: return true
    case .day: return isDay
    case .month: return isMonth && spanEnd.isEmpty
    case .quarter: return quarter != nil || relativeUnit == .quarter
    case .half: return half != nil || relativeUnit == .half
    case .year: return year != nil || yearOffset != nil || relativeUnit == .year
    }
  }

  /// Whether it names its year by itself.
  public var hasYear: Bool { year != nil || yearOffset != nil || relativeUnit != nil || monthOffset != nil }
}
