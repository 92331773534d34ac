import Facts

/// What a question asks for, in types: all that is needed to find the rows and nothing of its words.
public struct Query: Hashable, Sendable {
  /// What kind of answer is wanted.
  public enum Form: String, Hashable, Sendable {
    /// The facts that are believed.
    case facts
    /// A target beside the figure that was reported for its period.
    case attainment
    /// What was claimed, in order of publication.
    case history
  }

  /// Whose figures count.
  public enum Level: String, Hashable, Sendable { case any, model, maker, market }

  /// What is asked for: a row for each of it.
  public enum Asked: String, Hashable, Sendable { case facts, models, makers, markets, dates }

  /// Which figures by their standing.
  public enum Standing: String, Hashable, Sendable { case any, actual, planned, forecast }

  /// Which end of an order comes first.
  public enum Order: String, Hashable, Sendable { case ascending, descending }

  /// A maker or a model, by canonical name; `model` is `nil` for the maker itself.
  public struct Subject: Hashable, Sendable {
    /// The maker's name.
    public var maker: String
    /// The model's name without the brand.
    public var model: String?

    /// Makes a subject.
    public init(maker: String, model: String? = nil) {
      self.maker = maker
      self.model = model
    }
  }

  /// What is asked about.
  public var kind: FactKind
  /// What kind of answer is wanted.
  public var form: Form = .facts
  /// What a row of the answer is.
  public var asked: Asked = .facts
  /// The makers and models that are named; empty for all.
  public var subjects: [Subject] = []
  /// Whose figures count.
  public var level: Level = .any
  /// The country that the makers come from.
  public var makerCountry: String?
  /// The time that is asked about.
  public var period: PeriodLimit?
  /// The market that is asked about, by code.
  public var market: String?
  /// The market with all that lies in it, sorted.
  public var marketCodes: [String] = []
  /// The attributes that count; empty for all.
  public var attributes: [String] = []
  /// Which figures by their standing.
  public var standing: Standing = .any
  /// Whether forecasts of others count where there are no targets.
  public var includesForecasts = false
  /// The values that count.
  public var comparison: Comparison?
  /// The currency or distance unit that is asked for.
  public var unit: String?
  /// The order by value that is asked for; without a limit, only what comes first counts.
  public var order: Order?
  /// How many rows of the order are asked for; `nil` for the winner.
  public var limit: Int?
  /// Whether the whole order is asked for.
  public var isRanking = false
  /// The sort of car that is asked about.
  public var body: BodyType?
  /// Whether the number of rows is the answer.
  public var isCount = false
  /// Whether all claims count or only what is believed.
  public var allClaims = false
  /// How sure facts must be to count; those that a person or a file stated always do.
  public var minConfidence = 0.0

  /// A query for all facts of a kind.
  public init(kind: FactKind) { self.kind = kind }
}

/// A stretch of time and how facts must lie to it.
public struct PeriodLimit: Hashable, Sendable {
  /// How a date lies to the period.
  public enum Relation: String, Hashable, Sendable { case within, by, before, after, from }

  /// The period.
  public var period: Period
  /// How dates must lie to it.
  public var relation: Relation

  /// Makes a limit.
  public init(_ period: Period, _ relation: Relation) {
    self.period = period
    self.relation = relation
  }
}

/// Bounds of a value.
public struct Comparison: Hashable, Sendable {
  /// The lower bound.
  public var low: Double?
  /// Whether the lower bound itself counts.
  public var includesLow = true
  /// The upper bound.
  public var high: Double?
  /// Whether the upper bound itself counts.
  public var includesHigh = true
  /// The unit of the bounds, where the question has one.
  public var unit: String?

  /// Makes bounds.
  public init(
    low: Double? = nil, includesLow: Bool = true, high: Double? = nil, includesHigh: Bool = true,
    unit: String? = nil
  ) {
    self.low = low
    self.includesLow = includesLow
    self.high = high
    self.includesHigh = includesHigh
    self.unit = unit
  }

  /// Whether a value with its unit lies within the bounds; distances are converted, currencies are not.
  public func admits(_ value: Double, unit other: String?) -> Bool {
    guard let value = Distance.converted(value, from: other, to: unit) else { return false }
    if let low, includesLow ? value < low : value <= low { return false }
    if let high, includesHigh ? value > high : value >= high { return false }
    return true
  }
}

/// Distances in one unit.
enum Distance {
  static let kilometresPerMile = 1.609344

  /// The value in another unit, or `nil` where the two cannot be compared.
  ///
  /// No unit compares with every unit.
  static func converted(_ value: Double, from unit: String?, to other: String?) -> Double? {
    guard let other, unit != other else { return value }
    switch (unit, other) {
    case ("mi", "km"): return value * kilometresPerMile
    case ("km", "mi"): return value / kilometresPerMile
    default: return nil
    }
  }
}
