import Facts

/// Launches on a line of time: a bar from the first to the last day that each may fall on.
public enum LaunchTimeline {
  /// How many launches one picture can show.
  static let limit = 40

  /// The chart of the launches among some rows, or `nil` where none has a date.
  ///
  /// Of more than can be shown the last ones are.
  public static func of(_ rows: [FactRow], in words: any ChartSpeaking = EnglishCharts()) -> Chart? {
    let dated = rows.filter { $0.fact.kind == .launch && $0.fact.when != nil }.sorted(by: isEarlier)
    let shown = dated.suffix(limit)
    let days = shown.compactMap(\.fact.when).flatMap { [$0.first, $0.last].compactMap(\.self) }
    guard let first = days.min(), let last = days.max() else { return nil }
    let left = 250.0
    let axis = Scale(
      low: Double(first.number), high: Double(max(last.number, first.number + 60)), from: left,
      to: Chart.width - 20)
    let rowHeight = 22.0
    let top = Chart.top + 20
    let bottom = top + Double(shown.count) * rowHeight
    var elements = ""
    for (day, label) in Scale.days(from: first, to: last, in: words) {
      let x = axis.place(Double(day.number))
      elements += SVGMarks.line(x, top - 6, x, bottom)
      elements += SVGMarks.label(label, x: x, y: top - 10, .middle, isQuiet: true)
    }
    for (place, row) in shown.enumerated() {
      elements += mark(of: row, y: top + Double(place) * rowHeight, left: left, axis, words)
    }
    elements += legend(y: bottom + 20, words)
    let leftOut = dated.count - shown.count
    return Chart(
      title: words.text(.launches),
      description: words.text(.launchesAbout(count: shown.count, first: first, last: last))
        + (leftOut > 0 ? " " + words.text(.earlierLeftOut(leftOut)) : ""),
      height: Int(bottom + 40), elements: elements)
  }

  private static func isEarlier(_ a: FactRow, _ b: FactRow) -> Bool {
    func day(_ row: FactRow) -> Int { (row.fact.when?.first ?? row.fact.when?.last)?.number ?? 0 }
    return (day(a), a.fact.when?.last?.number ?? 0, a.id) < (day(b), b.fact.when?.last?.number ?? 0, b.id)
  }

  private static func mark(
    of row: FactRow, y: Double, left: Double, _ axis: Scale, _ words: any ChartSpeaking
  )
    -> String
  {
    let fact = row.fact
    let name = [fact.manufacturer, fact.model].compactMap(\.self).joined(separator: " ")
    let from = fact.when?.first.map { axis.place(Double($0.number)) } ?? axis.from
    let to = fact.when?.last.map { axis.place(Double($0.number + 1)) } ?? axis.to
    let width = max(to - from, 8)
    let (fill, outline): (String, String?) =
      switch fact.status {
      case .actual: (Ink.strong, nil)
      case .planned: (Ink.soft, nil)
      case .expected: ("none", Ink.strong)
      case .cancelled: ("none", Ink.grey)
      }
    return SVGMarks.mark(
      words.line(of: fact),
      SVGMarks.label(SVGMarks.cut(name, to: left - 16), x: left - 10, y: y + 14, .end)
        + SVGMarks.box(
          x: min(from, axis.to - 8), y: y + 3, width: width, height: 14, fill: fill, outline: outline))
  }

  private static func legend(y: Double, _ words: any ChartSpeaking) -> String {
    var elements = ""
    let entries: [(Status, String, String?)] = [
      (.actual, Ink.strong, nil), (.planned, Ink.soft, nil), (.expected, "none", Ink.strong),
      (.cancelled, "none", Ink.grey),
    ]
    for (place, entry) in entries.enumerated() {
      let x = 250 + Double(place) * 110
      elements += SVGMarks.box(x: x, y: y - 11, width: 18, height: 12, fill: entry.1, outline: entry.2)
      elements += SVGMarks.label(words.status(entry.0), x: x + 24, y: y, isQuiet: true)
    }
    return elements
  }
}
