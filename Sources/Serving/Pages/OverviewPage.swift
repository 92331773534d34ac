import EVFacts

/// The first page: how much there is, what came last, which launches are next, targets beside what was reported.
enum OverviewPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    let counts = try site.counts()
    guard counts.articles > 0 else {
      return Page(title: words[.overview], section: .overview, body: "<p>\(words[.emptyDatabase])</p>")
    }
    let today = visit.today
    let news = try Overview.news(until: today, limit: 12, in: store)
    let launches = try Overview.launches(from: today, limit: 12, in: store)
    let targets = try site.targets()
    let table = FactTable(words: words, without: [.confidence], label: words[.whatIsNew])
    var body = figures(counts, words)
    if !news.isEmpty {
      body += "<section><h2>\(words[.whatIsNew])</h2>\(table.html(news))"
      body += "<p class=\"more links\"><a href=\"/articles\">\(words[.allArticles])</a> "
      body += "<a href=\"/changes\">\(words[.changes])</a></p></section>"
    }
    if !launches.isEmpty {
      let table = FactTable(words: words, without: [.confidence, .kind], label: words[.comingLaunches])
      body += "<section><h2>\(words[.comingLaunches])</h2>"
      body += table.html(launches)
      body += "<p class=\"more\"><a href=\"/calendar\">\(words[.calendar])</a></p></section>"
    }
    if !targets.isEmpty {
      body += "<section><h2>\(words[.targets])</h2>"
      body += ChartFigure(words: words, level: 3).html([TargetBars.of(targets, in: words)])
      body += TargetTable(words: words).html(targets)
      body += "<p class=\"more\"><a href=\"/targets\">\(words[.allTargets])</a></p></section>"
    }
    return Page(title: words[.overview], section: .overview, body: body)
  }

  private static func figures(_ counts: Overview.Counts, _ words: Words) -> HTML {
    let entries: [(Int, Phrase, Address)] = [
      (counts.facts, .facts, Address("/facts")), (counts.articles, .articles, Address("/articles")),
      (counts.makers, .makers, Address("/makers")), (counts.models, .models, Address("/models")),
      (counts.conflicts, .conflicts, Address("/conflicts")),
    ]
    let tiles = entries.map { count, name, address -> HTML in
      "<li><a href=\"\(address)\"><b>\(words.number(Double(count)))</b> \(words[name])</a></li>"
    }
    return "<ul class=\"figures\">\(HTML(tiles))</ul>\n"
  }
}
