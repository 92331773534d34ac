import EVFacts

/// The models with how much is said of each.
enum ModelsPage {
  private enum Order: String { case maker, model, claims }

  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let sorting = visit.sorting(Order.claims, isDescending: true)
    let wanted = visit.query["name"].map(nameKey)
    let maker = visit.query["maker"].map(nameKey)
    var models = try site.names().models.filter { model in
      (maker.map { model.key.manufacturer.contains($0) } ?? true)
        && (wanted.map { (model.key.manufacturer + model.key.model).contains($0) } ?? true)
    }
    switch sorting.order {
    case .maker: break
    case .model: models.sort { ($0.key.model, $0.key.manufacturer) < ($1.key.model, $1.key.manufacturer) }
    case .claims: models.sort { ($0.claims, $1.key.model) < ($1.claims, $0.key.model) }
    }
    if sorting.isDescending { models.reverse() }
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
