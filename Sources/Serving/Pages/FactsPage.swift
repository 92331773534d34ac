import EVFacts

/// What is believed, all of it or what a filter lets through.
enum FactsPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let asked = try FactFilter(visit.query, words, site, store)
    let sorting = visit.sorting(FactListing.Order.subject)
    let paging = Paging(visit)
    let listing = FactListing(
      asked.filter, minConfidence: asked.minConfidence, order: sorting.order,
      isDescending: sorting.isDescending)
    let page =
      asked.problems.isEmpty
      ? try listing.page(offset: paging.offset, limit: paging.limit, in: store)
      : PageOfRows(rows: [], total: 0)
    let kinds = asked.filter.kinds
    let title = kinds.count == 1 ? words.kinds(kinds[0]) : words[.facts]
    var body: HTML = "\(FilterForm(visit).ofFacts().html)\(asked.notice)"
    guard !page.rows.isEmpty else {
      body += "<p>\(words[.nothingFound])</p>"
      return Page(title: title, section: .facts, body: body)
    }
    body += paging.head(page, listing: "facts")
    let table = FactTable(words: words, without: [], sorting: TableSorting(sorting, visit), label: title)
    body += table.html(page.rows)
    body += paging.foot(page)
    return Page(title: title, section: .facts, body: body)
  }
}
