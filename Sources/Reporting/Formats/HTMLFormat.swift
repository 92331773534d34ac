import Facts

/// One page that needs nothing else: charts, then the rows with their sentences and articles.
///
/// It prints well.
/// Articles come from strangers: all that they say is escaped, only addresses of the web become links, and the page
/// forbids itself scripts and whatever would be loaded.
public struct HTMLFormat: ReportFormat {
  /// Makes the format.
  public init() {}

  /// Writes the page.
  public func write<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    let title = Markup.escaped(report.title)
    let count = NumberWords.grouped(Double(report.rows.count))
    try sink(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p class="quiet">\(report.rows.count == 1 ? "1 row" : "\(count) rows")</p>

      """)
    for (place, chart) in report.charts.enumerated() {
      try sink("<figure>\n\(chart.svg(id: "chart\(place + 1)"))\n</figure>\n")
    }
    if report.rows.isEmpty {
      try sink("<p>There is nothing of that.</p>\n")
    } else {
      try writeTable(report, to: sink)
    }
    try sink("</body>\n</html>\n")
  }

  private func writeTable<Row>(_ report: Report<Row>, to sink: (String) throws -> Void) throws {
    let filled = FilledColumns(of: report)
    let heads = zip(filled.columns, filled.names).map { column, name in
      "<th scope=\"col\"\(column.isNumeric ? " class=\"number\"" : "")>\(Markup.escaped(name))</th>"
    }
    let articleHead = report.fact == nil ? "" : "<th scope=\"col\">what the article says</th>"
    try sink("<table>\n<thead><tr>\(heads.joined())\(articleHead)</tr></thead>\n<tbody>\n")
    for row in report.rows {
      var line = "<tr>"
      for column in filled.columns {
        line += column.isNumeric ? "<td class=\"number\">" : "<td>"
        line += Markup.escaped(column.cell(row).words)
        line += "</td>"
      }
      if let fact = report.fact { line += "<td>\(fact(row).map(Self.source) ?? "")</td>" }
      try sink(line + "</tr>\n")
    }
    try sink("</tbody>\n</table>\n")
  }

  /// The sentence in its language, and the article that says it.
  private static func source(of row: FactRow) -> String {
    let article = row.article
    let name = [article.publisher, article.published?.description, article.title].compactMap(\.self)
    let words = Markup.escaped(name.isEmpty ? article.id : name.joined(separator: ", "))
    let source =
      Markup.address(article.url).map {
        "<a href=\"\($0)\" rel=\"noopener noreferrer nofollow\">\(words)</a>"
      }
      ?? words
    let language = article.language.map { $0 == .other ? "" : " lang=\"\($0.rawValue)\"" } ?? ""
    return "<q\(language)>\(Markup.escaped(row.fact.evidence))</q> <cite>\(source)</cite>"
  }

  private static let style = """
    :root { color-scheme: light dark; --line: #d0d7de; --quiet: #59636e; }
    body { font: 15px/1.45 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
    h1 { font-size: 1.6rem; margin: 0; }
    .quiet, cite { color: var(--quiet); font-style: normal; }
    figure { margin: 2rem 0; overflow-x: auto; }
    svg { max-width: 100%; height: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }
    th { position: sticky; top: 0; background: Canvas; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    a { color: inherit; }
    @media (prefers-color-scheme: dark) { :root { --line: #3d444d; --quiet: #9198a1; } }
    @media print {
      @page { size: A4 landscape; margin: 12mm; }
      :root { color-scheme: light; --line: #999; --quiet: #444; }
      body { font-size: 9pt; margin: 0; max-width: none; padding: 0; }
      thead { display: table-header-group; }
      th { position: static; }
      tr, figure { break-inside: avoid; }
    }
    """
}
