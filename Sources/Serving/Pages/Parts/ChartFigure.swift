import EVFacts

/// Charts on a page, each in a box that scrolls where it is narrower than what is drawn.
struct ChartFigure {
  let words: Words
  /// What the charts' places are told apart by on the page.
  var level = 2

  /// The charts that there are.
  func html(_ charts: [Chart?]) -> HTML {
    var html: HTML = ""
    for (place, chart) in charts.enumerated() {
      guard let chart else { continue }
      html += """
        <figure class="chart" tabindex="0" role="group" aria-label="\(chart.title)">\
        \(HTML(chart, id: "chart\(level)-\(place)"))</figure>

        """
    }
    return html
  }
}
