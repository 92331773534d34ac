import EVFacts

/// A market: of each kind the newest facts about it.
enum MarketPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let code = visit.names.first ?? ""
    guard MarketWords.name(of: code) != code else { throw NothingThere() }
    let facts = try site.remembered("market \(code)") {
      try SubjectFacts(market: code, perKind: 8, in: store)
    }
    let groups = facts.groups
    guard !groups.isEmpty else { throw NothingThere() }
    let launches = groups.first { $0.kind == .launch }?.rows ?? []
    let sections = SubjectSections(
      words: words, address: Address("/facts").with("market", code), without: [.market])
    var body: HTML = """
      <p class="q">\(words.counted(.factOne, .factMany, facts.total))</p>
      \(sections.contents(groups))
      <p class="links"><a href="\(Address("/changes").with("market", code))">\(words[.changes])</a></p>

      """
    body += ChartFigure(words: words).html([LaunchTimeline.of(launches, in: words)])
    body += sections.html(groups)
    return Page(title: words.market(code), section: .markets, body: body)
  }
}
