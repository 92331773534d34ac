import EVFacts

/// The models with how much is said of each.
enum ModelsPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let sorting = visit.sorting(NameRows.ModelOrder.claims, isDescending: true)
    let models = NameRows(query: visit.query, names: try site.names()).models(
      sorting.order, isDescending: sorting.isDescending)
    return NamesFrame(
      visit: visit, section: .models, listing: "models",
      form: FilterForm(visit).text("name", .name).text("maker", .maker)
    ).page(of: models) { ModelTable(words: words, sorting: TableSorting(sorting, visit)).html($0) }
  }
}

/// Models with their makers and how much is said of each.
struct ModelTable {
  let words: Words
  var sorting: TableSorting?
  var showsMaker = true

  func html(_ models: [NameListing.Model]) -> HTML {
    var html = Scrolling.open(words[.models])
    html += "<table><thead><tr>\(TableSorting.head(words[.model], "model", sorting))"
    if showsMaker { html += TableSorting.head(words[.maker], "maker", sorting) }
    html += "\(TableSorting.head(words[.claims], "claims", isNumber: true, sorting))</tr></thead><tbody>\n"
    for model in models {
      let address = Address("/models", model.key.manufacturer, model.key.model)
      let maker = Address("/makers", model.key.manufacturer)
      html += """
        <tr><th scope="row"><a href="\(address)">\(model.name.model)</a></th>\
        \("<td><a href=\"\(maker)\">\(model.name.manufacturer)</a></td>", if: showsMaker)\
        <td class="n">\(words.number(Double(model.claims)))</td></tr>

        """
    }
    html += "</tbody></table></div>\n"
    return html
  }
}
