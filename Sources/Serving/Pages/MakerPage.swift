import EVFacts

/// A maker: what is believed of it and its models, its charts, its models, and what was claimed last.
enum MakerPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let key = nameKey(visit.names.first ?? "")
    guard let name = try store.makerName(key) else { throw NothingThere() }
    let facts = try site.remembered("maker \(key)") {
      try SubjectFacts(makerKey: key, modelKey: nil, perKind: 8, in: store)
    }
    let models = try NameListing.models(ofMaker: key, in: store)
    let sections = SubjectSections(
      words: words, address: Address("/facts").with("maker", name), without: [])
    var body: HTML = """
      <p class="q">\(words.counted(.modelOne, .modelMany, models.count))\(words[.comma])\
      \(words.counted(.factOne, .factMany, facts.total))</p>
      \(sections.contents(facts.groups))
      <p class="links"><a href="\(Address("/history").with("maker", key))">\(words[.history])</a>
      <a href="\(Address("/conflicts").with("maker", name))">\(words[.conflicts])</a>
      <a href="\(Address("/changes").with("maker", name))">\(words[.changes])</a></p>

      """
    body += ChartFigure(words: words).html(try charts(facts, key, words, store))
    if !models.isEmpty {
      body +=
        "<section><h2>\(words[.models]) <span class=\"q\">\(words.number(Double(models.count)))</span></h2>"
      body += ModelTable(words: words, showsMaker: false).html(Array(models.prefix(12)))
      if models.count > 12 {
        let all = Address("/models").with("maker", name)
        body +=
          "<p class=\"more\"><a href=\"\(all)\">\(words.filled(.allOfThem, words.number(Double(models.count))))</a></p>"
      }
      body += "</section>"
    }
    body += sections.html(facts.groups)
    return Page(title: name, section: .makers, body: body)
  }

  private static func charts(_ facts: SubjectFacts, _ key: String, _ words: Words, _ store: FactStore) throws
    -> [Chart?]
  {
    var filter = ReportFilter()
    filter.makerKey = key
    let targets = try TargetListing(filter, order: .date, isDescending: true).page(
      offset: 0, limit: 10, in: store)
    filter.kinds = [.launch]
    let launches = try FactListing(filter, order: .date, isDescending: true).rows(limit: 15, in: store)
    return [LaunchTimeline.of(launches, in: words), TargetBars.of(targets.rows, in: words)]
  }
}
