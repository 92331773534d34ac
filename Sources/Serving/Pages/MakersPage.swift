import EVFacts

/// The makers with how much is said of each.
enum MakersPage {
  private enum Order: String { case name, models, claims }

  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let sorting = visit.sorting(Order.claims, isDescending: true)
    let wanted = visit.query["name"].map(nameKey)
    var makers = try site.names(store).makers.filter { wanted.map($0.key.contains) ?? true }
    switch sorting.order {
    case .name: break
    case .models: makers.sort { ($0.models, $0.key) < ($1.models, $1.key) }
    case .claims: makers.sort { ($0.claims, $1.key) < ($1.claims, $0.key) }
    }
    if sorting.isDescending { makers.reverse() }
    let paging = Paging(visit, limit: 100)
    let page = PageOfRows(of: makers, offset: paging.offset, limit: paging.limit)
    var body: HTML = "\(FilterForm(visit).text("name", .name).html)"
    guard !page.rows.isEmpty else {
      body += "<p>\(words[.nothingFound])</p>"
      return Page(title: words[.makers], section: .makers, body: body)
    }
    let table = TableSorting(sorting, visit)
    body += paging.head(page, listing: "makers")
    body += Scrolling.open(words[.makers])
    body += "<table><thead><tr>\(TableSorting.head(words[.maker], "name", table))"
    body += TableSorting.head(words[.models], "models", isNumber: true, table)
    body += "\(TableSorting.head(words[.claims], "claims", isNumber: true, table))</tr></thead><tbody>\n"
    for maker in page.rows {
      body += """
        <tr><th scope="row"><a href="\(Address("/makers", maker.key))">\(maker.name)</a></th>\
        <td class="n">\(words.number(Double(maker.models)))</td><td class="n">\(words.number(Double(maker.claims)))</td></tr>

        """
    }
    body += "</tbody></table></div>\n\(paging.foot(page))"
    return Page(title: words[.makers], section: .makers, body: body)
  }
}
