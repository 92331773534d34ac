import EVFacts

/// A question as `evfacts ask` takes it, with its answer and the rows behind it, or with questions that are understood.
enum AskPage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    guard let question = visit.query["q"] else {
      return Page(title: words[.ask], body: suggestions(words))
    }
    let reader = try site.questionReader()
    do {
      let answer = try Answer(to: question, in: store, reader: reader, today: visit.today)
      return Page(title: question, question: question, body: try body(of: answer, visit, store))
    } catch let refusal as RefusedQuestion {
      return Page(title: question, question: question, body: body(of: refusal, question, words))
    }
  }

  private static func body(of answer: Answer, _ visit: Visit, _ store: FactStore) throws -> HTML {
    let words = visit.words
    let language = PageFrame.language(answer.read.language)
    var body: HTML = """
      <p class="answer"\(language)>\(answer.sentence)</p>
      <p class="q"\(language)>\(answer.read.reading)</p>

      """
    guard !answer.rows.isEmpty else { return body }
    let paging = Paging(visit)
    let sorting = visit.ownSorting(FactListing.Order.self)
    let rows =
      sorting.order.map { SortedFacts.of(answer.rows, by: $0, isDescending: sorting.isDescending) }
      ?? answer.rows
    let page = PageOfRows(of: rows, offset: paging.offset, limit: paging.limit)
    body += paging.head(page, listing: "ask")
    let table = FactTable(
      words: words, sorting: TableSorting(sorting.order, isDescending: sorting.isDescending, visit),
      label: words[.answer])
    body += table.html(page.rows)
    body += paging.foot(page)
    if answer.rows.contains(where: { $0.fact.kind == .launch && $0.fact.when != nil }) {
      body += ChartFigure(words: words).html([LaunchTimeline.of(Array(answer.rows.prefix(40)), in: words)])
    }
    return body
  }

  private static func body(of refusal: RefusedQuestion, _ question: String, _ words: Words) -> HTML {
    let text = refusal.text().split(separator: "\n").first.map(String.init) ?? ""
    let near = refusal.nearest.map { name -> HTML in
      "<li><a href=\"\(Address("/ask").with("q", replaced(question, refusal.unplaced, name)))\">\(name)</a></li>"
    }
    var body: HTML = "<p class=\"answer\">\(text)</p>\n"
    if !near.isEmpty { body += "<p>\(words[.didYouMean])</p><ul class=\"try\">\(HTML(near))</ul>" }
    let tries = refusal.suggestions.map(link)
    if !tries.isEmpty { body += "<h2>\(words[.tryThese])</h2><ul class=\"try\">\(HTML(tries))</ul>" }
    body += """
      <p><a href="\(Address("/articles").with("q", question))">\(words.filled(.searchArticlesFor, question))</a></p>
      """
    return body
  }

  /// The question with a known name where the unknown one stands.
  private static func replaced(_ question: String, _ unplaced: [String], _ name: String) -> String {
    guard let word = unplaced.first(where: { question.contains($0) }), !word.isEmpty else { return name }
    return question.split(separator: word, omittingEmptySubsequences: false).joined(separator: name)
  }

  private static func suggestions(_ words: Words) -> HTML {
    let tries = ["try.1", "try.2", "try.3"].compactMap { AnswerWords(words.language)[$0] }.map(link)
    return "<p>\(words[.askHint])</p><ul class=\"try\">\(HTML(tries))</ul>"
  }

  private static func link(_ question: String) -> HTML {
    "<li><a href=\"\(Address("/ask").with("q", question))\">\(question)</a></li>"
  }
}
