import Facts

/// From values to places on an axis, with marks at round values.
struct Scale {
  let low: Double
  let high: Double
  let from: Double
  let to: Double

  /// An axis that spans `values`, widened to round marks.
  init(values: [Double], from: Double, to: Double, startsAtZero: Bool) {
    let least = startsAtZero ? 0 : values.min() ?? 0
    let most = max(values.max() ?? 1, least + 1)
    let step = Scale.step(for: most - least)
    low = (least / step).rounded(.down) * step
    high = (most / step).rounded(.up) * step
    self.from = from
    self.to = to
  }

  /// An axis between two ends.
  init(low: Double, high: Double, from: Double, to: Double) {
    self.low = low
    self.high = max(high, low + 1)
    self.from = from
    self.to = to
  }

  /// Where a value lies; one beyond an end lies at it.
  func place(_ value: Double) -> Double {
    from + (min(max(value, low), high) - low) / (high - low) * (to - from)
  }

  /// Round values, at most about six.
  var marks: [Double] {
    let step = Scale.step(for: high - low)
    return Array(stride(from: (low / step).rounded(.up) * step, through: high + step / 1000, by: step))
  }

  /// A step of 1, 2 or 5 times a power of ten, so that a span has about five.
  private static func step(for span: Double) -> Double {
    var power = 1.0
    while power * 10 <= span / 5 { power *= 10 }
    while power > span / 5, power > 1e-6 { power /= 10 }
    for factor in [1.0, 2, 5, 10] where power * factor * 6 >= span { return power * factor }
    return power * 10
  }
}

extension Scale {
  /// The first days of years, quarters or months on an axis of days, as many as can be told apart.
  static func days(from first: Day, to last: Day, in words: any ChartSpeaking) -> [(day: Day, label: String)]
  {
    let months = (last.year - first.year) * 12 + last.month - first.month
    let step = months > 96 ? 24 : months > 30 ? 12 : months > 8 ? 3 : 1
    var marks: [(Day, String)] = []
    for month in 0...(months + step) {
      let number = first.year * 12 + first.month - 1 + month
      guard number % step == 0, let day = Day(year: number / 12, month: number % 12 + 1, day: 1), day <= last
      else { continue }
      let label =
        switch step {
        case 12...: "\(day.year)"
        case 3: "Q\((day.month + 2) / 3) \(day.year)"
        default: Period.month(day.year, day.month).map { words.period($0) } ?? "\(day)"
        }
      marks.append((day, label))
    }
    return marks.filter { $0.0 >= first }
  }
}
