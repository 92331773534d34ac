import EVFacts
import Foundation

/// An article with every fact marked in its text, and beside it the facts: each with its sentence and what decided.
///
/// The address of a fact is the page's with `#fact-17`; a mark in the text leads there without a script.
enum ArticlePage {
  static func make(_ visit: Visit, _ site: Site, _ store: FactStore) throws -> Page {
    let words = visit.words
    guard let id = visit.query["id"], let article = try store.article(id: id) else { throw NothingThere() }
    let names = try site.remembered("added names") { try store.catalogue().map(\.row) }
    let rows = try Explaining.explained(try store.facts(ofArticle: id), of: article, names: names)
    let text = try MarkedArticle(article.text, rows)
    let numbers = Dictionary(uniqueKeysWithValues: text.facts.enumerated().map { ($1.row.id, $0 + 1) })
    let language = PageFrame.language(article.language)
    var body: HTML = """
      \(origin(of: article, words))
      <div class="reading">
      <article\(language) class="text">\(try text.html(numbers, words))</article>
      <aside aria-labelledby="facts-head"><h2 id="facts-head">\(words.counted(.factOne, .factMany, rows.count))</h2>

      """
    if rows.isEmpty {
      body += "<p>\(words[.noFacts])</p>"
    } else {
      body += "<ol class=\"cards\">"
      for (row, isMarked) in text.facts {
        try WorkLimit.check()
        body += card(row, isMarked: isMarked, article, visit)
      }
      body += "</ol>"
    }
    body += "\(EditForms(visit: visit).undo)</aside></div>"
    return Page(
      title: article.title ?? article.id, titleLanguage: article.title == nil ? nil : article.language,
      section: .articles, body: body)
  }

  private static func origin(of article: Article, _ words: Words) -> HTML {
    var parts: [HTML] = [article.publisher, article.published.map { words.day($0) }].compactMap(\.self).map {
      "\($0)"
    }
    if let language = article.language, language != .other {
      parts.append("<span\(PageFrame.language(language))>\(ReaderLanguage.name(of: language))</span>")
    }
    // Only addresses of the web become links, and the host is told beside them, whatever it looks like.
    if let url = article.url, Markup.address(url) != nil {
      let host = URLComponents(string: url)?.encodedHost ?? ""
      parts.append(
        "<a href=\"\(url)\" rel=\"noopener noreferrer nofollow\">\(words[.original])</a> (\(host))")
    }
    return "<p class=\"q\">\(HTML(parts, between: " · "))</p>"
  }

  private static func card(_ row: FactRow, isMarked: Bool, _ article: Article, _ visit: Visit) -> HTML {
    let words = visit.words
    let fact = row.fact
    let parts = [
      words.attribute(of: fact), fact.value == nil ? "" : fact.when.map { words.period($0) } ?? "",
      fact.market.map { words.market($0) } ?? "", fact.source.map { words.filled(.citing, $0) } ?? "",
      fact.confidence.map { words.filled(.sureTo, words.percent($0)) } ?? "",
    ].filter { !$0.isEmpty }
    var decided: HTML = ""
    if !fact.trail.isEmpty {
      decided = """
        <h3>\(words[.decidedBy])</h3><ul class="trail" lang="en">\(HTML(fact.trail.map { "<li>\($0)</li>" }))</ul>
        """
    }
    let back: HTML = isMarked ? " · <a href=\"#mark-\(row.id)\">\(words[.inTheText])</a>" : ""
    return """
      <li id="fact-\(row.id)" tabindex="-1"><p class="what"><span class="q">\(words.kinds(fact.kind))</span><br>\
      \(SubjectLink.of(fact, words)) <b>\(words.said(by: fact))</b> \(StatusMark.of(fact.status, words))\
      \(" <span class=\"tag\">\(words[.corrected])</span>", if: row.corrected)</p>
      <p class="q">\(parts.joined(separator: words[.comma]))\(back)</p>
      <details class="why"><summary>\(words[.sentence])</summary>
      <blockquote\(PageFrame.language(article.language))>\(MarkedSpans.evidence(of: fact, in: article.text))</blockquote>
      \(decided)</details>
      \(EditForms(visit: visit).all(row))</li>

      """
  }
}
