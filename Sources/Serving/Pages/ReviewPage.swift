import EVFacts

/// Facts that the extractor is not sure of, the least sure first: to be kept, dropped or put right by who may edit.
enum ReviewPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let below = visit.query["below"].flatMap { Double($0) }.flatMap { (0...1).contains($0) ? $0 : nil } ?? 0.7
    let paging = Paging(visit, limit: 20)
    let found = try store.doubtful(below: below, limit: paging.offset + paging.limit + 1)
    let rows = Array(found.dropFirst(paging.offset).prefix(paging.limit))
    let thresholds = ["0.5", "0.6", "0.7", "0.8", "0.9"].map { ($0, words.percent(Double($0) ?? 0)) }
    var body: HTML = """
      <p class="q">\(words[site.isEditable ? .reviewHint : .reviewReadOnly])</p>
      \(FilterForm(visit).choice("below", .lessSureThan, thresholds).html)
      """
    body += EditForms(visit: visit).undo
    if rows.isEmpty { body += "<p>\(words[.nothingToReview])</p>" }
    for row in rows { body += item(row, visit) }
    body += paging.foot(PageOfRows(rows: rows, total: found.count))
    return Page(title: words[.review], section: .review, body: body)
  }

  private static func item(_ row: FactRow, _ visit: Visit) -> HTML {
    let words = visit.words
    let article = row.article
    let origin = [article.publisher, article.published.map { words.day($0) }, article.title].compactMap(
      \.self)
    return """
      <section class="doubt" id="fact-\(row.id)"><h2>\(words.line(of: row.fact))</h2>
      <p class="q">\(row.fact.confidence.map { words.filled(.sureTo, words.percent($0)) })</p>
      <blockquote\(PageFrame.language(article.language))>\(MarkedSpans.evidence(of: row.fact, in: article.text))</blockquote>
      <p class="q"><a href="\(SourceMark.address(of: row))">\(origin.isEmpty ? article.id : origin.joined(separator: words[.comma]))</a></p>
      \(EditForms(visit: visit).all(row))
      </section>

      """
  }
}
