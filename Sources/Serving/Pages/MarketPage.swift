import EVFacts

/// A market: of each kind the newest facts about it.
enum MarketPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let code = visit.names.first ?? ""
    guard let market = try site.names(store).markets.first(where: { $0.code == code }) else {
      throw NothingThere()
    }
    let groups = try site.remembered("market \(code)") {
      try SubjectFacts(market: code, perKind: 8, in: store)
    }.groups
    let launches = groups.first { $0.kind == .launch }?.rows ?? []
    let sections = SubjectSections(
      words: words, address: Address("/facts").with("market", code), without: [.market])
    var body: HTML = """
      <p class="q">\(words.counted(.factOne, .factMany, market.facts))\(words[.comma])\
      \(words.counted(.makerOne, .makerMany, market.makers))</p>
      \(sections.contents(groups))
      """
    body += ChartFigure(words: words).html([LaunchTimeline.of(launches, in: words)])
    body += sections.html(groups)
    return Page(title: words.market(code), section: .markets, body: body)
  }
}
