import Facts

/// What models cost beside how far they go: a disc a model, cheap and far at the bottom right.
public enum PriceOverRange {
  /// How many models one picture can show.
  static let limit = 60
  private static let kilometresAMile = 1.609344

  /// A model with its lowest price in one currency and its longest range in kilometres.
  private struct Offer {
    var name: String
    var price: Fact
    var range: Fact
    var kilometres: Double
  }

  /// The chart of the prices and ranges among some rows, or `nil` where no model has both.
  ///
  /// Prices are compared in the currency that most models have.
  public static func of(_ rows: [FactRow], in words: any ChartSpeaking = EnglishCharts()) -> Chart? {
    let (offers, currency) = offers(of: rows)
    guard !offers.isEmpty else { return nil }
    let shown = offers.prefix(limit)
    let left = 80.0
    let bottom = 480.0
    let xs = Scale(values: shown.map(\.kilometres), from: left, to: Chart.width - 130, startsAtZero: false)
    let ys = Scale(values: shown.map { $0.price.value ?? 0 }, from: bottom, to: 70, startsAtZero: true)
    var elements = ""
    for value in xs.marks {
      let x = xs.place(value)
      elements += SVGMarks.line(x, 64, x, bottom)
      elements += SVGMarks.label(words.number(value), x: x, y: bottom + 18, .middle, isQuiet: true)
    }
    for value in ys.marks {
      let y = ys.place(value)
      elements += SVGMarks.line(left, y, Chart.width - 130, y)
      elements += SVGMarks.label(words.number(value), x: left - 8, y: y + 4, .end, isQuiet: true)
    }
    elements += SVGMarks.label(words.text(.priceIn(currency)), x: 0, y: 54, isQuiet: true)
    elements += SVGMarks.label(
      words.text(.rangeInKilometres), x: Chart.width - 130, y: bottom + 36, .end, isQuiet: true)
    var labelled: [(x: Double, y: Double)] = []
    for offer in shown {
      let x = xs.place(offer.kilometres)
      let y = ys.place(offer.price.value ?? 0)
      // A label that would lie on another is left out; the mark still tells the name.
      let isFree = !labelled.contains { abs($0.y - y) < 14 && abs($0.x - x) < 120 }
      if isFree { labelled.append((x, y)) }
      elements += SVGMarks.mark(
        "\(offer.name): \(words.value(of: offer.price)), \(words.value(of: offer.range))",
        SVGMarks.disc(x: x, y: y, radius: 6, fill: Ink.warm)
          + (isFree ? SVGMarks.label(SVGMarks.cut(offer.name, to: 120), x: x + 10, y: y + 4) : ""))
    }
    let leftOut = offers.count - shown.count
    return Chart(
      title: words.text(.prices),
      description: words.text(.pricesAbout(count: shown.count, currency: currency))
        + (leftOut > 0 ? " " + words.text(.moreLeftOut(leftOut)) : ""),
      height: Int(bottom + 50), elements: elements)
  }

  private static func offers(of rows: [FactRow]) -> ([Offer], currency: String) {
    var ranges: [String: (Fact, Double)] = [:]
    for fact in rows.map(\.fact) where fact.kind == .range && fact.status != .cancelled {
      guard let value = fact.value, value > 0 else { continue }
      let kilometres = fact.unit == "mi" ? value * kilometresAMile : value
      if let known = ranges[key(fact)], known.1 >= kilometres { continue }
      ranges[key(fact)] = (fact, kilometres)
    }
    var prices: [String: [String: Fact]] = [:]
    for fact in rows.map(\.fact) where fact.kind == .price && fact.status != .cancelled {
      guard let value = fact.value, value > 0, let unit = fact.unit, ranges[key(fact)] != nil else {
        continue
      }
      if let known = prices[unit]?[key(fact)]?.value, known <= value { continue }
      prices[unit, default: [:]][key(fact)] = fact
    }
    let most = prices.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let (currency, facts) = most else { return ([], "") }
    let offers = facts.sorted { $0.key < $1.key }.compactMap { key, price -> Offer? in
      guard let (range, kilometres) = ranges[key] else { return nil }
      let name = [price.manufacturer, price.model].compactMap(\.self).joined(separator: " ")
      return Offer(name: name, price: price, range: range, kilometres: kilometres)
    }
    return (offers, currency)
  }

  private static func key(_ fact: Fact) -> String {
    nameKey(fact.manufacturer ?? "") + "|" + nameKey(fact.model ?? "")
  }
}
