import EVFacts

/// Every claim about a maker or a model, the last published first unless sorted otherwise, and those of older versions of a
/// page too.
enum HistoryPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let maker = nameKey(visit.query["maker"] ?? "")
    let model = visit.query["model"].map(nameKey)
    guard var title = try store.makerName(maker) else { throw NothingThere() }
    var up = Address("/makers", maker)
    if let model {
      guard let name = try store.modelName(ModelName(manufacturer: maker, model: model)) else {
        throw NothingThere()
      }
      title += " " + name.model
      up = Address("/models", maker, model)
    }
    let kind = visit.query["kind"].flatMap(FactKind.init(rawValue:))
    let paging = Paging(visit)
    let sorting = visit.sorting(HistoryListing.Order.published, isDescending: true)
    let page = try HistoryListing(
      makerKey: maker, modelKey: model ?? "", kind: kind, order: sorting.order,
      isDescending: sorting.isDescending
    ).page(offset: paging.offset, limit: paging.limit, in: store)
    let kinds = FactKind.allCases.map { ($0.rawValue, words.kinds($0)) }
    var body: HTML = "\(FilterForm(visit, about: ["maker", "model"]).choice("kind", .kind, kinds).html)"
    if page.rows.isEmpty {
      body += "<p>\(words[.nothingFound])</p>"
    } else {
      body += paging.head(page, listing: "history")
      body += table(page.rows, TableSorting(sorting, visit), words)
      body += paging.foot(page)
    }
    return Page(
      title: words.filled(.historyOf, title), lead: "<p class=\"up\"><a href=\"\(up)\">\(title)</a></p>",
      body: body)
  }

  private static func table(_ rows: [FactRow], _ sorting: TableSorting, _ words: Words) -> HTML {
    var html = Scrolling.open(words[.history])
    html += "<table class=\"facts\"><thead><tr>"
    let heads: [(Phrase, HistoryListing.Order?)] = [
      (.published, .published), (.kind, .kind), (.attribute, .attribute), (.value, .value), (.when, .date),
      (.market, .market), (.status, .status), (.source, nil),
    ]
    for (head, order) in heads {
      html += TableSorting.head(words[head], order?.rawValue, isNumber: order == .value, sorting)
    }
    html += "</tr></thead><tbody>\n"
    for row in rows {
      let fact = row.fact
      let older = row.replaced.map {
        HTML("<br><span class=\"q\">\(words.filled(.replacedOn, words.day($0)))</span>")
      }
      html += """
        <tr\(" class=\"old\"", if: row.replaced != nil)><td>\(row.article.published.map { words.day($0) })\(older)</td>\
        <td>\(words.kinds(fact.kind))</td><td>\(words.attribute(of: fact))</td><td class="n">\(words.value(of: fact))</td>\
        <td>\(fact.when.map { words.period($0) })</td><td>\(fact.market.map { words.market($0) })</td>\
        <td>\(StatusMark.of(fact.status, words))</td><td>\(SourceMark(words: words).html(row))</td></tr>

        """
    }
    html += "</tbody></table></div>\n"
    return html
  }
}
