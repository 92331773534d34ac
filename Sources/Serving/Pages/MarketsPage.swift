import EVFacts

/// The markets with how much is known of each.
enum MarketsPage {
  private enum Order: String { case name, makers, facts }

  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let sorting = visit.sorting(Order.facts, isDescending: true)
    let wanted = visit.query["name"]?.lowercased()
    var markets = try site.names().markets.map { (name: words.market($0.code), market: $0) }
      .filter { entry in wanted.map { entry.name.lowercased().contains($0) } ?? true }
    markets.sort { a, b in
      switch sorting.order {
      case .name: a.name < b.name
      case .makers: (a.market.makers, b.name) < (b.market.makers, a.name)
      case .facts: (a.market.facts, b.name) < (b.market.facts, a.name)
      }
    }
    if sorting.isDescending { markets.reverse() }
    let table = CountedNames(
      label: .markets, columns: [(.market, "name"), (.makers, "makers"), (.facts, "facts")], words: words,
      sorting: TableSorting(sorting, visit))
    return NamesFrame(
      visit: visit, section: .markets, listing: "markets", form: FilterForm(visit).text("name", .name)
    ).page(of: markets) { markets in
      table.html(
        markets.map { name, market in
          CountedNames.Row(
            name: name, address: Address("/markets", market.code), counts: (market.makers, market.facts))
        })
    }
  }
}
