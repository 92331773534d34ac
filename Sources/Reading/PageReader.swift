import Facts

/// A web page to an article.
enum PageReader {
  static func draft(_ html: String, latest: Day) -> ArticleDraft {
    let page = HTMLParser.parse(html)
    let cut = PageBlocks.cut(page)
    let metadata = PageMetadata(page, blocks: cut.blocks, latest: latest)
    var draft = ArticleDraft(text: text(MainText.paragraphs(page, cut, title: metadata.title?.value)))
    // Some pages show a teaser and carry the article for search engines.
    if let body = metadata.body, body.utf8.count > 250, draft.text.utf8.count * 2 < body.utf8.count {
      draft.text = body.contains("<p") ? fragment(body) : plain(body)
      draft.notes.append(ReadingNote(field: "text", value: "", source: "JSON-LD articleBody"))
    }
    draft.title = metadata.title
    draft.published = metadata.published
    draft.modified = metadata.modified
    draft.author = metadata.author
    draft.publisher = metadata.publisher
    draft.url = metadata.url
    draft.language = metadata.language
    return draft
  }

  /// The text of a piece of HTML, such as a feed carries: all of it is the article.
  static func fragment(_ html: String) -> String {
    let page = HTMLParser.parse(html)
    return text(PageBlocks.cut(page).blocks.map { String(decoding: $0.text, as: UTF8.self) })
  }

  /// The paragraphs of a text without markup but perhaps with entities.
  private static func plain(_ body: String) -> String {
    text(
      body.split(separator: "\n").map {
        $0.contains("&") ? HTMLParser.parse(String($0)).text(of: 0) : String($0)
      })
  }

  private static func text(_ paragraphs: [String]) -> String {
    let lines = paragraphs.map { PastedText.trimmed(TextNormaliser.normalised($0)) }.filter { !$0.isEmpty }
    return ClosingLinks.dropped(from: lines).joined(separator: "\n\n")
  }
}
