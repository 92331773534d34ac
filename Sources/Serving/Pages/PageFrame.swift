import EVFacts

/// What all pages have around them: head, navigation, search box, languages.
struct PageFrame {
  let site: Site
  let visit: Visit

  /// A page as a whole document.
  func document(_ page: Page) -> [UInt8] {
    let words = visit.words
    var html = HTML(capacity: page.body.bytes.count + 8_192)
    html += """
      <!DOCTYPE html>
      <html lang="\(Self.tag(words.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(page.title) · \(site.title)</title>
      <link rel="stylesheet" href="\(StyleFiles.sheet.address)">
      <link rel="icon" href="\(StyleFiles.icon.address)" type="image/svg+xml">
      <script src="\(StyleFiles.script.address)" defer></script>
      </head>
      <body>
      <a class="skip" href="#content">\(words[.skip])</a>
      <header class="top">
      <div class="bar">
      <a class="brand" href="/">\(site.title)</a>
      <form class="ask" action="/ask" method="get" role="search">
      <label class="hidden" for="question">\(words[.askLabel])</label>
      <input id="question" name="q" type="search" value="\(page.question)" placeholder="\(words[.askExample])" \
      maxlength="500" autocomplete="off" enterkeyhint="search">
      <button>\(words[.ask])</button>
      </form>
      \(languages)
      </div>
      <nav aria-label="\(words[.navigation])"><ul>

      """
    for section in Page.Section.allCases {
      let current: HTML = section == page.section ? " aria-current=\"page\"" : ""
      html += "<li><a href=\"\(section.address)\"\(current)>\(words[section.name])</a></li>\n"
    }
    let titleLanguage = page.titleLanguage.map { Self.language($0) }
    html += """
      </ul></nav>
      </header>
      <main id="content" tabindex="-1">
      \(page.lead)
      <h1\(titleLanguage)>\(page.title)</h1>
      \(notice)
      \(page.body)
      </main>
      <footer class="bottom"><p>\(words[.footer]) <a href="/api/v1/openapi.json">API</a></p></footer>
      </body>
      </html>

      """
    return html.bytes
  }

  /// What an edit came to, once.
  private var notice: HTML {
    guard let notice = visit.session?.takeNotice() else { return "" }
    let text = notice.text(visit.words)
    return notice.isError
      ? "<p class=\"notice bad\" role=\"alert\">\(text)</p>"
      : "<p class=\"notice good\" role=\"status\">\(text)</p>"
  }

  private var languages: HTML {
    let links = PhraseTable.languages.map { language -> HTML in
      let address = visit.address().with(ReaderLanguage.parameter, language.rawValue)
      let current: HTML = language == visit.words.language ? " aria-current=\"true\"" : ""
      let name = ReaderLanguage.name(of: language)
      return
        "<li><a href=\"\(address)\"\(Self.language(language)) hreflang=\"\(language.rawValue)\"\(current)>\(name)</a></li>"
    }
    let own = ReaderLanguage.name(of: visit.words.language)
    return """
      <details class="languages"><summary><span class="hidden">\(visit.words[.language])</span> \(own)</summary>
      <ul>\(HTML(links))</ul></details>
      """
  }

  /// The attribute for text in a language; nothing where it is none of those known.
  static func language(_ language: LanguageCode?) -> HTML {
    guard let language, language != .other else { return "" }
    return " lang=\"\(tag(language))\""
  }

  private static func tag(_ language: LanguageCode) -> String {
    language == .chinese ? "zh-Hans" : language.rawValue
  }
}
