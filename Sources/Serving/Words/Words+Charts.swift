import EVFacts

extension Words: ChartSpeaking {
  /// A text of the charts.
  func text(_ text: ChartText) -> String {
    switch text {
    case .launches: self[.chartLaunches]
    case .launchesAbout(let count, let first, let last):
      filled(.chartLaunchesAbout, ["n": number(Double(count)), "a": day(first), "b": day(last)])
    case .earlierLeftOut(let count): filled(.chartEarlierLeftOut, number(Double(count)))
    case .targets: self[.chartTargets]
    case .targetsAbout(let count): filled(.chartTargetsAbout, number(Double(count)))
    case .moreLeftOut(let count): filled(.chartMoreLeftOut, number(Double(count)))
    case .target: self[.target]
    case .reported: self[.reported]
    case .prices: self[.chartPrices]
    case .pricesAbout(let count, let currency):
      filled(.chartPricesAbout, ["n": number(Double(count)), "c": currency])
    case .priceIn(let currency): filled(.chartPriceIn, currency)
    case .rangeInKilometres: self[.chartRangeInKm]
    }
  }
}
