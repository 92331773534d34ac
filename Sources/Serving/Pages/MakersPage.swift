import EVFacts

/// The makers with how much is said of each.
enum MakersPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let sorting = visit.sorting(NameRows.MakerOrder.claims, isDescending: true)
    let makers = NameRows(query: visit.query, names: try site.names()).makers(
      sorting.order, isDescending: sorting.isDescending)
    let table = CountedNames(
      label: .makers, columns: [(.maker, "name"), (.models, "models"), (.claims, "claims")], words: words,
      sorting: TableSorting(sorting, visit))
    return NamesFrame(
      visit: visit, section: .makers, listing: "makers", form: FilterForm(visit).text("name", .name)
    ).page(of: makers) { makers in
      table.html(
        makers.map {
          CountedNames.Row(name: $0.name, address: Address("/makers", $0.key), counts: ($0.models, $0.claims))
        })
    }
  }
}
