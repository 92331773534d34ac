import Facts

/// What a page says of itself, the more formal word first: JSON-LD, Open Graph, other meta tags, microdata, the address,
/// and last what a reader sees.
struct PageMetadata {
  var title: Stated<String>?
  var published: Stated<Day>?
  var modified: Stated<Day>?
  var author: Stated<String>?
  var publisher: Stated<String>?
  var url: Stated<String>?
  var language: Stated<LanguageCode>?
  /// The article's text where JSON-LD carries it.
  var body: String?

  private let page: HTMLPage
  private var metas: [String: String] = [:]

  /// Reads a page; `latest` is the last day on which it can have been published.
  init(_ page: HTMLPage, blocks: [PageBlock], latest: Day) {
    self.page = page
    var scripts: [[UInt8]] = []
    var canonical: String?
    var htmlLanguage: String?
    var pageTitle: String?
    var headings: [String] = []
    for at in page.nodes.indices {
      switch page.nodes[at].tag {
      case .meta: readMeta(at)
      case .link:
        if canonical == nil, page.value(.rel, of: at)?.lowercased() == "canonical" {
          canonical = page.value(.href, of: at)
        }
      case .script:
        if page.value(.type, of: at)?.lowercased().contains("ld+json") == true {
          scripts.append(page.rawText(of: at))
        }
      case .html: htmlLanguage = htmlLanguage ?? page.value(.lang, of: at)
      case .title: pageTitle = pageTitle ?? page.text(of: at)
      case .h1: headings.append(page.text(of: at))
      default: break
      }
    }
    let linked = LinkedData(scripts: scripts)
    body = linked.body
    publisher = stated([
      (linked.publisher, "JSON-LD publisher"), meta("og:site_name"), meta("publisher"), meta("dc.publisher"),
      meta("application-name"),
    ])
    url = stated([(canonical, "link canonical"), meta("og:url"), (linked.url, "JSON-LD url")])
    if url?.value.hasPrefix("http") != true { url = stated([meta("og:url"), (linked.url, "JSON-LD url")]) }
    if url?.value.hasPrefix("http") != true { url = nil }
    title = findTitle(linked, pageTitle: pageTitle, headings: headings)
    let labels = [
      (linked.language, "JSON-LD inLanguage"), (htmlLanguage, "html lang"), meta("og:locale"),
      meta("content-language"), meta("language"),
    ]
    for (label, source) in labels {
      guard let label, let code = LanguageLabel.code(label) else { continue }
      language = Stated(code, source, isDeclared: false)
      break
    }
    let dates = PageDates(
      page: page, blocks: blocks, latest: latest, language: language?.value, title: title?.value)
    published = dates.declared(linked: linked.published, metas: metas)
    // A time in UTC may fall on the day after; the address has the day as the publisher counts it.
    if let day = published?.value, let local = url.flatMap({ dates.dayInAddress($0.value) }),
      day.number - local.number == 1
    {
      published = Stated(local, (published?.source ?? "") + ", day of the address")
    }
    published = published ?? dates.seen(url: url?.value)
    modified = dates.modified(linked: linked.modified, metas: metas)
    // An article cannot have been changed before it was published; one of the two days is that of something else.
    if let day = modified?.value, let published, day < published.value { modified = nil }
    author = PageAuthor(page: page, blocks: blocks, title: title?.value).author(
      linked: linked.author, metas: metas, publisher: publisher?.value)
  }

  private mutating func readMeta(_ at: Int) {
    guard let content = page.value(.content, of: at), !content.isEmpty else { return }
    for attribute in [HTMLAttribute.property, .name, .itemprop] {
      guard let name = page.value(attribute, of: at)?.lowercased(), metas[name] == nil else { continue }
      metas[name] = content
    }
  }

  private func meta(_ name: String) -> (String?, String) { (metas[name], "meta \(name)") }

  private func stated(_ candidates: [(String?, String)]) -> Stated<String>? {
    for (text, source) in candidates {
      guard let text = text.map(PageMetadata.plain), !text.isEmpty, text.utf8.count < 2000 else { continue }
      return Stated(text, source)
    }
    return nil
  }

  private func findTitle(_ linked: LinkedData, pageTitle: String?, headings: [String]) -> Stated<String>? {
    var found = stated([
      (linked.headline, "JSON-LD headline"), meta("og:title"), meta("twitter:title"), meta("dc.title"),
      meta("title"),
    ])
    // A heading that was never closed runs on into what follows it.
    if found == nil, let pageTitle, pageTitle.utf8.count >= 15, let heading = headings.first,
      heading.utf8.count > pageTitle.utf8.count, heading.hasPrefix(pageTitle)
    {
      found = stated([(pageTitle, "title")])
    }
    if found == nil, headings.count == 1 || headings.first.map({ pageTitle?.contains($0) == true }) == true {
      found = stated([(headings.first, "h1")])
    }
    found = found ?? stated([(pageTitle, "title")]) ?? stated([(headings.first, "h1")])
    guard var title = found else { return nil }
    title.value = PageMetadata.withoutSite(title.value, publisher: publisher?.value, headings: headings)
    return title
  }

  /// "Headline | Example News" is the headline, where the rest is the publisher or the page's own heading says so.
  private static func withoutSite(_ title: String, publisher: String?, headings: [String]) -> String {
    for mark in [" | ", " - ", " – ", " — ", " • ", " :: ", "_", "｜"] {
      var parts = title.components(parting: mark)
      guard parts.count > 1 else { continue }
      let last = parts.removeLast()
      let rest = parts.joined(separator: mark)
      if last.lowercased() == publisher?.lowercased() || headings.contains(rest) {
        return PastedText.trimmed(rest)
      }
    }
    return title
  }

  /// A value of an attribute or of JSON-LD without the entities and tags that some makers put there a second time.
  static func plain(_ text: String) -> String {
    let text = text.contains("&") || text.contains("<") ? HTMLParser.parse(text).text(of: 0) : text
    return PastedText.trimmed(TextNormaliser.normalised(text).split(separator: "\n").joined(separator: " "))
  }
}

extension String {
  /// The stretches between a mark.
  fileprivate func components(parting mark: String) -> [String] { split(separator: mark).map(String.init) }
}
