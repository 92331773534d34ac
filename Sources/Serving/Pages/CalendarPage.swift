import EVFacts

/// Launches by quarter, from the current one on unless asked otherwise.
enum CalendarPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    var asked = try FactFilter(visit.query, words, site, store)
    asked.filter.kinds = [.launch]
    let isOpen = asked.filter.from == nil && asked.filter.to == nil
    if isOpen { asked.filter.from = firstDay(ofQuarterWith: visit.today) }
    let paging = Paging(visit, limit: 100)
    let page =
      asked.problems.isEmpty
      ? try FactListing(asked.filter, order: .date).page(
        offset: paging.offset, limit: paging.limit, in: store)
      : PageOfRows(rows: [], total: 0)
    var body: HTML = "\(FilterForm(visit).ofFacts(withKind: false).html)\(asked.notice)"
    if isOpen { body += "<p class=\"q\">\(words[.calendarFromNow])</p>" }
    guard !page.rows.isEmpty else {
      body += "<p>\(words[.nothingFound])</p>"
      return Page(title: words[.calendar], section: .calendar, body: body)
    }
    body += paging.head(
      page, listing: "calendar", fixed: isOpen ? [("from", asked.filter.from?.description ?? "")] : [])
    body += ChartFigure(words: words).html([LaunchTimeline.of(dated(page.rows), in: words)])
    body += quarters(of: page.rows, words)
    body += paging.foot(page)
    return Page(title: words[.calendar], section: .calendar, body: body)
  }

  private static func quarters(of rows: [FactRow], _ words: Words) -> HTML {
    var html: HTML = ""
    var entries = CalendarReport.entries(of: rows)[...]
    while let first = entries.first {
      let some = entries.prefix { $0.quarter == first.quarter }
      entries = entries.dropFirst(some.count)
      let name = words.period(first.quarter)
      let table = FactTable(words: words, without: [.kind, .confidence], label: name)
      html += """
        <section class="quarter"><h2>\(name) <span class="q">\(words.number(Double(some.count)))</span></h2>
        \(table.html(some.map(\.row)))</section>

        """
    }
    return html
  }

  /// Launches whose date is told closely enough for a line of time.
  private static func dated(_ rows: [FactRow]) -> [FactRow] {
    let dated = rows.filter { row in
      guard let first = row.fact.when?.first, let last = row.fact.when?.last else { return false }
      return last.number - first.number < daysOfHalfAYear
    }
    return Array(dated.prefix(30))
  }

  private static let daysOfHalfAYear = 184

  private static func firstDay(ofQuarterWith day: Day) -> Day {
    Day(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1) ?? day
  }
}
