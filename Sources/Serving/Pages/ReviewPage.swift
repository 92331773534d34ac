import EVFacts

/// What a person should look at, to be kept, dropped or put right by who may edit: facts that the extractor is not sure of,
/// the least sure first, and models that the catalogue does not have, the most claimed first.
enum ReviewPage {
  /// What is gone through, as `evfacts review --only` has it.
  private enum Part: String, CaseIterable {
    case facts, models

    var name: Phrase { self == .facts ? .doubtfulFacts : .newModels }
  }

  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let part = visit.query["only"].flatMap(Part.init(rawValue:)) ?? .facts
    var body = parts(part, visit)
    switch part {
    case .facts: body += try facts(visit, site, store)
    case .models: body += try models(visit, site, store)
    }
    return Page(title: visit.words[.review], section: .review, body: body)
  }

  /// The ways to the two parts.
  private static func parts(_ now: Part, _ visit: Visit) -> HTML {
    let links = Part.allCases.map { part -> HTML in
      let address = Address("/review").with("only", part == .facts ? nil : part.rawValue)
      let current: HTML = part == now ? " aria-current=\"true\"" : ""
      return "<li><a href=\"\(address)\"\(current)>\(visit.words[part.name])</a></li>"
    }
    return "<nav class=\"contents\" aria-label=\"\(visit.words[.review])\"><ul>\(HTML(links))</ul></nav>\n"
  }

  private static func facts(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> HTML {
    let words = visit.words
    let below = visit.query["below"].flatMap { Double($0) }.flatMap { (0...1).contains($0) ? $0 : nil } ?? 0.7
    let paging = Paging(visit, limit: 20)
    let rows = try store.doubtful(below: below, offset: paging.offset, limit: paging.limit)
    let most = FactListing.countedRows
    let count = try store.countOfDoubtful(below: below, upTo: most + 1)
    let page = PageOfRows(rows: rows, total: min(count, most), isCountCut: count > most)
    let thresholds = ["0.5", "0.6", "0.7", "0.8", "0.9"].map { ($0, words.percent(Double($0) ?? 0)) }
    var body: HTML = """
      <p class="q">\(words[site.isEditable ? .reviewHint : .reviewReadOnly])</p>
      \(FilterForm(visit).choice("below", .lessSureThan, thresholds).html)\(EditForms(visit: visit).undo)
      """
    if rows.isEmpty { body += "<p>\(words[.nothingToReview])</p>" }
    body += paging.count(of: page)
    for row in rows { body += item(row, visit) }
    body += paging.foot(page)
    return body
  }

  private static func models(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> HTML {
    let words = visit.words
    let paging = Paging(visit, limit: 20)
    let all = try site.newModels()
    // What was edited a moment ago may still be in the list.
    let entries = try NewModels.left(of: all.dropFirst(paging.offset), limit: paging.limit, in: store)
    let page = PageOfRows(rows: entries, total: entries.isEmpty ? 0 : all.count)
    let edits = ModelForms(visit: visit)
    var body: HTML = """
      <p class="q">\(words[site.isEditable ? .newModelsHint : .newModelsReadOnly])</p>
      \(EditForms(visit: visit).undo)
      """
    if entries.isEmpty { body += "<p>\(words[.nothingToReview])</p>" }
    body += paging.count(of: page)
    let catalogue = site.isEditable ? try site.reportNames() : nil
    for (place, entry) in entries.enumerated() {
      guard let example = try store.fact(entry.example) else { continue }
      body += item(
        entry, example, visit,
        edits.all(entry.name, place: place, known: catalogue?.models(ofMaker: entry.name.manufacturer) ?? []))
    }
    body += paging.foot(page)
    return body
  }

  private static func item(_ row: FactRow, _ visit: Visit) -> HTML {
    let words = visit.words
    return """
      <section class="doubt" id="fact-\(row.id)"><h2>\(words.line(of: row.fact))</h2>
      <p class="q">\(row.fact.confidence.map { words.filled(.sureTo, words.percent($0)) })</p>
      \(quote(row, words))
      \(EditForms(visit: visit).all(row))
      </section>

      """
  }

  private static func item(_ entry: NewModels.Entry, _ example: FactRow, _ visit: Visit, _ forms: HTML)
    -> HTML
  {
    let words = visit.words
    let key = ModelName(manufacturer: nameKey(entry.name.manufacturer), model: nameKey(entry.name.model))
    return """
      <section class="doubt"><h2><a href="\(Address("/models", key.manufacturer, key.model))">\
      \(entry.name.manufacturer) \(entry.name.model)</a></h2>
      <p class="q">\(words.counted(.factOne, .factMany, entry.claims))</p>
      \(quote(example, words))
      \(forms)
      </section>

      """
  }

  /// The sentence of a fact, and where it stands.
  private static func quote(_ row: FactRow, _ words: Words) -> HTML {
    let article = row.article
    let origin = [article.publisher, article.published.map { words.day($0) }, article.title].compactMap(
      \.self)
    return """
      <blockquote\(PageFrame.language(article.language))>\(MarkedSpans.evidence(of: row.fact, in: article.text))</blockquote>
      <p class="q"><a href="\(SourceMark.address(of: row))">\(origin.isEmpty ? article.id : origin.joined(separator: words[.comma]))</a></p>
      """
  }
}
