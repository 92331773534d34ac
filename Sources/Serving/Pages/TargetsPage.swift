import EVFacts

/// Targets beside what was reported, as bars and as a table.
enum TargetsPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let asked = try FactFilter(visit.query, words, site, store)
    let sorting = visit.sorting(FactListing.Order.date, isDescending: true)
    let paging = Paging(visit)
    let listing = TargetListing(asked.filter, order: sorting.order, isDescending: sorting.isDescending)
    let page =
      asked.problems.isEmpty
      ? try listing.page(offset: paging.offset, limit: paging.limit, in: store)
      : PageOfRows(rows: [], total: 0)
    var body: HTML = "\(FilterForm(visit).ofFacts(withKind: false).html)\(asked.notice)"
    guard !page.rows.isEmpty else {
      body += "<p>\(words[.nothingFound])</p>"
      return Page(title: words[.targets], section: .targets, body: body)
    }
    body += paging.head(page, listing: "targets")
    body += ChartFigure(words: words).html([TargetBars.of(page.rows, in: words)])
    body += TargetTable(words: words, sorting: TableSorting(sorting, visit)).html(page.rows)
    body += paging.foot(page)
    return Page(title: words[.targets], section: .targets, body: body)
  }
}
