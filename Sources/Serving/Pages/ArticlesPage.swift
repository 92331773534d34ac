import EVFacts

/// The articles, or those that have some words.
enum ArticlesPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let languages = PhraseTable.languages.map { ($0.rawValue, ReaderLanguage.name(of: $0)) }
    let form = FilterForm(visit).text("q", .wordsInArticles).choice("language", .language, languages)
      .text("publisher", .publisher).text("from", .from, hint: "2025-06").text("to", .to, hint: "2026")
    if let search = visit.query["q"] { return try hits(search, visit, form, store) }
    var problems: [String] = []
    func period(_ name: String) -> Period? {
      guard let text = visit.query[name] else { return nil }
      let period = Period(text)
      if period == nil { problems.append(words.filled(.noSuchDate, text)) }
      return period
    }
    var listing = ArticleListing()
    listing.language = visit.query["language"].flatMap(LanguageCode.init(rawValue:))
    listing.publisher = visit.query["publisher"]
    listing.from = period("from").flatMap { $0.first ?? $0.last }
    listing.to = period("to").flatMap { $0.last ?? $0.first }
    let sorting = visit.sorting(ArticleListing.Order.published, isDescending: true)
    (listing.order, listing.isDescending) = sorting
    let paging = Paging(visit)
    let page =
      problems.isEmpty
      ? try listing.page(offset: paging.offset, limit: paging.limit, in: store)
      : PageOfRows(rows: [], total: 0)
    var body = form.html
    if !problems.isEmpty {
      body += "<div class=\"notice bad\" role=\"alert\">\(HTML(problems.map { "<p>\($0)</p>" }))</div>"
    }
    guard !page.rows.isEmpty else {
      body += "<p>\(words[.nothingFound])</p>"
      return Page(title: words[.articles], section: .articles, body: body)
    }
    body += paging.head(page, listing: "articles")
    body += table(page.rows, page.isCountCut ? nil : TableSorting(sorting, visit), words)
    body += paging.foot(page)
    return Page(title: words[.articles], section: .articles, body: body)
  }

  private static func table(_ rows: [ArticleListing.Entry], _ sorting: TableSorting?, _ words: Words) -> HTML
  {
    var html = Scrolling.open(words[.articles])
    html += "<table class=\"facts\"><thead><tr>\(TableSorting.head(words[.headline], "title", sorting))"
    html += TableSorting.head(words[.publisher], "publisher", sorting)
    html += TableSorting.head(words[.published], "published", sorting)
    html += "<th scope=\"col\">\(words[.language])</th>"
    html += "<th scope=\"col\" class=\"n\">\(words[.facts])</th></tr></thead><tbody>\n"
    for entry in rows {
      let article = entry.article
      html += """
        <tr><th scope="row"\(PageFrame.language(article.language))>\
        <a href="\(Address("/article").with("id", article.id))">\(article.title ?? article.id)</a></th>\
        <td>\(article.publisher)</td><td class="d">\(article.published.map { words.day($0) })</td>\
        <td>\(article.language.map { $0 == .other ? "" : ReaderLanguage.name(of: $0) })</td>\
        <td class="n">\(words.number(Double(entry.facts)))</td></tr>

        """
    }
    html += "</tbody></table></div>\n"
    return html
  }

  private static func hits(_ search: String, _ visit: Visit, _ form: FilterForm, _ store: FactStore) throws
    -> Page
  {
    let words = visit.words
    let hits = try store.search(search, limit: 50)
    var body = form.html
    if hits.isEmpty { body += "<p>\(words[.nothingFound])</p>" }
    body += "<ol class=\"hits\">"
    for hit in hits {
      let article = hit.article
      let origin = [article.publisher, article.published.map { words.day($0) }].compactMap(\.self)
      body += """
        <li\(PageFrame.language(article.language))><p><a href="\(Address("/article").with("id", article.id))">\
        \(article.title ?? article.id)</a> <span class="q">\(origin.joined(separator: words[.comma]))</span></p>
        <p>\(MarkedSpans.html(hit.snippet, hit.marks))</p></li>

        """
    }
    body += "</ol>"
    return Page(title: words[.articles], section: .articles, body: body)
  }
}
