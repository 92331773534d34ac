import EVFacts

/// The markets with how much is known of each.
enum MarketsPage {
  private enum Order: String { case name, makers, facts }

  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let sorting = visit.sorting(Order.facts, isDescending: true)
    let wanted = visit.query["name"]?.lowercased()
    var markets = try site.names(store).markets.map { (name: words.market($0.code), market: $0) }
      .filter { entry in wanted.map { entry.name.lowercased().contains($0) } ?? true }
    markets.sort { a, b in
      switch sorting.order {
      case .name: a.name < b.name
      case .makers: (a.market.makers, b.name) < (b.market.makers, a.name)
      case .facts: (a.market.facts, b.name) < (b.market.facts, a.name)
      }
    }
    if sorting.isDescending { markets.reverse() }
    let paging = Paging(visit, limit: 100)
    let page = PageOfRows(of: markets, offset: paging.offset, limit: paging.limit)
    var body: HTML = "\(FilterForm(visit).text("name", .name).html)"
    guard !page.rows.isEmpty else {
      body += "<p>\(words[.nothingFound])</p>"
      return Page(title: words[.markets], section: .markets, body: body)
    }
    let table = TableSorting(sorting, visit)
    body += paging.head(page, listing: "markets")
    body += Scrolling.open(words[.markets])
    body += "<table><thead><tr>\(TableSorting.head(words[.market], "name", table))"
    body += TableSorting.head(words[.makers], "makers", isNumber: true, table)
    body += "\(TableSorting.head(words[.facts], "facts", isNumber: true, table))</tr></thead><tbody>\n"
    for (name, market) in page.rows {
      body += """
        <tr><th scope="row"><a href="\(Address("/markets", market.code))">\(name)</a></th>\
        <td class="n">\(words.number(Double(market.makers)))</td><td class="n">\(words.number(Double(market.facts)))</td></tr>

        """
    }
    body += "</tbody></table></div>\n\(paging.foot(page))"
    return Page(title: words[.markets], section: .markets, body: body)
  }
}
