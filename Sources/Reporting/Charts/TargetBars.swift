import Facts

/// Targets beside what was reported: a light bar for the aim, a strong one for what came of it.
public enum TargetBars {
  /// How many targets one picture can show.
  static let limit = 30

  /// The chart of some pairs, or `nil` where there are none.
  ///
  /// Of more than can be shown those with a reported figure come first, then the largest targets.
  public static func of(_ pairs: [Attainment], in words: any ChartSpeaking = EnglishCharts()) -> Chart? {
    let pairs = pairs.filter { $0.target.fact.value ?? 0 > 0 }
    guard !pairs.isEmpty else { return nil }
    let shown = pairs.sorted(by: isBetter).prefix(limit)
    let left = 300.0
    let values = shown.flatMap { [$0.target.fact.value, $0.reported?.fact.value].compactMap(\.self) }
    let axis = Scale(values: values, from: left, to: Chart.width - 90, startsAtZero: true)
    let rowHeight = 30.0
    let top = Chart.top + 20
    let bottom = top + Double(shown.count) * rowHeight
    var elements = ""
    for value in axis.marks {
      let x = axis.place(value)
      elements += SVGMarks.line(x, top - 6, x, bottom)
      elements += SVGMarks.label(words.number(value), x: x, y: top - 10, .middle, isQuiet: true)
    }
    for (place, pair) in shown.enumerated() {
      elements += mark(of: pair, y: top + Double(place) * rowHeight, left: left, axis, words)
    }
    for (place, entry) in [(ChartText.target, Ink.soft), (.reported, Ink.strong)].enumerated() {
      let x = left + Double(place) * 110
      elements += SVGMarks.box(x: x, y: bottom + 9, width: 18, height: 12, fill: entry.1)
      elements += SVGMarks.label(words.text(entry.0), x: x + 24, y: bottom + 20, isQuiet: true)
    }
    let leftOut = pairs.count - shown.count
    return Chart(
      title: words.text(.targets),
      description: words.text(.targetsAbout(count: shown.count))
        + (leftOut > 0 ? " " + words.text(.moreLeftOut(leftOut)) : ""),
      height: Int(bottom + 40), elements: elements)
  }

  private static func isBetter(_ a: Attainment, _ b: Attainment) -> Bool {
    let aKnown = a.percent != nil
    let bKnown = b.percent != nil
    guard aKnown == bKnown else { return aKnown }
    let (x, y) = (a.target.fact.value ?? 0, b.target.fact.value ?? 0)
    return x != y ? x > y : a.target.id < b.target.id
  }

  private static func mark(
    of pair: Attainment, y: Double, left: Double, _ axis: Scale, _ language: any ChartSpeaking
  )
    -> String
  {
    let fact = pair.target.fact
    let name = [
      fact.manufacturer, fact.model, fact.when.map { language.period($0) },
      fact.market.map { language.market($0) },
    ].compactMap(\.self).joined(separator: " ")
    var words = "\(name): \(language.text(.target)) \(language.value(of: fact))"
    var shape = SVGMarks.label(SVGMarks.cut(name, to: left - 16), x: left - 10, y: y + 17, .end)
    let aim = axis.place(fact.value ?? 0)
    shape += SVGMarks.box(x: left, y: y + 3, width: aim - left, height: 20, fill: Ink.soft)
    var end = aim
    if let reported = pair.reported?.fact, let value = reported.value {
      words += ", \(language.text(.reported)) \(language.value(of: reported))"
      let x = axis.place(value)
      shape += SVGMarks.box(x: left, y: y + 8, width: x - left, height: 10, fill: Ink.strong)
      end = max(end, x)
    }
    if let percent = pair.percent {
      words += ", \(language.number(percent))%"
      shape += SVGMarks.label("\(language.number(percent))%", x: end + 6, y: y + 17)
    }
    return SVGMarks.mark(words, shape)
  }
}
