import EVFacts

/// The markets with how much is known of each.
enum MarketsPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let sorting = visit.sorting(NameRows.MarketOrder.facts, isDescending: true)
    let markets = NameRows(query: visit.query, names: try site.names()).markets(
      sorting.order, isDescending: sorting.isDescending, name: words.market)
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
