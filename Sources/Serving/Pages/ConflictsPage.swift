import EVFacts

/// Where articles disagree: each conflict with the sentences of all sides, and which of them is believed.
enum ConflictsPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let asked = try FactFilter(visit.query, words, site, store)
    let paging = Paging(visit, limit: 20)
    let kinds = FactKind.allCases.map { ($0.rawValue, words.kinds($0)) }
    var body: HTML = """
      <p class="q">\(words[.conflictsHint])</p>
      \(FilterForm(visit).text("maker", .maker).text("model", .model).choice("kind", .kind, kinds).html)\(asked.notice)
      """
    let model = asked.filter.modelKeys?.first
    let page =
      asked.problems.isEmpty
      ? try ConflictGroups.page(
        makerKey: asked.filter.makerKey ?? model?.manufacturer, modelKey: model?.model,
        kind: asked.filter.kinds.first, offset: paging.offset, limit: paging.limit, in: store)
      : PageOfRows(rows: [], total: 0)
    if page.rows.isEmpty {
      body += "<p>\(words[.nothingFound])</p>"
      return Page(title: words[.conflicts], section: .conflicts, body: body)
    }
    body += paging.head(page, listing: "conflicts")
    for group in page.rows { body += conflict(group, words) }
    body += paging.foot(page)
    return Page(title: words[.conflicts], section: .conflicts, body: body)
  }

  private static func conflict(_ group: ConflictGroups.Group, _ words: Words) -> HTML {
    guard let fact = group.claims.first?.row.fact else { return "" }
    // Of an event the day is in dispute, so it does not belong to what the claims share.
    let shared = [
      words.kinds(fact.kind), words.attribute(of: fact),
      fact.value == nil ? "" : fact.when.map { words.period($0) } ?? "",
      fact.market.map { words.market($0) } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: words[.comma])
    let sides = group.claims.map { row, isBelieved -> HTML in
      let article = row.article
      let origin = [article.publisher, article.published.map { words.day($0) }].compactMap(\.self)
      return """
        <li\(" class=\"believed\"", if: isBelieved)><p class="said">\(words.said(by: row.fact)) \
        \(StatusMark.of(row.fact.status, words))\(" <span class=\"tag\">\(words[.believed])</span>", if: isBelieved)</p>
        <blockquote\(PageFrame.language(article.language))>\(row.fact.evidence)</blockquote>
        <p class="q"><a href="\(SourceMark.address(of: row))">\(origin.isEmpty ? article.id : origin.joined(separator: words[.comma]))</a></p></li>

        """
    }
    return """
      <section class="conflict"><h2>\(SubjectLink.of(fact, words)) <span class="q">\(shared)</span></h2>
      <ul class="sides">\(HTML(sides))</ul></section>

      """
  }
}
