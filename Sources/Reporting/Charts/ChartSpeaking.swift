import Facts

/// What charts say beside the names that they show.
public enum ChartText: Hashable, Sendable {
  /// The title of the line of time.
  case launches
  /// How many launches it shows, and between which days.
  case launchesAbout(count: Int, first: Day, last: Day)
  /// How many earlier ones have no room.
  case earlierLeftOut(Int)
  /// The title of targets beside what was reported.
  case targets
  /// How many targets are shown.
  case targetsAbout(count: Int)
  /// How many more have no room.
  case moreLeftOut(Int)
  /// The mark of a target.
  case target
  /// The mark of a reported figure.
  case reported
  /// The title of prices beside ranges.
  case prices
  /// How many models are shown, and in which currency.
  case pricesAbout(count: Int, currency: String)
  /// The axis of prices.
  case priceIn(String)
  /// The axis of ranges.
  case rangeInKilometres
}

/// A language that charts speak.
public protocol ChartSpeaking: Sendable {
  /// A text of the charts' own.
  func text(_ text: ChartText) -> String
  /// A number with its thousands grouped.
  func number(_ value: Double) -> String
  /// A period.
  func period(_ period: Period) -> String
  /// A market by its code.
  func market(_ code: String) -> String
  /// How firmly a fact stands.
  func status(_ status: Status) -> String
  /// A fact's value with its unit.
  func value(of fact: Fact) -> String
  /// A fact on one line.
  func line(of fact: Fact) -> String
}

/// Charts in English.
public struct EnglishCharts: ChartSpeaking {
  /// Makes the language.
  public init() {}

  /// The text in English.
  public func text(_ text: ChartText) -> String {
    switch text {
    case .launches: "Launches by date"
    case .launchesAbout(let count, let first, let last):
      "\(count) launches between \(first) and \(last), one a line, the earliest first."
    case .earlierLeftOut(let count): "\(count) earlier ones are left out."
    case .targets: "Targets and what was reported"
    case .targetsAbout(let count):
      "\(count) targets in vehicles, each beside the reported figure where one is known."
    case .moreLeftOut(let count): "\(count) more are left out."
    case .target: "target"
    case .reported: "reported"
    case .prices: "Price over range"
    case .pricesAbout(let count, let currency):
      "\(count) models with their lowest price in \(currency) and their longest range in kilometres."
    case .priceIn(let currency): "price in \(currency)"
    case .rangeInKilometres: "range in km"
    }
  }

  /// The number as `130,000`.
  public func number(_ value: Double) -> String { NumberWords.grouped(value) }
  /// The period as `mid 2025`.
  public func period(_ period: Period) -> String { PeriodWords.of(period) }
  /// The market as `China`.
  public func market(_ code: String) -> String { MarketWords.name(of: code) }
  /// The status as `planned`.
  public func status(_ status: Status) -> String { status.rawValue }
  /// The value as `130,000 vehicles`.
  public func value(of fact: Fact) -> String { ValueWords.of(fact) }
  /// The fact as `sales target: Xiaomi SU7, 130,000 vehicles, 2024, planned (deliveries)`.
  public func line(of fact: Fact) -> String { FactWords.of(fact) }
}
