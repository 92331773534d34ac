import EVFacts

/// The makers with how much is said of each.
enum MakersPage {
  private enum Order: String { case name, models, claims }

  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let sorting = visit.sorting(Order.claims, isDescending: true)
    let wanted = visit.query["name"].map(nameKey)
    var makers = try site.names().makers.filter { wanted.map($0.key.contains) ?? true }
    switch sorting.order {
    case .name: break
    case .models: makers.sort { ($0.models, $0.key) < ($1.models, $1.key) }
    case .claims: makers.sort { ($0.claims, $1.key) < ($1.claims, $0.key) }
    }
    if sorting.isDescending { makers.reverse() }
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
